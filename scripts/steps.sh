# Sourced by the scripts at the root: what each of them needs before its own work. Not run by itself.
# Sets $root. Nothing here reads standard input, so a closed one is no obstacle.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
logs=$root/artifacts/logs
mkdir -p "$logs"

# The runner's summary is read by ./test, so it has to come in one language.
export DOTNET_CLI_UI_LANGUAGE=en TESTINGPLATFORM_UI_LANGUAGE=en
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1
# Build nodes that outlive the script would keep a caller's pipe open.
export MSBUILDDISABLENODEREUSE=1

attended=
stop_attended() { [[ -z $attended ]] || kill "$attended" 2>/dev/null || true; }
trap stop_attended EXIT

say() { printf '%s\n' "$*"; }
refuse() { printf '%s\n' "$*" >&2; exit 1; }

# attend LOG WORDS COMMAND…: runs it with its output in LOG, says every ten seconds that it is still at it.
attend() {
  local log=$1 words=$2 begun=$SECONDS told=$SECONDS
  shift 2
  "$@" >"$log" 2>&1 </dev/null &
  attended=$!
  while kill -0 "$attended" 2>/dev/null; do
    sleep 0.2
    if ((SECONDS - told >= 10)); then
      told=$SECONDS
      say "  … $words, $((SECONDS - begun)) s"
    fi
  done
  local code=0
  wait "$attended" || code=$?
  attended=
  return "$code"
}

need_dotnet() {
  if ! command -v dotnet >/dev/null && [[ -x ${HOME:-}/.dotnet/dotnet ]]; then
    PATH=$HOME/.dotnet:$PATH
  fi
  command -v dotnet >/dev/null ||
    refuse "The .NET SDK 10 is not here: no 'dotnet' in PATH. Install it (https://dot.net) and run this again."
  local version
  version=$(cd "$root" && dotnet --version 2>/dev/null) ||
    refuse "'dotnet' is here, but not the SDK that global.json asks for ($(tr -d '\n ' <"$root/global.json"))."
  say "The .NET SDK $version."
}

# The one without windows first: it draws the same with half of the work.
find_chromium() {
  local name
  for name in "${COULISSE_CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome; do
    [[ -n $name ]] && command -v "$name" && return 0
  done
  return 1
}

# install_package WHAT PACKAGE WHY: installs Debian's package; returns 1 after a sentence when that cannot be done.
install_package() {
  local install="apt-get install -y $2" as=()
  if ! command -v apt-get >/dev/null; then
    say "$1 is missing ($3) and so is apt-get. Install $1, then run this again."
    return 1
  elif ((EUID != 0)); then
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [[ -t 0 ]]; }; then
      as=(sudo)
    else
      say "$1 is missing ($3) and only root may install it. Run 'sudo $install' once, then this again."
      return 1
    fi
  fi
  say "$1 is missing ($3): installing Debian's package '$2' with apt-get, once."
  [[ ${#as[@]} -eq 0 ]] || sudo -v
  if ! attend "$logs/apt.txt" "asking for the list of packages" "${as[@]}" apt-get update ||
    ! attend "$logs/apt.txt" "installing $1" "${as[@]}" env DEBIAN_FRONTEND=noninteractive $install; then
    tail -n 15 "$logs/apt.txt"
    say "apt-get could not install $1; its last lines are above. Run '$install' by hand, then this again."
    return 1
  fi
}

# need_chromium WHY: finds Chromium or installs Debian's; returns 1 after a sentence when neither can be done.
need_chromium() {
  if find_chromium >/dev/null; then
    COULISSE_CHROMIUM=$(find_chromium)
    export COULISSE_CHROMIUM
    return 0
  fi
  install_package Chromium chromium "$1" || {
    say "Or name a Chromium that is here in COULISSE_CHROMIUM."
    return 1
  }
  COULISSE_CHROMIUM=$(find_chromium) || { say "Chromium was installed, but is not in PATH."; return 1; }
  export COULISSE_CHROMIUM
}

# build PROJECT WORDS: restores as the lock files say and builds for release; ends the script when that fails.
build() {
  say "$2"
  (cd "$root" && attend "$logs/build.txt" "building" dotnet build "$1" -c Release -v quiet -p:RestoreLockedMode=true) || {
    cat "$logs/build.txt"
    refuse "The build of $1 failed; what it said is above."
  }
}

# Tables of names for ./bench and ./campaign: lines of NAME|PROJECT|SENTENCE, only where the project exists.
standing() {
  local name project words
  while IFS='|' read -r name project words; do
    [[ -z $name || ! -d $root/$project ]] || printf '%s|%s|%s\n' "$name" "$project" "$words"
  done <<<"$1"
}

# run_named SCRIPT TABLE [NAME ARGUMENT…]: lists the names, or builds and becomes the program of one.
run_named() {
  local script=$1 names name project words
  names=$(standing "$2")
  shift 2
  if (($# == 0)); then
    [[ -n $names ]] || { say "Nothing to run here yet."; return 0; }
    say "Usage: $script NAME [arguments]"
    while IFS='|' read -r name project words; do
      printf '  %-10s %s\n' "$name" "$words"
    done <<<"$names"
    return 0
  fi
  while IFS='|' read -r name project words; do
    [[ $name == "$1" ]] || continue
    need_dotnet
    build "$project" "Building $project …"
    exec "$root/$project/bin/Release/net10.0/${project##*/}" "$@"
  done <<<"$names"
  refuse "There is no '$1' here. $script without a name lists what there is."
}
