using Coulisse.Talks.Leaks;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>A report beside what was said: like words are found whatever was done to them, other words are
/// not.</summary>
public sealed class WhatAReportIsLike
{
    private static readonly string[] Said =
    [
        "Good morning. We would open the northern bridge for grain lorries on Sunday, if the patrols stay away.",
        "Мы не будем подтверждать учения раньше марта, пока ваши наблюдатели не уехали.",
        "نبقي خط الاتصال بين البلدين مفتوحا مهما حدث في مكان آخر هذا الشهر.",
        "我们建议双方在星期日中午同时公布关于边境桥梁重新开放的声明文本。",
        "Thank you. Until tomorrow.",
    ];

    private static readonly Likeness Rooms = new(Said);

    [Theory]
    [InlineData("“WE WOULD OPEN — the northern bridge for grain lorries, on Sunday, if the patrols stay away”", 0)]
    [InlineData("On Sunday, if the patrols stay away, the northern bridge we would open for grain lorries.", 0)]
    [InlineData("According to the paper they would open the northern bridge for grain lorries on Sunday if patrols "
        + "stay away, sources say.", 0)]
    [InlineData("пока ваши наблюдатели не уехали, мы не будем подтверждать учения раньше марта", 1)]
    [InlineData("نُبْقِي خَطَّ الاتصال بين البلدين مفتوحاً مهما حدث في مكان آخر هذا الشهر", 2)]
    [InlineData("据报道，建议双方在星期日中午同时公布关于边境桥梁重新开放的声明文本", 3)]
    public void Words_that_were_said_are_found_in_other_case_marks_and_order(string report, int said) =>
        Assert.Equal(said, Rooms.Of(report)[0].Said);

    [Theory]
    [InlineData("The minister opened a new museum of bridges in the capital on Sunday afternoon.")]
    [InlineData("Nous ouvririons dimanche le pont du nord aux camions de céréales.")]
    [InlineData("Thank you. Until tomorrow.")]
    [InlineData("")]
    public void Other_words_and_what_everybody_says_are_not(string report) => Assert.Empty(Rooms.Of(report));

    [Fact]
    public void The_same_words_are_wholly_like_and_the_likest_comes_first()
    {
        var two = new Likeness([Said[0].Replace("Sunday", "Friday", StringComparison.Ordinal), Said[0]]);
        var like = two.Of("We would open the northern bridge for grain lorries on Sunday, if the patrols stay away.");
        Assert.Equal([1, 0], like.Select(one => one.Said));
        Assert.Equal(1.0, like[0].Share);
        Assert.InRange(like[1].Share, Likeness.ShareMin, 0.99);
    }

    [Fact]
    public void A_text_is_cut_into_numbered_sentences_with_their_lines() => Assert.Equal(
        [(1, 1, "It was 3.5 metres."), (2, 1, "Who said so?"), (3, 3, "一。"), (4, 3, "二！"), (5, 4, "No end")],
        Sentence.Of("It was 3.5 metres. Who said so?\n…\n一。二！\nNo end")
            .Select(one => (one.Number, one.Line, one.Text)));

    [Fact]
    public void A_real_report_beside_what_was_said_of_its_subject_is_found_by_the_sentence()
    {
        var report = Report();
        var sentences = Sentence.Of(report);
        var passage = sentences.MaxBy(one => one.Text.Length)!;
        // Said in a room with other marks and in capitals, among things that were not in the report.
        var rooms = new Likeness([.. Said,
            passage.Text.ToUpperInvariant().Replace(",", " —", StringComparison.Ordinal)]);
        var like = sentences.Select(one => (one.Number, Share: rooms.Of(one.Text).FirstOrDefault(found =>
                found.Said == Said.Length)?.Share ?? 0)).Where(one => one.Share > 0)
            .OrderByDescending(one => one.Share).ToArray();
        Assert.Equal((passage.Number, 1.0), like[0]);
        // The heading of a report says again what its first sentence says; nothing else of it does.
        Assert.All(like.Skip(1), one => Assert.Equal(1, one.Number));
        Assert.DoesNotContain(sentences, one => rooms.Of(one.Text).Any(found => found.Said < Said.Length));
    }

    private static string Report()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, "shared", "data", "press-report-fr.txt");
            if (File.Exists(file))
                return File.ReadAllText(file);
        }
        Assert.Skip("The report that this test reads is not on this machine: shared/data/press-report-fr.txt.");
        return "";
    }
}
