using System.Text;
using System.Text.Unicode;

namespace Coulisse.Wire.Statements;

/// <summary>
/// Reads a text line by line, remembering the number of the line; a field that does not fit ends in null.
/// </summary>
internal ref struct LineCursor(ReadOnlySpan<byte> text)
{
    private ReadOnlySpan<byte> rest = text;

    /// <summary>The number of the line read last, from 1; 0 before the first.</summary>
    internal int Line { get; private set; }

    internal readonly bool AtEnd => rest.IsEmpty;

    /// <summary>
    /// The next line without its LF; null at the end, for a line without LF, or one that is not UTF-8.
    /// </summary>
    internal string? Next()
    {
        Line++;
        var end = rest.IndexOf((byte)'\n');
        if (end < 0 || !Utf8.IsValid(rest[..end]))
            return null;
        var line = Encoding.UTF8.GetString(rest[..end]);
        rest = rest[(end + 1)..];
        return line;
    }

    /// <summary>The value of the next line when it is the field of this name.</summary>
    internal string? Field(string name) =>
        Next() is { } line && line.StartsWith(name + ": ", StringComparison.Ordinal) ? line[(name.Length + 2)..] : null;

    /// <summary>Whether the next line is the field of this name, without reading it.</summary>
    internal readonly bool IsAt(string name) => rest.StartsWith(Encoding.UTF8.GetBytes(name + ": "));
}
