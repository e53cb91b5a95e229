using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Coulisse.Demo;

/// <summary>A person with a browser that knows links and forms: keeps cookies, sends what a form holds.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;

    public Visitor(Uri address) => _http = new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };

    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        return await ReadAsync(answer, path);
    }

    /// <summary>Fills and sends the form whose action begins so; fields that are not named keep what the page put into them.</summary>
    /// <exception cref="StageException">There is no such form, or the page refused what was sent.</exception>
    public async Task<IHtmlDocument> SendAsync(string path, string action, params (string Name, string Value)[] fields)
    {
        var form = await FormAsync(path, action);
        using var content = new FormUrlEncodedContent(Filled(form, fields));
        return await PostAsync(form.GetAttribute("action")!, content);
    }

    /// <summary>The same with a file.</summary>
    public async Task<IHtmlDocument> SendFileAsync(string path, string action, string field, string file, byte[] bytes)
    {
        var form = await FormAsync(path, action);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Filled(form, []))
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(bytes), field, file);
        return await PostAsync(form.GetAttribute("action")!, content);
    }

    public async Task<byte[]> DownloadAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadAsByteArrayAsync()
            : throw new StageException($"{path} answered {(int)answer.StatusCode}.");
    }

    public void Dispose() => _http.Dispose();

    private async Task<IHtmlFormElement> FormAsync(string path, string action)
    {
        var page = await OpenAsync(path);
        return page.Forms.FirstOrDefault(form => form.GetAttribute("action")?.StartsWith(action, StringComparison.Ordinal) == true)
            ?? throw new StageException($"{path} has no form for {action}: \"{page.Title}\".");
    }

    private static List<KeyValuePair<string, string>> Filled(IHtmlFormElement form, (string Name, string Value)[] fields)
    {
        var held = form.Elements.Where(e => e.LocalName is "input" or "textarea" or "select").Select(element => element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" } => null,
            IHtmlInputElement input => new KeyValuePair<string, string>?(new(input.Name ?? "", input.Value)),
            IHtmlTextAreaElement area => new(area.Name ?? "", area.Value),
            IHtmlSelectElement select => new(select.Name ?? "", select.Value ?? ""),
            _ => null,
        }).Where(pair => pair is { Key.Length: > 0 }).Select(pair => pair!.Value);
        return [.. held.Where(pair => fields.All(f => f.Name != pair.Key)), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))];
    }

    private async Task<IHtmlDocument> PostAsync(string action, HttpContent content)
    {
        using var answer = await _http.PostAsync(new Uri(action, UriKind.RelativeOrAbsolute), content);
        var page = await ReadAsync(answer, action);
        return page.QuerySelector(".field-error:not([hidden]), .error-summary") is { } fault
            ? throw new StageException($"{action} was refused: {fault.TextContent.Trim()}")
            : page;
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer, string path)
    {
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        return answer.IsSuccessStatusCode
            ? page
            : throw new StageException($"{path} answered {(int)answer.StatusCode}: {page.QuerySelector("main")?.TextContent.Trim()}");
    }
}
