using System.Text;
using System.Text.RegularExpressions;
using Coulisse.Signals.Tests.Hostile.Routes;

namespace Coulisse.Signals.Tests.Hostile;

/// <summary>A body that is no form is the sender's fault, at every route, and said to be.</summary>
[Trait("Row", "18")]
public sealed partial class Forms_that_cannot_be_read(SharedPage shared) : IClassFixture<SharedPage>
{
    private const int ToSignIn = 302;
    private const string Parts = "multipart/form-data; boundary=x";
    private const string Part = "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\na word\r\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PeopledPage Page => shared.Page;

    public static TheoryData<string, string> Bodies => new()
    {
        { "text/plain", "a word" },
        { "application/json", "{}" },
        { "multipart/form-data", Part + "--x--\r\n" },
        { Parts, Part },
        { Parts, Part[..30] },
        { Parts, "--y--\r\n" },
        { Parts, $"--x\r\n{new string('a', 20_000)}\r\n\r\na word\r\n--x--\r\n" },
        { Parts, string.Concat(Enumerable.Repeat(Part, 1_100)) + "--x--\r\n" },
        { "application/x-www-form-urlencoded", string.Concat(Enumerable.Repeat("a=1&", 1_100)) },
        { "application/x-www-form-urlencoded", new string('a', 3_000) + "=1" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Are_the_senders_fault_at_every_route(string type, string body)
    {
        foreach (var route in PageRoute.Of(Page.Page.Services).Where(route => route.IsPost))
        {
            foreach (var role in new[] { "guest", "editor" })
            {
                var status = await SendAsync(route.Address, role, type, body, token: null);
                Assert.True(status is >= 400 and < 500 || (role, status) == ("guest", ToSignIn),
                    $"{route.Name}, {role}: {status}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Are_it_too_with_the_pages_own_word_in_a_header(string type, string body)
    {
        var settings = await Page["editor"].GetAsync("/publisher/settings");
        var token = Token().Match(settings.Body).Groups[1].Value;
        foreach (var path in new[] { "/publisher/settings", "/publisher/items/1/sign", "/account/reading" })
            Assert.InRange(await SendAsync(path, "editor", type, body, token), 400, 499);
    }

    private async Task<int> SendAsync(string path, string role, string type, string body, string? token)
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Page.Page.Address, path))
        {
            Content = content,
        };
        request.Headers.TryAddWithoutValidation("Cookie", Page[role].Cookies);
        request.Headers.TryAddWithoutValidation("RequestVerificationToken", token ?? "");
        using var answer = await client.SendAsync(request, Cancel);
        return (int)answer.StatusCode;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
