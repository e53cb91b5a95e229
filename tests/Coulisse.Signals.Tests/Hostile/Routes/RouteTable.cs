using System.Collections.Frozen;

namespace Coulisse.Signals.Tests.Hostile.Routes;

/// <summary>Who may do what: a line a route, a letter each for guest, reader, suspended reader, moderator,
/// editor.</summary>
internal static class RouteTable
{
    /// <summary>Sent with every form: enough to vote, too little for most others, which then say what is
    /// missing.</summary>
    public static readonly (string Name, string Value)[] Fields = [("vote", "1"), ("reading", "en")];

    // Letters: see Let_in. The first comment is the editor's, so that "its own author" is the last letter.
    private const string Table = """
        +++++ GET /
        s++++ GET /account/
        +++++ GET /account/new
        +++++ GET /account/reading
        +++++ GET /account/recovery
        +++++ GET /account/sign-in
        +++++ GET /comment/{id:long}
        +++++ GET /comment/{id:long}/earlier
        s-x-+ GET /comment/{id:long}/edit
        s---+ GET /comment/{id:long}/own
        s+x+- GET /comment/{id:long}/report
        s---+ GET /comment/{id:long}/withdraw
        +++++ GET /feed.atom
        +++++ GET /feed.json
        +++++ GET /item/{item:long}
        sxx++ GET /publisher/
        sxxx+ GET /publisher/items/{item:long}
        sxxx+ GET /publisher/items/{item:long}/edition
        sxxx- GET /publisher/items/{item:long}/sign
        sxxx- GET /publisher/items/{item:long}/sign/unsigned
        sxxx+ GET /publisher/items/{item:long}/withdraw
        sxxx- GET /publisher/items/{item:long}/withdraw-by-seal
        sxxx+ GET /publisher/items/{item:long}/{language}/claims
        sxxx+ GET /publisher/items/{item:long}/{language}/edit
        sxxx+ GET /publisher/items/{item:long}/{language}/history
        sxx++ GET /publisher/moderation
        sxx++ GET /publisher/moderation/{id:long}
        sxxx+ GET /publisher/new
        sxxx+ GET /publisher/people/
        sxxx+ GET /publisher/settings
        sxxx+ GET /publisher/translation-reports
        +++++ GET /report-translation/{item:long}/{language}
        +++++ GET /robots.txt
        +++++ GET /sitemap.xml
        ----- GET /statement/{publicId}/{revision:int}.txt
        ----- GET /statement/{publicId}/{revision:int}.withdrawal.txt
        s++++ GET /thread/{item:long}/own
        s+x++ GET /thread/{item:long}/write
        ----- GET /way-in/{token}
        +++++ GET /{language:length(2,35)}/
        +++++ GET /{language:length(2,35)}/feed.atom
        +++++ GET /{language:length(2,35)}/feed.json
        +++++ GET /{language:length(2,35)}/moderation
        +++++ GET /{language:length(2,35)}/verify
        +++++ GET /{language:length(2,35)}/{item:long}.json
        +++++ GET /{language:length(2,35)}/{item:long}/{slug?}
        s==== POST /account/appeal
        s==== POST /account/close
        ===== POST /account/new
        ===== POST /account/new/passkey
        ===== POST /account/new/passkey-options
        s==== POST /account/passkeys/
        s++++ POST /account/passkeys/options
        s==== POST /account/passkeys/remove
        +++++ POST /account/passkeys/request
        s==== POST /account/passphrase
        +++++ POST /account/reading
        ===== POST /account/recovery
        s==== POST /account/recovery-codes
        ===== POST /account/sign-in
        ===== POST /account/sign-in/passkey
        +++++ POST /account/sign-out
        s++++ POST /account/sign-out-everywhere
        s-x-+ POST /comment/{id:long}/edit
        s+x+- POST /comment/{id:long}/report
        s+x+= POST /comment/{id:long}/vote
        s---+ POST /comment/{id:long}/withdraw
        s---- POST /decision/{id:long}/appeal
        sxxx+ POST /publisher/items/{item:long}/machine
        sxxx+ POST /publisher/items/{item:long}/publish
        sxxx+ POST /publisher/items/{item:long}/schedule
        sxxx- POST /publisher/items/{item:long}/sign
        sxxx+ POST /publisher/items/{item:long}/unschedule
        sxxx+ POST /publisher/items/{item:long}/withdraw
        sxxx- POST /publisher/items/{item:long}/withdraw-by-seal
        sxxx+ POST /publisher/items/{item:long}/{language}/claims
        sxxx+ POST /publisher/items/{item:long}/{language}/claims/retire
        sxxx+ POST /publisher/items/{item:long}/{language}/edit
        sxxx+ POST /publisher/items/{item:long}/{language}/release
        sxxx+ POST /publisher/items/{item:long}/{language}/standing
        sxx== POST /publisher/moderation/{id:long}
        sxxx+ POST /publisher/new
        sxxx= POST /publisher/people/reopen
        sxxx= POST /publisher/people/role
        sxxx= POST /publisher/people/suspend
        sxxx+ POST /publisher/settings
        sxxx+ POST /publisher/settings/seal
        sxxx+ POST /publisher/translation-reports/{report:long}/answer
        +++++ POST /report-translation/{item:long}/{language}
        s+x++ POST /thread/{item:long}/write
        ----- POST /way-in/{token}
        """;

    public static FrozenDictionary<string, string> Lines { get; } = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .ToFrozenDictionary(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..],
            line => line.Split(' ')[0]);

    public static string Print(IReadOnlyDictionary<string, string> lines) => string.Join('\n',
        lines.OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => $"{line.Value} {line.Key}"));
}
