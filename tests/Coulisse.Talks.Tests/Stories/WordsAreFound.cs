using System.Text;
using Coulisse.Talks.Values;
using Coulisse.Talks.Words;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>Words that are looked for: folded as everywhere, found where a word begins, all of them or none.</summary>
public sealed class WordsAreFound
{
    [Theory]
    [InlineData("bridge", "Two Bridges are open.", "Bridge")]
    [InlineData("BRIDGE open", "Two bridges are open.", "bridge|open")]
    [InlineData("мост", "Мосты открыты", "Мост")]
    [InlineData("ёлка", "Елка", "")]
    [InlineData("كتب", "كَتَبَ الوزير", "كَتَبَ")]
    [InlineData("停航", "渡轮今晚停航", "停航")]
    [InlineData("ΛΟΓΟΣ", "ο λόγος του", "")]
    [InlineData("λόγος", "ο ΛΌΓΟΣ του", "ΛΌΓΟΣ")]
    [InlineData("bridge", "They abridge it.", "")]
    [InlineData("bridge closed", "Two bridges are open.", "")]
    [InlineData("🕊", "A dove 🕊 it is", "🕊")]
    public void All_of_them_stand_where_a_word_begins(string typed, string text, string found)
    {
        var words = new SearchWords(typed);
        var ranges = words.In(text);
        Assert.Equal(found, string.Join('|', ranges.Select(range => Cut(text, range))));
        Assert.True(ranges.IsEmpty || words.MayBeIn(SearchWords.Folded(text)));
    }

    [Fact]
    public void The_quick_look_says_no_only_where_they_do_not_stand()
    {
        Assert.True(new SearchWords("  ").IsEmpty);
        // Looked at, and then not found.
        Assert.True(new SearchWords("bridge").MayBeIn(SearchWords.Folded("They abridge it.")));
        Assert.False(new SearchWords("bridge").MayBeIn(SearchWords.Folded("The ferry")));
    }

    private static string Cut(string text, TextRange range) => string.Concat(
        text.EnumerateRunes().Skip(range.Start).Take(range.End - range.Start).Select(rune => rune.ToString()));
}
