using Coulisse.Signals.Threads;
using CsCheck;

namespace Coulisse.Signals.Tests.Threads;

public sealed class CommentLinksTests
{
    [Fact]
    public void An_address_ends_before_the_sentence_does() =>
        Assert.Equal(
            [
                new("See (", null), new("https://aldermark.example/a(b)", "https://aldermark.example/a(b)"), new("), or ", null),
                new("HTTP://sorvane.example/x?y=1", "http://sorvane.example/x?y=1"), new(".", null),
            ],
            CommentLinks.Cut("See (https://aldermark.example/a(b)), or HTTP://sorvane.example/x?y=1.").ToList());

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//host.example/x")]
    [InlineData("https://")]
    [InlineData("https://page.example@other.example/")]
    [InlineData("xhttps://host.example")]
    public void What_is_no_plain_web_address_stays_text(string text) =>
        Assert.All(CommentLinks.Cut(text), stretch => Assert.Null(stretch.Address));

    [Fact]
    public void Cutting_loses_and_adds_nothing() =>
        Gen.OneOf(Gen.String, Gen.String.Select(tail => "a https://h.example/" + tail)).Sample(text =>
            Assert.Equal(text, string.Concat(CommentLinks.Cut(text).Select(stretch => stretch.Text))));
}
