using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Coulisse.Kill;

/// <summary>A thread as a guest sees it, all its pages, in the order in which it is shown.</summary>
/// <param name="Counts">Every count that the page states: beside the title and over the thread, on each of its
/// pages.</param>
public sealed record ThreadShown(IReadOnlyList<ThreadShown.Comment> Comments, IReadOnlyList<int> Counts)
{
    /// <param name="Id">The comment's number in its address.</param>
    /// <param name="Number">Its number in the thread, with those above it: "3.1".</param>
    public sealed record Comment(long Id, string Number, string Author, string Words, int Score)
    {
        public string Above => Number.Contains('.', StringComparison.Ordinal) ? Number[..Number.LastIndexOf('.')] : "";
    }

    public static async Task<ThreadShown> ReadAsync(Visitor guest, string address)
    {
        var comments = new List<Comment>();
        var counts = new List<int>();
        for (string? next = address; next is not null;)
        {
            var page = await guest.OpenAsync(next);
            comments.AddRange(page.QuerySelectorAll("article.comment-self").Select(Read));
            counts.Add(NumberIn(page.QuerySelector("a.comment-count")!));
            counts.Add(NumberIn(page.QuerySelector("#thread-count")!));
            next = page.QuerySelector("nav.pages a[rel=next]")?.GetAttribute("href")?.Split('#')[0];
        }
        return new(comments, counts);
    }

    private static Comment Read(IElement shown) => new(
        long.Parse(shown.ParentElement!.Id!["c-".Length..], CultureInfo.InvariantCulture),
        shown.QuerySelector(".comment-number > span:last-child")!.TextContent.Trim(),
        shown.QuerySelector(".comment-author")?.TextContent.Trim() ?? "",
        shown.QuerySelector(".comment-body")?.TextContent.Trim() ?? "",
        int.Parse(shown.QuerySelector(".score")!.TextContent.Trim().Replace('−', '-'), CultureInfo.InvariantCulture));

    /// <summary>"No comments" is none.</summary>
    private static int NumberIn(IElement shown)
    {
        var digits = string.Concat(shown.TextContent.Where(char.IsAsciiDigit));
        return digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);
    }
}
