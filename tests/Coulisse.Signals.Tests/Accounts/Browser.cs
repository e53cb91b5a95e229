using System.Net;
using System.Text.RegularExpressions;

namespace Coulisse.Signals.Tests.Accounts;

/// <summary>A person's browser without scripts: keeps cookies, fills forms, follows no redirects.</summary>
internal sealed partial class Browser : IDisposable
{
    private const string TokenField = "__RequestVerificationToken";

    private readonly Uri _address;
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    public Browser(Uri address, string? cookies)
    {
        _address = address;
        if (cookies is not null)
            _cookies.SetCookies(address, cookies.Replace(";", ",", StringComparison.Ordinal));
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies })
        {
            BaseAddress = address,
        };
    }

    /// <summary>What another server on the same file may be shown: cookies do not know ports.</summary>
    public string Cookies => _cookies.GetCookieHeader(_address);

    public Task<Answer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Opens a page, fills in the form's antiforgery field, and posts.</summary>
    public async Task<Answer> PostAsync(string formPage, string path, params (string Name, string Value)[] fields) =>
        await PostBareAsync(path, [.. fields, (TokenField, await TokenAsync(formPage))]);

    /// <summary>The same with a file in the field "file".</summary>
    public Task<Answer> PostFileAsync(string formPage, string path, byte[] file) =>
        PostNamedFileAsync(formPage, path, file, "file.txt", "text/plain");

    /// <param name="fileName">As the sender calls it.</param>
    /// <param name="type">As the sender calls it.</param>
    public async Task<Answer> PostNamedFileAsync(
        string formPage, string path, byte[] file, string fileName, string type)
    {
        using var part = new ByteArrayContent(file);
        part.Headers.TryAddWithoutValidation("Content-Type", type);
        part.Headers.TryAddWithoutValidation("Content-Disposition",
            $"form-data; name=\"file\"; filename=\"{fileName.Replace('\0', '0')}\"");
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(await TokenAsync(formPage)), TokenField);
        content.Add(part);
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content });
    }

    public Task<byte[]> DownloadAsync(string path) =>
        _client.GetByteArrayAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task<Answer> PostBareAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        });

    /// <summary>As a browser does for a form on somebody else's site, were it to send cookies there.</summary>
    public Task<Answer> PostFromElsewhereAsync(string path, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        return SendAsync(request);
    }

    public Task<Answer> SignUpAsync(string name, string passphrase) =>
        PostAsync("/account/new", "/account/new", ("name", name), ("passphrase", passphrase));

    public Task<Answer> SignInAsync(string name, string passphrase, string returnUrl = "/") =>
        PostAsync("/account/sign-in", "/account/sign-in", ("name", name), ("passphrase", passphrase), ("returnUrl",
            returnUrl));

    public async Task<bool> IsSignedInAsync() => (await GetAsync("/account")).Status == HttpStatusCode.OK;

    public void Dispose() => _client.Dispose();

    private async Task<string> TokenAsync(string formPage) => WebUtility.HtmlDecode(
        AntiforgeryField().Match((await GetAsync(formPage)).Body).Groups[1].Value);

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            return new Answer(answer.StatusCode,
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                answer.Headers.Location?.OriginalString, answer.Headers);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryField();
}
