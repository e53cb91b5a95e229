using System.Globalization;
using System.Text;
using Coulisse.Wire.Text;

namespace Coulisse.Wire.Records;

/// <summary>
/// Words of others as a record writes them: characters that would not show, or would turn what is read, stand as
/// <c>\u{…}</c>, a backslash as two. So every text has one form, and none can pass for a line of the record.
/// </summary>
internal static class VisibleWords
{
    /// <summary>The form of these words; null if they are not well-formed.</summary>
    internal static string? Of(string words)
    {
        var text = new StringBuilder(words.Length);
        for (var at = 0; at < words.Length;)
        {
            if (!Rune.TryGetRuneAt(words, at, out var rune))
                return null;
            at += rune.Utf16SequenceLength;
            if (rune.Value == '\\')
                text.Append(@"\\");
            else if (PlainText.IsRefused(rune))
                text.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
            else
                text.Append(rune.ToString());
        }
        return text.ToString();
    }

    /// <summary>The words of this form; null if there are none.</summary>
    internal static string? Read(string form)
    {
        var words = new StringBuilder(form.Length);
        for (var at = 0; at < form.Length; at++)
        {
            if (form[at] != '\\')
                words.Append(form[at]);
            else if (form.AsSpan(at).StartsWith(@"\\"))
                words.Append(form[at++]);
            else if (RuneAt(form, ref at) is { } rune)
                words.Append(rune.ToString());
            else
                return null;
        }
        return words.ToString();
    }

    private static Rune? RuneAt(string form, ref int at)
    {
        var end = form.IndexOf('}', at);
        if (end < 0 || end > at + 9 || !form.AsSpan(at).StartsWith(@"\u{")
            || !int.TryParse(form.AsSpan(at + 3, end - at - 3), NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture, out var value) || !Rune.IsValid(value))
            return null;
        at = end;
        return new(value);
    }
}
