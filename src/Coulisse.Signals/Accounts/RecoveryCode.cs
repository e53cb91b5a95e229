using Coulisse.Crypto.Secrets;

namespace Coulisse.Signals.Accounts;

/// <summary>A code that sets a new passphrase, once: 16 characters of Crockford's base 32 (80 random bits), in
/// fours.</summary>
internal static class RecoveryCode
{
    public const int CodesAtOnce = 10;
    public const int Characters = 16;

    /// <summary>Longest that is read from a form; room for any spacing a person may type.</summary>
    public const int TypedMax = 100;

    public static string[] MakeSet(IRandomSource random) =>
        [.. Enumerable.Range(0, CodesAtOnce).Select(_ => Shown(RandomText.Base32(random, Characters)))];

    /// <summary>As it was made, whatever case, spacing or look-alike letters were typed; empty when it cannot be a
    /// code.</summary>
    public static string Normal(string typed)
    {
        if (typed.Length > TypedMax)
            return "";
        var read = string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)
            .Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }));
        return read.Length == Characters && read.All(RandomText.Alphabet.Contains) ? read : "";
    }

    private static string Shown(string code) => string.Join('-', code.Chunk(4).Select(four => new string(four)));
}
