using Coulisse.Crypto.Secrets;

namespace Coulisse.Signals.Accounts;

/// <summary>Random bytes as text that a person or an address can carry.</summary>
internal static class RandomText
{
    /// <summary>Crockford's base 32: no I, L, O, U, so that a written code reads only one way.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Hex(IRandomSource random, int bytes)
    {
        var drawn = new byte[bytes];
        random.Fill(drawn);
        return Convert.ToHexStringLower(drawn);
    }

    /// <summary>Five random bits a character.</summary>
    public static string Base32(IRandomSource random, int characters)
    {
        var drawn = new byte[characters];
        random.Fill(drawn);
        return string.Create(characters, drawn, static (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
                text[i] = Alphabet[bytes[i] & 31];
        });
    }
}
