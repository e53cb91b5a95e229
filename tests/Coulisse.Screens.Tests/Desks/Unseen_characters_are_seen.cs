using Coulisse.Screens.Words;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>What is drawn of a text of others.</summary>
[Trait("Row", "14")]
public sealed class Unseen_characters_are_seen
{
    [Theory]
    [InlineData("a\u202Eb", "a|U+202E|b")]
    [InlineData("a\u200Bb", "a|U+200B|b")]
    [InlineData("\u2066x\u2069", "U+2066|x|U+2069")]
    [InlineData("a\u0007b\r\nc", "a|U+0007|b|U+000D|\nc")]
    [InlineData("a\u2028b", "a|U+2028|b")]
    [InlineData("\u00AD\uFEFF\u3164", "U+00AD|U+FEFF|U+3164")]
    [InlineData("\uE000", "U+E000")]
    [InlineData("a\u200Db", "a|U+200D|b")]
    public void What_is_not_seen_is_drawn_as_its_number(string text, string drawn) =>
        Assert.Equal(drawn, string.Join('|', VisibleText.Of(text).Select(piece => piece.Text)));

    [Theory]
    [InlineData("می\u200Cخواهم")]
    [InlineData("👩\u200D🚀 ❤️\u200D🔥")]
    [InlineData("e\u0301, naïve, Ω, Москва, 東京, شكرًا")]
    [InlineData("line\nline\ttab")]
    public void What_belongs_to_a_script_stays(string text) =>
        Assert.Equal([new(text, PieceKind.Plain)], VisibleText.Of(text));

    [Theory]
    [InlineData("The line holds: cross the line", "The |line| holds: cross the line", 1)]
    [InlineData("The line holds: cross the line", "The line holds: cross the| line|", 2)]
    [InlineData("a\u202Eline, a line", "aU+202Eline, a |line|", 2)]
    [InlineData("one line\nand more", "one| line\nand| more", 1)]
    [InlineData("a\u200Bb ab", "|aU+200Bb| ab", 1)]
    public void What_is_marked_is_known_by_its_words_and_which_of_their_places(string text, string drawn, int place)
    {
        var (start, end) = (drawn.IndexOf('|', StringComparison.Ordinal),
            drawn.LastIndexOf('|') - 1);
        var words = drawn[(start + 1)..(end + 1)].Trim().Replace("U+200B", "\u200B", StringComparison.Ordinal);
        Assert.Equal(new(words, place), VisibleText.Marked(text, start, end));
    }

    [Fact]
    public void Where_only_blanks_are_marked_nothing_is() => Assert.Null(VisibleText.Marked("a  b", 1, 3));

    [Theory]
    [InlineData("p\u0430ypal")]
    [InlineData("Sec\u03BFetary")]
    [InlineData("\u041Cinister")]
    public void A_word_of_two_scripts_that_look_alike_is_marked(string word) =>
        Assert.Equal([new("The ", PieceKind.Plain), new(word, PieceKind.Mixed), new(".", PieceKind.Plain)],
            VisibleText.Of($"The {word}."));
}
