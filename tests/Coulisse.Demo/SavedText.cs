using System.Globalization;
using System.Text.RegularExpressions;

namespace Coulisse.Demo;

/// <summary>What an article saved as text holds, read in the plainest way and by code that shares nothing with the product.</summary>
/// <param name="Comments">Number as printed, level from 1, score.</param>
internal sealed partial record SavedText(string Title, IReadOnlyList<SavedText.Comment> Comments)
{
    /// <param name="Date">The line below the number, its digits alone: what the page must show again.</param>
    internal sealed record Comment(int Number, int Level, int Score, string Date);

    public static SavedText Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var comments = new List<Comment>();
        var indents = new List<int>();
        for (var i = 0; i < lines.Length - 1; i++)
        {
            if (Mark().Match(lines[i]) is not { Success: true } mark || !Date().IsMatch(lines[i + 1]))
                continue;
            var indent = mark.Groups[1].Length;
            indents.RemoveAll(open => open > indent);
            if (indents.Count == 0 || indents[^1] < indent)
                indents.Add(indent);
            comments.Add(new(Number(mark.Groups[2].Value), indents.Count, Number(mark.Groups[3].Value.Replace('−', '-')), Digits(lines[i + 1])));
        }
        return new(lines.First(line => line.Trim().Length > 0).Trim(), comments);
    }

    /// <summary>Day, year, hour and minute of a date, without its words.</summary>
    public static string Digits(string date) => string.Concat(date.Where(char.IsAsciiDigit));

    private static int Number(string digits) => int.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\s+)(\d+)\.\s*([+−-]?\d+)\s*$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\d{4}.*\d{1,2}\s*:\s*\d{2}")]
    private static partial Regex Date();
}
