using System.Net;
using Coulisse.Signals.Accounts;
using CsCheck;

namespace Coulisse.Signals.Tests.Accounts;

public sealed class Small_rules
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void An_address_is_one_customer(string address, string expected) =>
        Assert.Equal(expected, ClientAddress.Of(IPAddress.Parse(address)));

    [Fact]
    public void A_recovery_code_reads_the_same_however_it_is_typed() =>
        Gen.Char[RandomText.Alphabet].Array[RecoveryCode.Characters].Sample(characters =>
        {
            var code = new string(characters);
            var typed = " " + string.Join(" - ", code.Chunk(4).Select(c =>
                new string(c))).ToLowerInvariant().Replace('0', 'o').Replace('1', 'l');
            Assert.Equal(code, RecoveryCode.Normal(typed));
        });

    [Theory]
    [InlineData("")]
    [InlineData("0123-4567-89AB-CDE")]
    [InlineData("0123-4567-89AB-CDEFG")]
    [InlineData("0123-4567-89AB-CDEU")]
    public void What_cannot_be_a_code_is_none(string typed) => Assert.Equal("", RecoveryCode.Normal(typed));

    [Fact]
    public void Whatever_is_asked_for_the_way_back_stays_on_this_page() =>
        Gen.String[Gen.Char["/\\:.?#@\t\n ahtps"], 0, 12].Sample(asked =>
        {
            var page = new Uri("https://page.example/account/sign-in");
            Assert.Equal("page.example", new Uri(page, LocalAddress.OrHome(asked)).Host);
        }, iter: 20_000);

    [Fact]
    public async Task No_more_than_two_hash_and_a_few_wait()
    {
        using var turns = new HashingTurns();
        var cancel = TestContext.Current.CancellationToken;
        var first = await turns.TakeAsync(cancel);
        var second = await turns.TakeAsync(cancel);
        var waiting = Enumerable.Range(0, HashingTurns.WaitingMax).Select(_ => turns.TakeAsync(cancel)).ToArray();

        Assert.All(waiting, w => Assert.False(w.IsCompleted));
        Assert.Null(await turns.TakeAsync(cancel));

        first!.Dispose();
        first.Dispose();
        Assert.NotNull(await await Task.WhenAny(waiting));
        Assert.Equal(1, waiting.Count(w => w.IsCompleted));
        second!.Dispose();
    }
}
