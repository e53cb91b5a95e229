using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Cookie = Microsoft.Playwright.Cookie;

namespace Coulisse.Screens;

/// <summary>Somebody who reads pages and sends their forms over HTTP, to set a scene quickly; a browser can go on as them.</summary>
public sealed class Visitor : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    public Visitor(Uri address)
    {
        Address = address;
        _http = new(new HttpClientHandler { CookieContainer = _cookies }) { BaseAddress = address };
        _http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
    }

    public Uri Address { get; }

    /// <summary>The cookies, for a browser that goes on as this visitor.</summary>
    public IEnumerable<Cookie> Cookies => _cookies.GetCookies(Address).Select(cookie => new Cookie
    {
        Name = cookie.Name,
        Value = cookie.Value,
        Url = Address.AbsoluteUri,
    });

    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(answer, path);
    }

    public async Task<byte[]> DownloadAsync(string path) => await _http.GetByteArrayAsync(new Uri(path, UriKind.Relative));

    /// <summary>Fills and sends the form on a page whose action begins so; other fields keep what the page put into them.</summary>
    public async Task<IHtmlDocument> SendAsync(string path, string action, params (string Name, string Value)[] fields)
    {
        var form = await FormAsync(path, action);
        using var content = new FormUrlEncodedContent(Filled(form, fields));
        return await PostAsync(form, content);
    }

    /// <summary>As a button of that form does which says itself where it goes.</summary>
    public async Task<IHtmlDocument> SendToAsync(string path, string action, string to, params (string Name, string Value)[] fields)
    {
        var form = await FormAsync(path, action);
        form.SetAttribute("action", to);
        using var content = new FormUrlEncodedContent(Filled(form, fields));
        return await PostAsync(form, content);
    }

    /// <summary>The same with a file.</summary>
    public async Task<IHtmlDocument> SendFileAsync(string path, string action, string field, byte[] bytes)
    {
        var form = await FormAsync(path, action);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Filled(form, []))
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(bytes), field, "signed.txt");
        return await PostAsync(form, content);
    }

    public void Dispose() => _http.Dispose();

    private async Task<IHtmlFormElement> FormAsync(string path, string action)
    {
        var page = await OpenAsync(path);
        return page.Forms.FirstOrDefault(form => form.GetAttribute("action")!.StartsWith(action, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{path} has no form for {action}: \"{page.Title}\".");
    }

    private static List<KeyValuePair<string, string>> Filled(IHtmlFormElement form, (string Name, string Value)[] fields)
    {
        var held = form.Elements.Select(element => element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" } => default,
            IHtmlInputElement input => KeyValuePair.Create(input.Name ?? "", input.Value),
            IHtmlTextAreaElement area => KeyValuePair.Create(area.Name ?? "", area.Value),
            IHtmlSelectElement select => KeyValuePair.Create(select.Name ?? "", select.Value ?? ""),
            _ => default,
        }).Where(pair => pair.Key is { Length: > 0 } && fields.All(field => field.Name != pair.Key));
        return [.. held, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))];
    }

    private async Task<IHtmlDocument> PostAsync(IHtmlFormElement form, HttpContent content)
    {
        var action = form.GetAttribute("action")!;
        using var answer = await _http.PostAsync(new Uri(action, UriKind.Relative), content);
        var page = await ReadAsync(answer, action);
        return page.QuerySelector(".error-summary, .field-error:not([hidden])") is { } fault
            ? throw new InvalidOperationException($"{action} was refused: {fault.TextContent.Trim()}")
            : page;
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer, string path)
    {
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        return answer.IsSuccessStatusCode
            ? page
            : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {page.QuerySelector("main")?.TextContent.Trim()}");
    }
}
