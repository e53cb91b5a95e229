using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Coulisse.Kill;

/// <summary>A person's browser without scripts: keeps cookies over the page's restarts, follows no redirects.</summary>
public sealed class Visitor(Func<Uri> page) : IDisposable
{
    private const string TokenField = "__RequestVerificationToken";

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = new CookieContainer(),
    })
    { Timeout = TimeSpan.FromSeconds(30) };

    private int _requests;
    private int _address = Random.Shared.Next();

    /// <summary>How a request ended.</summary>
    public sealed record Answer(HttpStatusCode Status, string? Location, IHtmlDocument Page)
    {
        public bool IsSaved => Status is HttpStatusCode.SeeOther or HttpStatusCode.Redirect;
    }

    /// <summary>The page is there and says no.</summary>
    public sealed class RefusedException(string message) : Exception(message);

    /// <exception cref="HttpRequestException">The page went away.</exception>
    /// <exception cref="RefusedException">It says no.</exception>
    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        var answer = await SendAsync(new(HttpMethod.Get, new Uri(page(), path)));
        return answer.Status == HttpStatusCode.OK
            ? answer.Page
            : throw new RefusedException(
                $"{path} answered {(int)answer.Status}: {answer.Page.Body?.TextContent.Trim()}");
    }

    /// <summary>Opens a page with a form, and sends these fields with that form's hidden ones.</summary>
    public async Task<Answer> PostAsync(string formPage, string path, IReadOnlyDictionary<string, string> typed)
    {
        var fields = HiddenIn(await OpenAsync(formPage), path);
        foreach (var (name, value) in typed)
            fields[name] = value;
        return await SendAsync(
            new(HttpMethod.Post, new Uri(page(), path)) { Content = new FormUrlEncodedContent(fields) });
    }

    public void Dispose() => _client.Dispose();

    /// <summary>What the form holds without being asked; a page's every form carries the same token.</summary>
    private static Dictionary<string, string> HiddenIn(IHtmlDocument shown, string path)
    {
        var form = shown.Forms.FirstOrDefault(f => f.GetAttribute("action") == path) ?? shown.Forms.First(f =>
            f.Elements[TokenField] is not null);
        return form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>()
            .Where(input => form.GetAttribute("action") == path || input.Name == TokenField)
            .ToDictionary(input => input.Name!, input => input.Value);
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        // Limits count addresses: ten requests from each, then the next.
        var number = _address + ++_requests / 10;
        request.Headers.Add("X-Forwarded-For", $"10.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}");
        using (request)
        {
            using var answer = await _client.SendAsync(request);
            return new(answer.StatusCode, answer.Headers.Location?.OriginalString,
                new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()));
        }
    }
}
