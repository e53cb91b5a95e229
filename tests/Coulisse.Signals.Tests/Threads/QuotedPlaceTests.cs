using Coulisse.Signals.Threads;

namespace Coulisse.Signals.Tests.Threads;

public sealed class QuotedPlaceTests
{
    [Theory]
    [InlineData("c:17")]
    [InlineData("p:fr:3:2")]
    [InlineData("p:zh-Hant:1:400")]
    public void A_place_is_read_as_it_is_written(string written) => Assert.Equal(written, QuotedPlace.Read(written)!.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("c:0")]
    [InlineData("c:-1")]
    [InlineData("c:99999999999999999999")]
    [InlineData("p:fr:3")]
    [InlineData("p:fr:3:0")]
    [InlineData("p:fr:9999999999:1")]
    [InlineData("p:<b>:1:1")]
    [InlineData("p:f:1:1")]
    [InlineData("x:1")]
    public void Anything_else_is_no_place(string? written) => Assert.Null(QuotedPlace.Read(written));
}
