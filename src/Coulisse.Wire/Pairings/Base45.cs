namespace Coulisse.Wire.Pairings;

/// <summary>Bytes in the characters that a code for a camera holds most of: RFC 9285.</summary>
internal static class Base45
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private const int Base = 45;

    internal static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new System.Text.StringBuilder(bytes.Length / 2 * 3 + 2);
        for (; bytes.Length > 1; bytes = bytes[2..])
            Append(text, bytes[0] * 256 + bytes[1], 3);
        if (bytes.Length == 1)
            Append(text, bytes[0], 2);
        return text.ToString();
    }

    /// <summary>Null for anything that <see cref="Encode"/> does not give.</summary>
    internal static byte[]? Decode(ReadOnlySpan<char> text)
    {
        if (text.Length % 3 == 1)
            return null;
        var bytes = new byte[text.Length / 3 * 2 + text.Length % 3 / 2];
        for (var at = 0; !text.IsEmpty; at += 2)
        {
            var isPair = text.Length > 2;
            if (Value(text[..(isPair ? 3 : 2)]) is not { } value || value > (isPair ? ushort.MaxValue : byte.MaxValue))
                return null;
            if (isPair)
                (bytes[at], bytes[at + 1]) = ((byte)(value / 256), (byte)(value % 256));
            else
                bytes[at] = (byte)value;
            text = text[(isPair ? 3 : 2)..];
        }
        return bytes;
    }

    private static void Append(System.Text.StringBuilder text, int value, int digits)
    {
        for (; digits > 0; digits--, value /= Base)
            text.Append(Alphabet[value % Base]);
    }

    private static int? Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        for (var at = digits.Length - 1; at >= 0; at--)
        {
            var digit = Alphabet.IndexOf(digits[at], StringComparison.Ordinal);
            if (digit < 0)
                return null;
            value = value * Base + digit;
        }
        return value;
    }
}
