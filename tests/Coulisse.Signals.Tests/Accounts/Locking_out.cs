using System.Net;
using Coulisse.Signals.Accounts;

namespace Coulisse.Signals.Tests.Accounts;

public sealed class Locking_out
{
    private const string Passphrase = Signing_in_and_up.Passphrase;

    [Fact]
    public async Task A_name_that_exists_and_one_that_does_not_are_answered_alike_try_by_try()
    {
        await using var page = await AccountsPage.StartAsync();
        using var owner = page.NewBrowser();
        await owner.SignUpAsync("Otto Halm", Passphrase);
        using var browser = page.NewBrowser();
        for (var i = 0; i < Waiting.FreeTriesAtName + 2; i++)
        {
            var known = await browser.SignInAsync("Otto Halm", "not the right one");
            var unknown = await browser.SignInAsync("Ada Holm", "not the right one");

            Assert.Equal(known.Status, unknown.Status);
            Assert.Equal(known.Words.Replace("Otto Halm", "", StringComparison.Ordinal),
                unknown.Words.Replace("Ada Holm", "", StringComparison.Ordinal));
            Assert.Equal(i < Waiting.FreeTriesAtName ? HttpStatusCode.BadRequest
                : HttpStatusCode.TooManyRequests, known.Status);
        }
    }

    [Fact]
    public async Task The_right_passphrase_waits_too_and_opens_after_the_wait()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();
        await browser.SignUpAsync("Otto Halm", Passphrase);
        for (var i = 0; i < Waiting.FreeTriesAtName; i++)
            await browser.SignInAsync("Otto Halm", "not the right one");

        var early = await browser.SignInAsync("Otto Halm", Passphrase);
        page.Clock.Forward(TimeSpan.FromSeconds(61));
        var later = await browser.SignInAsync("Otto Halm", Passphrase);

        Assert.Equal(HttpStatusCode.TooManyRequests, early.Status);
        Assert.Contains("Please wait 1 minute", early.Body);
        Assert.InRange(early.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 50, 60);
        Assert.Equal(HttpStatusCode.SeeOther, later.Status);
    }

    [Fact]
    public async Task Guesses_sent_at_one_moment_are_all_counted()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();
        await browser.SignUpAsync("Otto Halm", Passphrase);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            using var guesser = page.NewBrowser();
            return await guesser.SignInAsync("Otto Halm", $"guess number {i:00}");
        }));

        Assert.Equal(Waiting.FreeTriesAtName, answers.Count(a => a.Status == HttpStatusCode.BadRequest));
        Assert.Equal(16 - Waiting.FreeTriesAtName, answers.Count(a => a.Status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task One_address_that_tries_many_names_is_locked_out()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();
        for (var i = 0; i < Waiting.FreeTriesFromAddress; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignInAsync($"Name {(char)('a' + i)}",
                "not the right one")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.SignInAsync("Somebody",
            "not the right one")).Status);
    }

    [Fact]
    public async Task A_lock_out_outlives_a_restart()
    {
        await using var page = await AccountsPage.StartAsync();
        using var browser = page.NewBrowser();
        for (var i = 0; i < Waiting.FreeTriesAtName; i++)
            await browser.SignInAsync("Otto Halm", "not the right one");
        await page.RestartAsync();
        using var again = page.NewBrowser();

        Assert.Equal(HttpStatusCode.TooManyRequests, (await again.SignInAsync("Otto Halm",
            "not the right one")).Status);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(7, 4)]
    [InlineData(8, 8)]
    [InlineData(9, 15)]
    [InlineData(long.MaxValue, 15)]
    public void Waits_double_up_to_a_quarter_of_an_hour(long tries, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Waiting.After(tries, Waiting.FreeTriesAtName));

    [Fact]
    public async Task Too_many_requests_from_one_address_get_a_page_with_a_time()
    {
        var few = new RequestLimits(TimeSpan.FromMinutes(10), SignIn: 2, SignUp: 100, Recovery: 100, WayIn: 100,
            Posting: 100);
        await using var page = await AccountsPage.StartAsync(few);
        using var browser = page.NewBrowser();
        await browser.SignInAsync("A", "one");
        await browser.SignInAsync("B", "two");

        var refused = await browser.SignInAsync("C", "three");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalMinutes, 1, 10);
        Assert.Contains("Too many tries", refused.Body);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/sign-in")).Status);
    }
}
