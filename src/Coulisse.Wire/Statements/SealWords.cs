using System.Text;
using System.Text.Unicode;

namespace Coulisse.Wire.Statements;

/// <summary>The words of a block's lines, one by one; null where a line is not whole.</summary>
internal ref struct SealWords(ReadOnlySpan<byte> block)
{
    private ReadOnlySpan<byte> rest = block;

    internal string? Next()
    {
        var end = rest.IndexOf((byte)'\n');
        if (end < 0)
            return null;
        var words = SealLine.Words(rest[..end]);
        rest = rest[(end + 1)..];
        return words.IsEmpty || !Utf8.IsValid(words) ? null : Encoding.UTF8.GetString(words);
    }

    internal string? Field(string name) =>
        Next() is { } words && words.StartsWith(name + ' ', StringComparison.Ordinal) ? words[(name.Length + 1)..]
            : null;

    /// <summary>Whether the next line's words begin so, without reading it.</summary>
    internal readonly bool IsAt(string words) =>
        rest.StartsWith(Encoding.UTF8.GetBytes(SealBlock.LinePrefixText + words));
}
