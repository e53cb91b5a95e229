using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Coulisse.Demo;

/// <summary>What the page must show of an article, looked at over HTTP and counted.</summary>
internal sealed class Facts(Uri address, SavedText saved)
{
    private readonly List<(string What, bool Holds)> _seen = [];

    public Uri Address { get; } = address;

    public int Imported { get; private set; }

    public int Answered { get; private set; }

    public int Votes { get; private set; }

    public int Lost => _seen.Count(fact => !fact.Holds);

    public void Note(string what, bool holds) => _seen.Add((what, holds));

    public async Task CheckAsGuestAsync(string when, int answers)
    {
        using var guest = new Visitor(Address);
        var page = await guest.OpenAsync(Address.AbsoluteUri);
        var comments = page.QuerySelectorAll("li.comment");
        var imported = comments.Where(c => OwnWords(c).QuerySelector(".comment-mark svg use[href$='#imported']") is not null).ToList();
        (Imported, Answered) = (imported.Count, comments.Length - imported.Count);
        var expected = saved.Comments.Count + answers;

        Note($"the title, {when}", page.QuerySelector("h1")?.TextContent.Trim() == saved.Title);
        Note($"the count {expected} beside the title, {when}", Digits(page.QuerySelector(".title .comment-count")) == expected);
        Note($"the count {expected} over the thread, {when}", Digits(page.QuerySelector(".thread-head h2")) == expected);
        Note($"the body, {when}", page.QuerySelectorAll(".body .block").Length > 0);
        Note($"the sign-in notice, {when}", page.QuerySelector(".thread .notice a[href^='/account/sign-in']") is not null);
        Note($"{answers} answers, {when}", Answered == answers);
        Note($"{saved.Comments.Count} imported comments, {when}", imported.Count == saved.Comments.Count);
        foreach (var (comment, shown) in saved.Comments.Zip(imported))
            CheckComment(comment, shown, when, votes: answers > 0 && comment == saved.Comments[0] ? 1 : 0);
    }

    public void Print()
    {
        foreach (var (what, holds) in _seen)
            Console.WriteLine($"  {(holds ? "ok  " : "LOST")} {what}");
    }

    private void CheckComment(SavedText.Comment comment, IElement shown, string when, int votes)
    {
        var own = OwnWords(shown);
        var score = Score(own);
        Votes += score == comment.Score + votes ? votes : 0;
        Note($"comment {comment.Number} on level {comment.Level} with score {comment.Score + votes}, {when}",
            Level(shown) == comment.Level && score == comment.Score + votes
            && own.QuerySelector(".comment-number b")?.TextContent.Trim() == comment.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        // The file's "7 November 2022 12: 30" and the page's own wording of it have the day, year, hour and minute in common.
        Note($"its date {comment.Date}, {when}", own.QuerySelector("time")?.GetAttribute("datetime") is { } at && SameMinute(at, comment.Date));
    }

    /// <summary>2022-11-07T12:30:00Z beside the digits 7 2022 12 30 (the month is a word in the file).</summary>
    private static bool SameMinute(string datetime, string digits)
    {
        var at = DateTimeOffset.Parse(datetime, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();
        return digits.EndsWith(at.ToString("yyyyHHmm", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            && digits[..^8].TrimStart('0') == at.Day.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static IElement OwnWords(IElement comment) => comment.QuerySelector(":scope > .comment-self")!;

    private static int Level(IElement comment) => comment.GetAncestors().OfType<IHtmlListItemElement>().Count(a => a.ClassList.Contains("comment")) + 1;

    private static int? Score(IElement own)
    {
        var words = own.QuerySelector(".score")?.TextContent ?? "";
        var number = string.Concat(words.Where(c => char.IsAsciiDigit(c) || c is '−' or '-')).Replace('−', '-');
        return int.TryParse(number, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var score) ? score : null;
    }

    private static int? Digits(IElement? element) =>
        int.TryParse(SavedText.Digits(element?.TextContent ?? ""), out var number) ? number : null;
}
