using System.Net;
using Coulisse.Signals.Tests.Hostile;

namespace Coulisse.Signals.Tests.Threads;

public sealed class Nothing_typed_is_lost
{
    private const string Words = "Long thought, soon typed: <where> would they meet?";

    [Fact]
    public async Task After_a_lapsed_session_the_words_come_back_and_go_in_once_signed_in_again()
    {
        await using var page = await PeopledPage.StartAsync();
        var reader = page["reader"];
        var open = new ThreadWindow(reader, (await reader.GetAsync("/thread/1/write")).Body);
        await reader.PostAsync("/account", "/account/sign-out");

        var lapsed = await open.SendAsync(Words);
        Assert.Equal(HttpStatusCode.BadRequest, lapsed.Status);
        Assert.Equal(Words, ThreadWindow.WordsIn(lapsed.Body));
        Assert.Contains("/account/sign-in", lapsed.Body, StringComparison.Ordinal);

        await reader.SignInAsync(PeopledPage.NameOf("reader"), PeopledPage.Passphrase);
        var again = await new ThreadWindow(reader, lapsed.Body).SendAsync(ThreadWindow.WordsIn(lapsed.Body));
        Assert.Equal(Words, ThreadWindow.WordsIn(again.Body));
        Assert.DoesNotContain("would they meet", (await reader.GetAsync(PeopledPage.ItemAddress)).Body,
            StringComparison.Ordinal);
        var sent = await new ThreadWindow(reader, again.Body).SendAsync(ThreadWindow.WordsIn(again.Body));

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Contains("would they meet", (await reader.GetAsync(PeopledPage.ItemAddress)).Body,
            StringComparison.Ordinal);
    }
}
