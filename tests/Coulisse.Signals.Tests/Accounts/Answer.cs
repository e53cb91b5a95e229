using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Coulisse.Signals.Tests.Accounts;

/// <summary>What came back.</summary>
internal sealed partial record Answer(HttpStatusCode Status, string Body, string? Location, HttpResponseHeaders Headers)
{
    public string[] Codes => [.. Code().Matches(Body).Select(m => m.Value)];

    /// <summary>The page without what differs from request to request: the antiforgery field.</summary>
    public string Words => Token().Replace(Body, "");

    public string[] SetCookies => Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}")]
    private static partial Regex Code();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"[^\"]+\"")]
    private static partial Regex Token();
}
