using System.Globalization;
using Coulisse.Signals.Claims.Cues;

namespace Coulisse.Signals.Tests.Claims;

/// <summary>The published figure is the measured one. Odd rows of a set were tuned on, even rows are judged.</summary>
public sealed class Suggestions_measured
{
    private static readonly string[] Labels =
        ["none", "attributed", "unnamed-sources", "reported", "denied", "presumed"];

    public static TheoryData<string> Languages => new(AttributionCues.Languages);

    [Fact]
    public void Are_published_as_they_are()
    {
        var measured = AttributionCues.Languages.Select(Measure).ToArray();
        var asJson = string.Join(",\n", measured.Select(m => string.Create(CultureInfo.InvariantCulture,
            $"  {{ \"language\": \"{m.Language}\", \"sentences\": {m.Sentences}, " +
            $"\"precision\": {m.Precision:0.000}, \"recall\": {m.Recall:0.000} }}")));
        Assert.True(measured.SequenceEqual(CueMeasure.Published), $"measured.json should be\n[\n{asJson}\n]");
    }

    [Theory, MemberData(nameof(Languages))]
    public void Are_better_than_chance_by_far(string language)
    {
        var measure = CueMeasure.Published.Single(m => m.Language == language);
        Assert.InRange(measure.Precision, 0.85, 1);
        Assert.InRange(measure.Recall, 0.80, 1);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Rest_on_a_set_that_is_large_even_and_without_repeats(string language)
    {
        var rows = Rows(language);
        Assert.True(rows.Length >= 120);
        Assert.InRange(rows.Count(r => r.Label != "none") / (double)rows.Length, 0.4, 0.6);
        Assert.Distinct(rows.Select(r => r.Sentence));
        Assert.All(rows, r => Assert.Contains(r.Label, Labels));
        Assert.All(rows, r => Assert.Single(Sentences.Split(r.Sentence)));
    }

    private static CueMeasure Measure(string language)
    {
        var heldOut = Rows(language).Where((_, i) => i % 2 == 1)
            .Select(r => (
                Marked: r.Label != "none", Suggested: AttributionCues.Suggest(language, r.Sentence).Length > 0))
            .ToArray();
        double both = heldOut.Count(r => r.Marked && r.Suggested);
        return new(language, heldOut.Length,
            Math.Round(both / heldOut.Count(r => r.Suggested), 3), Math.Round(both / heldOut.Count(r => r.Marked), 3));
    }

    private static (string Label, string Sentence)[] Rows(string language) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Claims", $"cues.{language}.tsv"))
            .Select(line => line.Split('\t')).Select(cells => (cells[0], cells[1])),
    ];
}
