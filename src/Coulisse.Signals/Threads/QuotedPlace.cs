using System.Globalization;

namespace Coulisse.Signals.Threads;

/// <summary>Where quoted words stand: in another comment, or in a numbered paragraph of one version of an edition.</summary>
/// <remarks>Written <c>c:17</c> or <c>p:fr:3:2</c> (language, version, paragraph from 1), in forms as in the page's file.</remarks>
public abstract record QuotedPlace
{
    private const int WrittenLengthMax = 60;
    private const int LanguageLengthMax = 35; // RFC 5646 §4.4.1

    private QuotedPlace() { }

    public sealed record InComment(CommentId Comment) : QuotedPlace
    {
        public override string ToString() => $"c:{Comment}";
    }

    public sealed record InEdition(string Language, int Version, int Paragraph) : QuotedPlace
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"p:{Language}:{Version}:{Paragraph}");
    }

    /// <summary>Reads the written form; null for anything else.</summary>
    public static QuotedPlace? Read(string? written)
    {
        if (written is null || written.Length > WrittenLengthMax)
            return null;
        return written.Split(':') switch
        {
            ["c", var id] when Positive(id) is { } comment => new InComment(new(comment)),
            ["p", var language, var version, var paragraph]
                when IsLanguage(language) && Positive(version) is <= int.MaxValue and var v
                && Positive(paragraph) is <= int.MaxValue and var p => new InEdition(language, (int)v, (int)p),
            _ => null,
        };
    }

    /// <summary>True for what has the shape of a BCP 47 tag.</summary>
    internal static bool IsLanguage(string tag) =>
        tag.Length is >= 2 and <= LanguageLengthMax && char.IsAsciiLetter(tag[0])
        && tag.Split('-').All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));

    private static long? Positive(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
