using System.Diagnostics;
using System.Runtime.Versioning;
using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.Documents;

/// <summary>What is asked of a script: it can be run, parses, and stops at the first thing that fails.</summary>
[UnsupportedOSPlatform("windows")]
public static class Script
{
    private const string FirstLine = "#!/usr/bin/env bash\n";

    public static bool Is(string path) =>
        File.ReadLines(path).FirstOrDefault()?.StartsWith("#!", StringComparison.Ordinal) == true;

    public static IEnumerable<Offence> Check(string path)
    {
        var text = File.ReadAllText(path);
        if (!text.StartsWith(FirstLine, StringComparison.Ordinal))
            yield return new(path, "does not begin with '#!/usr/bin/env bash'.");
        if (!text.Contains("\nset -euo pipefail\n", StringComparison.Ordinal))
            yield return new(path, "goes on after a failure; it lacks 'set -euo pipefail'.");
        if (!File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute))
            yield return new(path, "cannot be run; chmod +x.");
        if (!Parses(path))
            yield return new(path, "does not pass 'bash -n'.");
    }

    private static bool Parses(string path)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-n", path]) { RedirectStandardError = true })!;
        bash.StandardError.ReadToEnd();
        bash.WaitForExit();
        return bash.ExitCode == 0;
    }
}
