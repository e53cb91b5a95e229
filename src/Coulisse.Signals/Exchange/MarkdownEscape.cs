using System.Text;

namespace Coulisse.Signals.Exchange;

/// <summary>Writes plain words so that Markdown shows exactly them.</summary>
internal static class MarkdownEscape
{
    private const string Always = "\\`*_[]<>|~^&";

    /// <summary>One paragraph; its line breaks stay where they are.</summary>
    public static string Paragraph(string text) => string.Join('\n', text.Split('\n').Select(Line));

    /// <summary>One line: what would open a heading, list, rule or quotation at its start is escaped too.</summary>
    public static string Line(string line)
    {
        var trimmed = line.Trim();
        var escaped = new StringBuilder(trimmed.Length + 8);
        for (var i = 0; i < trimmed.Length; i++)
        {
            if (Always.Contains(trimmed[i], StringComparison.Ordinal) || IsDoubled(trimmed, i) || OpensBlock(trimmed, i))
                escaped.Append('\\');
            escaped.Append(trimmed[i]);
        }
        return escaped.ToString();
    }

    /// <summary>"++" and "==" would mark words.</summary>
    private static bool IsDoubled(string line, int at) => line[at] is '+' or '='
        && ((at > 0 && line[at - 1] == line[at]) || (at + 1 < line.Length && line[at + 1] == line[at]));

    private static bool OpensBlock(string line, int at) => line[at] switch
    {
        '#' or '-' or '+' or '=' => at == 0,
        '.' or ')' => at is > 0 and <= 9 && line.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0,
        _ => false,
    };
}
