using System.Diagnostics;
using System.Text;
using Coulisse.Signals.SavedArticles;
using CsCheck;

namespace Coulisse.Signals.Tests.SavedArticles;

/// <summary>Whatever the bytes are, there is an answer, soon, and what is read can be written and read again.</summary>
public sealed class HostileFileTests(ITestOutputHelper output)
{
    // Wide, for a busy machine and a debug build: what grows with the square of the file would take minutes.
    private static readonly TimeSpan ReadingTimeMax = TimeSpan.FromSeconds(20);

    [Fact]
    public void Arbitrary_bytes_never_throw() => Gen.Byte.Array[0, 400].Sample(bytes => Settles(bytes), iter: 5_000);

    [Fact]
    public void Any_heap_of_lines_that_look_like_marks_never_throws() => AnyArticle.Text.Array[0, 40]
        .Sample(lines => Settles(Encoding.UTF8.GetBytes(string.Join('\n', lines))), iter: 3_000);

    [Fact]
    public void A_page_cut_anywhere_or_with_any_byte_changed_never_throws()
    {
        var pages = Directory.GetFiles(Folders.Corpus, "*.txt").Order()
            .Select(File.ReadAllBytes).Where(bytes => bytes.Length > 0).ToArray();
        var change = Gen.Select(Gen.Int[0, pages.Length - 1], Gen.Int[0, 4_000], Gen.Int[0, 4_000], Gen.Byte);
        change.Sample((page, cut, at, value) =>
        {
            var bytes = pages[page][..Math.Min(cut, pages[page].Length)];
            if (at < bytes.Length) bytes[at] = value;
            return Settles(bytes);
        }, iter: 5_000);
    }

    [Fact]
    public void A_thread_a_thousand_deep_is_flattened_to_the_named_maximum_and_said_so()
    {
        var page = new StringBuilder("Title\n\nBody.\n\n1000 comments\n");
        for (var depth = 0; depth < 1_000; depth++)
            page.Append(' ', 2 * depth).Append("1. 0\n").Append(' ', 2 * depth + 2).Append("7 November 2031 12:30\n");

        var (article, report) = Read(page.ToString());

        Assert.Equal(1_000, article.Thread.Sum(Count));
        Assert.Equal(SavedArticleLimits.ThreadLevelsMax, article.Thread.Max(Depth));
        var flattened = Assert.Single(report.Assumptions, a => a.Kind == AssumptionKind.NestingFlattened);
        var firstTooDeep = SavedArticleLimits.ThreadLevelsMax; // two lines a comment, the first of them on line 6
        Assert.Equal((6 + 2 * firstTooDeep, "968"), (flattened.Line, flattened.Detail));
    }

    [Fact]
    public void A_thread_at_the_named_maximum_is_kept_and_nothing_is_said()
    {
        var page = new StringBuilder("Title\n\nBody.\n\n32 comments\n");
        for (var depth = 0; depth < SavedArticleLimits.ThreadLevelsMax; depth++)
            page.Append(' ', 2 * depth).Append("1. 0\n").Append(' ', 2 * depth + 2).Append("7 November 2031 12:30\n")
                .Append(' ', 2 * depth + 2).Append("Deeper.\n");

        var (article, report) = Read(page.ToString());

        Assert.Equal(SavedArticleLimits.ThreadLevelsMax, article.Thread.Max(Depth));
        Assert.Empty(report.Assumptions);
    }

    [Fact]
    public void A_line_of_ten_megabytes_is_cut_and_reported()
    {
        var (article, report) = Read("Title\n\n" + new string('a', 10_000_000) + "\n\nThe end.\n");

        Assert.Equal(SavedArticleLimits.LineCharsMax,
            Assert.IsType<ArticleBlock.Paragraph>(article.Body[0]).Text.Length);
        Assert.Equal(new ArticleBlock.Paragraph("The end."), article.Body[1]);
        var cut = Assert.Single(report.Unread);
        Assert.Equal((3, UnreadReason.LineTooLong), (cut.Line, cut.Reason));
        Assert.Equal(SavedArticleLimits.ShownCharsMax, cut.Shown.Length);
    }

