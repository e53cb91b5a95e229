using System.Collections.Frozen;

namespace Coulisse.Signals.Tests.Hostile.Typed;

/// <summary>What becomes of typed words when a form is refused: a line a form, a letter each for signed out, token no
/// longer good, suspended, too often, nothing there any more, the write fails.</summary>
internal static class TypedTable
{
    /// <summary>The words stand in a form that can be sent again.</summary>
    public const char ToSend = 's';

    /// <summary>The words stand there to be copied.</summary>
    public const char ToCopy = 'c';

    /// <summary>This refusal does not happen here.</summary>
    public const char Never = '.';

    /// <summary>The words are gone: never in the table.</summary>
    public const char Lost = '!';

    // Then the fields in which words are typed; "-" for none but a name, a secret, a file or a choice.
    private const string Table = """
        ss.s.s POST /account/appeal: appeal
        ...... POST /account/close: -
        ...... POST /account/new: -
        ...... POST /account/new/passkey: -
        ...... POST /account/new/passkey-options: -
        ...... POST /account/passkeys/: -
        ...... POST /account/passkeys/options: -
        ...... POST /account/passkeys/remove: -
        ...... POST /account/passkeys/request: -
        ...... POST /account/passphrase: -
        ss.s.s POST /account/reading: zone
        ...... POST /account/recovery: -
        ...... POST /account/recovery-codes: -
        ...... POST /account/sign-in: -
        ...... POST /account/sign-in/passkey: -
        ...... POST /account/sign-out: -
        ...... POST /account/sign-out-everywhere: -
        sscscs POST /comment/{id:long}/edit: text
        sscscs POST /comment/{id:long}/report: reason
        ...... POST /comment/{id:long}/vote: -
        ...... POST /comment/{id:long}/withdraw: -
        ss.scs POST /decision/{id:long}/appeal: reason
        ssc.c. POST /publisher/items/{item:long}/machine: target
        ...... POST /publisher/items/{item:long}/publish: -
        ssc.cs POST /publisher/items/{item:long}/schedule: date time
        ...... POST /publisher/items/{item:long}/sign: -
        ...... POST /publisher/items/{item:long}/unschedule: -
        ssc.cs POST /publisher/items/{item:long}/withdraw: reason
        ...... POST /publisher/items/{item:long}/withdraw-by-seal: -
        ssc.cs POST /publisher/items/{item:long}/{language}/claims: words speaker source chain
        ...... POST /publisher/items/{item:long}/{language}/claims/retire: -
        ssc.cs POST /publisher/items/{item:long}/{language}/edit: title body note
        ...... POST /publisher/items/{item:long}/{language}/release: -
        ...... POST /publisher/items/{item:long}/{language}/standing: -
        sscscs POST /publisher/moderation/{id:long}: reason
        ssc..s POST /publisher/new: title body
        ssc.cs POST /publisher/people/reopen: reason
        ...... POST /publisher/people/role: -
        ssc.cs POST /publisher/people/suspend: reason
        ssc..s POST /publisher/settings: name-en translator-name held-words
        ssc..s POST /publisher/settings/seal: party seal
        ssc.cs POST /publisher/translation-reports/{report:long}/answer: answer
        ss.scs POST /report-translation/{item:long}/{language}: words remark
        sscscs POST /thread/{item:long}/write: text
        ...... POST /way-in/{token}: -
        """;

    /// <summary>By name of the route: the letters, and the fields.</summary>
    public static FrozenDictionary<string, (string Letters, string[] Fields)> Lines { get; } = Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => (Head: line[..line.LastIndexOf(": ", StringComparison.Ordinal)],
            Fields: line[(line.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Split(' ')))
        .ToFrozenDictionary(line => line.Head[(line.Head.IndexOf(' ', StringComparison.Ordinal) + 1)..],
            line => (line.Head.Split(' ')[0], line.Fields is ["-"] ? [] : line.Fields));
}
