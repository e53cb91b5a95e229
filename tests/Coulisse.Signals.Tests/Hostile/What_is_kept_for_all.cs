using System.Net;
using System.Text;

namespace Coulisse.Signals.Tests.Hostile;

[Trait("Row", "29")]
public sealed class What_is_kept_for_all(SharedPage shared) : IClassFixture<SharedPage>
{
    [Theory]
    [InlineData("/en/")]
    [InlineData("/en/verify")]
    [InlineData("/en/moderation")]
    [InlineData(PeopledPage.ItemAddress)]
    public async Task One_readers_query_never_stands_in_anothers_page(string path)
    {
        var page = shared.Page;

        await page["guest"].GetAsync(path + "?page=1&mark=of-a-stranger");
        var kept = await page["guest"].GetAsync(path);
        var keptSignedIn = await page["reader"].GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, kept.Status);
        Assert.DoesNotContain("of-a-stranger", kept.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("of-a-stranger", keptSignedIn.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/xx/feed.atom")]
    [InlineData("/%01%02/feed.atom")]
    [InlineData("/%ED%A0%80x/feed.json")]
    [InlineData("/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/feed.json")]
    public async Task A_feed_in_a_language_that_nothing_is_in_does_not_exist(string path)
    {
        var page = shared.Page;
        Assert.Equal(HttpStatusCode.NotFound, (await page["guest"].GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await page["guest"].GetAsync("/fr/feed.atom")).Status);
    }

    [Theory]
    [InlineData("/en/")]
    [InlineData("/feed.atom")]
    [InlineData("/account/sign-in")]
    [InlineData("/robots.txt")]
    [InlineData(PeopledPage.ItemAddress)]
    public async Task Asked_for_the_head_alone_a_page_answers_as_for_the_whole_without_it(string path)
    {
        var page = shared.Page;
        using var client = new HttpClient { BaseAddress = page.Page.Address };
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var head = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("{0}", HttpStatusCode.NotModified)]
    [InlineData("W/{0}", HttpStatusCode.NotModified)]
    [InlineData("\"other\", {0}", HttpStatusCode.NotModified)]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("\"other\"", HttpStatusCode.OK)]
    [InlineData("nonsense", HttpStatusCode.OK)]
    public async Task A_browser_that_has_the_page_is_told_so(string condition, HttpStatusCode expected)
    {
        var page = shared.Page;
        using var client = new HttpClient { BaseAddress = page.Page.Address };
        using var first = await client.GetAsync("/en/", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en/");
        request.Headers.TryAddWithoutValidation("If-None-Match",
            condition.Replace("{0}", first.Headers.ETag!.Tag, StringComparison.Ordinal));

        using var again = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, again.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/en/")]
    [InlineData("/feed.atom")]
    [InlineData("/sitemap.xml")]
    [InlineData("/account")]
    [InlineData("/item/1")]
    [InlineData("/robots.txt")]
    [InlineData(PeopledPage.ItemAddress)]
    public async Task A_foreign_host_name_in_a_request_stands_in_no_answer(string path)
    {
        var page = shared.Page;
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = page.Page.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = "elsewhere.example";
        request.Headers.TryAddWithoutValidation("X-Forwarded-Host", "elsewhere.example");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "https");

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        var whole = answer.Headers + await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("elsewhere.example", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_reader_is_shown_of_their_own_reaches_nobody_else()
    {
        var page = shared.Page;
        var reader = await page["reader"].GetAsync(PeopledPage.ItemAddress);
        var editor = await page["editor"].GetAsync(PeopledPage.ItemAddress);
        var guest = await page["guest"].GetAsync(PeopledPage.ItemAddress);

        Assert.Contains(PeopledPage.NameOf("reader"), reader.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(PeopledPage.NameOf("reader"), editor.Body + guest.Body, StringComparison.Ordinal);
        Assert.True(reader.Headers.CacheControl!.NoStore);
        Assert.Contains("Cookie", guest.Headers.Vary);
        Assert.Empty(guest.SetCookies);
    }
}
