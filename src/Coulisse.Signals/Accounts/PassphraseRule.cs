using System.Collections.Frozen;
using System.Text;
using Coulisse.Crypto.Passphrases;

namespace Coulisse.Signals.Accounts;

/// <summary>What a passphrase must be: long enough, not one that everybody tries first, not the name. Nothing about
/// which
/// kinds of characters it has (NIST SP 800-63B-4 §3.1.1.2).</summary>
public static class PassphraseRule
{
    /// <summary>Characters, counted as Unicode code points after NFKC.</summary>
    public const int CharactersMin = 12;

    /// <summary>Characters; bounds the hashing work that a stranger can ask for.</summary>
    public const int CharactersMax = 256;

    /// <summary>UTF-16 units; nothing longer is even normalised.</summary>
    public const int TypedMax = Passphrase.CharactersMax;

    private static readonly FrozenSet<string> Commonest = ReadCommonest();

    public static PassphraseFault? FaultOf(string typed, string displayName)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Length > TypedMax)
            return PassphraseFault.TooLong;
        if (typed.EnumerateRunes().Any(rune => Rune.IsControl(rune) || rune == Rune.ReplacementChar))
            return PassphraseFault.Unreadable;
        var normal = typed.Normalize(NormalizationForm.FormKC);
        if (CharactersOf(normal) > CharactersMax)
            return PassphraseFault.TooLong;
        if (CharactersOf(normal) < CharactersMin)
            return PassphraseFault.TooShort;
        var bare = Bare(normal);
        if (bare.Length > 0 && bare == Bare(displayName))
            return PassphraseFault.IsTheName;
        return Commonest.Contains(bare) || IsOneCharacterOrRun(bare) ? PassphraseFault.TooCommon : null;
    }

    private static int CharactersOf(string text) => text.EnumerateRunes().Count();

    /// <summary>Letters and digits only, small: "Pass-Word 1234" and "password1234" are one guess.</summary>
    private static string Bare(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes().Where(Rune.IsLetterOrDigit));

    private static bool IsOneCharacterOrRun(string bare)
    {
        var steps = bare.Zip(bare.Skip(1), (a, b) => b - a).Distinct().ToArray();
        return steps is [] or [0] or [1] or [-1];
    }

    private static FrozenSet<string> ReadCommonest()
    {
        using var stream = typeof(PassphraseRule).Assembly.GetManifestResourceStream("commonest-passphrases.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#')).ToFrozenSet(StringComparer.Ordinal);
    }
}
