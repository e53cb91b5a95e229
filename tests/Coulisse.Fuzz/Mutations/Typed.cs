using System.Text;

namespace Coulisse.Fuzz.Mutations;

/// <summary>Bytes as a string that a form or a header could hand over, surrogates alone among them.</summary>
internal static class Typed
{
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (bytes is [0xed, >= 0xa0 and <= 0xbf and var middle, >= 0x80 and <= 0xbf and var last, ..])
            {
                text.Append((char)(0xd000 | ((middle & 0x3f) << 6) | (last & 0x3f)));
                bytes = bytes[3..];
                continue;
            }
            Rune.DecodeFromUtf8(bytes, out var rune, out var read);
            text.Append(rune.ToString());
            bytes = bytes[read..];
        }
        return text.ToString();
    }
}
