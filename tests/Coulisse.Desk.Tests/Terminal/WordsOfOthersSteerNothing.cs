using Coulisse.Terminal;

namespace Coulisse.Desk.Tests.Terminal;

/// <summary>What somebody else wrote, on a terminal.</summary>
public sealed class WordsOfOthersSteerNothing
{
    [Theory]
    [InlineData("Слово. كلمة. 话 e\u0301", "Слово. كلمة. 话 e\u0301")]
    [InlineData("👩🏽‍🚀 می‌خواهم", "👩🏽‍🚀 می‌خواهم")] // joiners are part of the writing
    [InlineData("\u001b[2J\u0007\u0000\u0085", "\uFFFD[2J\uFFFD\uFFFD\uFFFD")]
    [InlineData("a\u202Eb\u202Cc\u2066d\u2069e", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe")]
    [InlineData("one\r\ntwo\u2028three", "one\uFFFD\ntwo\uFFFDthree")]
    public void They_stay_readable_and_nothing_else(string words, string shown)
    {
        Assert.Equal(shown, PlainLine.Lines(words));
        Assert.Equal(shown.Replace('\n', '\uFFFD'), PlainLine.Of(words));
    }
}
