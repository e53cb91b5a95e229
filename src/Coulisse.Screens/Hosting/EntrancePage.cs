using System.Text;
using System.Text.Encodings.Web;
using Coulisse.Screens.Words;

namespace Coulisse.Screens.Hosting;

/// <summary>Where the link leads: its script gives the secret in the fragment for a session.</summary>
internal static class EntrancePage
{
    private const int SecretCharactersMax = 128;

    internal static async Task DrawAsync(HttpContext context, Speech speech)
    {
        var said = speech.Now;
        string Of(string key) => HtmlEncoder.Default.Encode(said[key]);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="{said.Code}" dir="{said.Direction}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Coulisse</title><link rel="icon" href="icon.svg"><link rel="stylesheet" href="desk.css"></head>
            <body><main class="entrance"><h1>Coulisse</h1>
            <p id="entering" role="status">{Of("enter.entering")}</p>
            <p id="refused" role="alert" hidden>{Of("enter.refused")}</p>
            <noscript><p>{Of("enter.no-script")}</p></noscript></main>
            <script src="enter.js"></script></body></html>
            """);
    }

    internal static async Task EnterAsync(HttpContext context, Entrance entrance)
    {
        var secret = new byte[SecretCharactersMax];
        var length = await context.Request.Body.ReadAtLeastAsync(secret, secret.Length, throwOnEndOfStream: false,
            context.RequestAborted);
        if (entrance.Enter(Encoding.UTF8.GetString(secret, 0, length)) is not { } session)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        context.Response.Cookies.Append(Entrance.Cookie, session, new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Path = $"/{entrance.Name}",
        });
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
