using System.Text.Json;
using Coulisse.Signals.SavedArticles;

namespace Coulisse.Signals.Tests.SavedArticles;

/// <summary>What a person reads in a corpus file, in words short enough to write by hand.</summary>
internal sealed record ExpectedReading
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string? Refused { get; init; }
    public string? Title { get; init; }
    public int? CountAtTitle { get; init; }
    public int? CountOverThread { get; init; }
    public string? Language { get; init; }
    public string? Notice { get; init; }

    /// <summary>Kinds of block; behind "Quotation &lt;-" the attribution.</summary>
    public string[] Body { get; init; } = [];

    /// <summary>Number, score, date and author, two spaces in front for each level.</summary>
    public string[] Thread { get; init; } = [];

    /// <summary>Where the words of each quotation in the thread were found.</summary>
    public string[] Quoted { get; init; } = [];

    public string[] Unread { get; init; } = [];
    public string[] Assumptions { get; init; } = [];

    internal static ExpectedReading Load(string file) =>
        JsonSerializer.Deserialize<ExpectedReading>(File.ReadAllText(file), Json)!;

    internal static ExpectedReading Of(SavedArticleReading reading) => reading switch
    {
        SavedArticleReading.NotAnArticle refused => new() { Refused = refused.Reason.ToString() },
        SavedArticleReading.Read read => Of(read.Article, read.Report),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>One fact a line, so that a difference shows itself.</summary>
    internal string Lines() => string.Join('\n',
    [
        $"refused {Refused}", $"title {Title}", $"counts {CountAtTitle} {CountOverThread}", $"language {Language}",
        $"notice {Notice}",
        "body", .. Body, "thread", .. Thread, "quoted", .. Quoted, "unread", .. Unread, "assumptions", .. Assumptions,
    ]);

    private static ExpectedReading Of(SavedArticle article, ReadingReport report) => new()
    {
        Title = article.Title,
        CountAtTitle = article.CountAtTitle,
        CountOverThread = article.CountOverThread,
        Language = article.Language,
        Notice = article.SignInNotice,
        Body = [.. article.Body.Select(Block)],
        Thread = [.. article.Thread.SelectMany(comment => Comment(comment, ""))],
        Quoted = [.. article.Thread.SelectMany(Quotations).Select(from => from.ToString())],
        Unread = [.. report.Unread.Select(unread => $"{unread.Line} {unread.Reason}")],
        Assumptions = [.. report.Assumptions.Select(a => $"{a.Line} {a.Kind} {a.Detail}".TrimEnd())],
    };


    private static string Block(ArticleBlock block) =>
        block is ArticleBlock.Quotation { Attribution: { } by } ? $"Quotation <- {by}" : block.GetType().Name;

    private static IEnumerable<string> Comment(SavedComment comment, string indent) =>
    [
        $"{indent}{comment.Number}. {comment.Score:+0;-0;0} {comment.WrittenAt?.ToString() ?? "none"}"
            + (comment.Author is { } author ? $" by {author}" : ""),
        .. comment.Replies.SelectMany(reply => Comment(reply, indent + "  ")),
    ];

    private static IEnumerable<QuotedFrom> Quotations(SavedComment comment) =>
    [
        .. comment.Blocks.OfType<CommentBlock.Quotation>().Select(quotation => quotation.From),
        .. comment.Replies.SelectMany(Quotations),
    ];
}
