using System.Net;
using System.Net.WebSockets;
using Coulisse.Stage;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>Speaks to a desk's screens as a browser would, or as somebody who passes for one.</summary>
public sealed class WayIn : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
    });

    private WayIn(Uri link) => Link = link;

    public Uri Link { get; }

    public Uri Start => new(Link, "./");

    public string Own => Link.GetLeftPart(UriPartial.Authority);

    public string Cookie { get; private set; } = "";

    /// <summary>What the cookie came with.</summary>
    public string CookieTerms { get; private set; } = "";

    /// <summary>Starts the screens of a desk and enters.</summary>
    public static async Task<WayIn> OpenAsync(DeskOnStage desk, CancellationToken cancel)
    {
        var way = new WayIn(await desk.Screens.StartAsync());
        using var answer = await way.EnterAsync(way.Link.Fragment[1..], cancel);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        way.CookieTerms = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        way.Cookie = way.CookieTerms.Split(';')[0];
        return way;
    }

    public Task<HttpResponseMessage> EnterAsync(string secret, CancellationToken cancel) => SendAsync(
        HttpMethod.Post, new Uri(Start, "enter"), request =>
        {
            request.Content = new StringContent(secret);
            request.Headers.Add("Origin", Own);
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
        }, cancel);

    /// <summary>As the person's own browser asks for a page.</summary>
    public Task<HttpResponseMessage> AskAsync(string place, CancellationToken cancel, bool withCookie = true) =>
        SendAsync(HttpMethod.Get, new Uri(Start, place), request =>
        {
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            if (withCookie)
                request.Headers.Add("Cookie", Cookie);
        }, cancel);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, Uri place, Action<HttpRequestMessage> with, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, place);
        with(request);
        return await client.SendAsync(request, cancel);
    }

    /// <summary>Whether a WebSocket opens, begun from a page of this origin.</summary>
    public async Task<bool> OpensSocketAsync(string? origin, bool withCookie, CancellationToken cancel)
    {
        using var socket = new ClientWebSocket();
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        if (withCookie)
            socket.Options.SetRequestHeader("Cookie", Cookie);
        var place = new UriBuilder(new Uri(Start, "_blazor")) { Scheme = "ws" }.Uri;
        try
        {
            await socket.ConnectAsync(place, cancel);
            return socket.State == WebSocketState.Open;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }

    public void Dispose() => client.Dispose();
}