    [Fact]
    public void A_file_at_the_size_limit_is_read_and_one_byte_more_is_refused()
    {
        var file = new byte[SavedArticleLimits.FileBytesMax + 1];
        file.AsSpan().Fill((byte)'a');

        Assert.IsType<SavedArticleReading.Read>(SavedArticleReader.Read(file.AsSpan(1)));
        Assert.Equal(new SavedArticleReading.NotAnArticle(NotAnArticleReason.TooLarge), SavedArticleReader.Read(file));
    }

    public static TheoryData<string, string, string> Patterns() => new()
    {
        { "nothing but digits", "", "1" },
        { "nothing but spaces", "", " " },
        { "comment numbers without dates", "3 comments\n", "1. 0\n" },
        { "numbers climbing", "3 comments\n", "  1. 0\n2022-11-07 12:30\n    2. 0\n?\n" },
        { "empty quotations", "", ">\n" },
        { "quotations touching", "", "> a\n" },
        { "dashes", "", "- a\n" },
        { "counts", "", "3 comments\n" },
        { "counts of the thread again and again", "Body.\n\n", "Comments\n\n" },
        { "dates", "", "7 November 2031 12:30\n" },
        { "sign-in notices", "3 comments\n", "Sign in to comment.\n" },
        { "the same words quoted", "aaaaaaaaa aaaaaaaaa\n3 comments\n", "1. 0\n?\n" + "aaaaaaaaa aaaaaaaab\n\nx\n\n" },
        {
            "many quotations of a long parent",
            "3 comments\n1. 0\n?\n" + string.Concat(Enumerable.Repeat("a ", 100_000)) + "\n",
            "  1. 0\n  ?\n  a a a a a a a b\n\n  x\n"
        },
        { "short lines of one paragraph", "", "a\n" },
        { "deep tabs", "3 comments\n", new string('\t', 60) + "1. 0\n" + new string('\t', 60) + "?\n" },
        { "numbers nested without indentation", "3 comments\n", "1. 0\n?\n" },
        { "strays above", "3 comments\n", "a\n" },
        { "words joined by marks", "", "a\u0301\u202E \u200B" },
        { "bytes of half letters", "", "\uD83D\uDE00é" },
    };

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_megabyte_of_one_pattern_is_read_at_once(string name, string start, string pattern)
    {
        var times = 1_000_000 / Encoding.UTF8.GetByteCount(pattern);
        var bytes = Encoding.UTF8.GetBytes("Title\n\n" + start + string.Concat(Enumerable.Repeat(pattern, times)));
        var watch = Stopwatch.StartNew();

        SavedArticleReader.Read(bytes);

        output.WriteLine($"{name}: {bytes.Length:N0} bytes in {watch.ElapsedMilliseconds} ms");
        Assert.True(watch.Elapsed < ReadingTimeMax, $"{name}: {watch.Elapsed}");
    }

    private static bool Settles(byte[] bytes)
    {
        if (SavedArticleReader.Read(bytes) is not SavedArticleReading.Read read) return true;
        var (article, report) = read;
        var (again, _) = Read(SavedArticleWriter.Write(article));
        foreach (var assumption in report.Assumptions) Assert.NotEmpty(assumption.Sentence);
        foreach (var unread in report.Unread) Assert.NotEmpty(unread.Sentence);
        return again with { Language = null } == article with { Language = null };
    }

    private static (SavedArticle Article, ReadingReport Report) Read(string text)
    {
        var read = Assert.IsType<SavedArticleReading.Read>(SavedArticleReader.Read(Encoding.UTF8.GetBytes(text)));
        return (read.Article, read.Report);
    }

    private static int Count(SavedComment comment) => 1 + comment.Replies.Sum(Count);

    private static int Depth(SavedComment comment) => 1 + comment.Replies.Select(Depth).DefaultIfEmpty(0).Max();
}
