using System.Net;
using System.Text.RegularExpressions;

namespace Coulisse.Bench;

/// <summary>Signs somebody in through the page's own forms and gives back the cookies.</summary>
internal static partial class SignedIn
{
    public static async Task<string> CookieAsync(int port, string wayIn)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var http = new HttpClient(handler) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var path = wayIn[wayIn.IndexOf("/way-in/", StringComparison.Ordinal)..];
        var form = await http.GetStringAsync(new Uri(path, UriKind.Relative));
        var token = WebUtility.HtmlDecode(Token().Match(form).Groups[1].Value);
        var passphrase = "bench passphrase " + Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
        using var fields = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["passphrase"] = passphrase,
        });
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), fields);
        answer.EnsureSuccessStatusCode();
        return cookies.GetCookieHeader(http.BaseAddress!);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
