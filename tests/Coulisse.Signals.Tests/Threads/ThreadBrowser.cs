using System.Net;
using System.Text.RegularExpressions;

namespace Coulisse.Signals.Tests.Threads;

/// <summary>A browser without scripts: fills and sends the forms that a page shows.</summary>
public sealed partial class ThreadBrowser(HttpClient client) : IDisposable
{
    public HttpClient Client { get; } = client;

    public async Task<string> ReadAsync(string address)
    {
        using var answer = await Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends the form of <paramref name="page"/> that posts to <paramref name="action"/>, with these fields filled in.</summary>
    public async Task<(HttpStatusCode Status, string? To, string Body)> SendAsync(
        string page, string action, params (string Name, string Value)[] typed)
    {
        var form = Forms().Matches(page).FirstOrDefault(match => match.Groups[1].Value == action);
        Assert.True(form is not null, $"No form posts to {action}.");
        var fields = Hidden().Matches(form.Groups[2].Value)
            .ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        foreach (var (name, value) in typed)
            fields[name] = value;
        return await PostAsync(action, fields);
    }

    /// <summary>Presses a button that belongs to the form with this id and sends it to the button's own address.</summary>
    public async Task<(HttpStatusCode Status, string? To, string Body)> PressAsync(
        string page, string form, string formAction, params (string Name, string Value)[] typed)
    {
        var start = page.IndexOf($"<form id=\"{form}\"", StringComparison.Ordinal);
        Assert.True(start >= 0, $"There is no form {form}.");
        var inside = page[start..page.IndexOf("</form>", start, StringComparison.Ordinal)];
        var fields = Hidden().Matches(inside)
            .ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        foreach (var (name, value) in typed)
            fields[name] = value;
        return await PostAsync(formAction, fields);
    }

    public async Task<(HttpStatusCode Status, string? To, string Body)> PostAsync(string action, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await Client.PostAsync(action, content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => Client.Dispose();

    [GeneratedRegex("""<form[^>]*method="post" action="([^"]*)"[^>]*>(.*?)</form>""", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)"\s*/?>""")]
    private static partial Regex Hidden();
}
