using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Coulisse.Signals.Tests.Publisher;

/// <summary>A small server on loopback that speaks LibreTranslate's protocol, as well or as badly as it is
/// told.</summary>
internal sealed class TranslationServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private int _asked;

    private TranslationServer(WebApplication server) => _server = server;

    public Uri Address => new(_server.Urls.First());

    /// <summary>How many requests came, whatever for.</summary>
    public int Asked => _asked;

    /// <summary>What it does with a question; may be changed while it runs.</summary>
    public RequestDelegate Answering { get; set; } = context => TranslateAsync(context, words => words);

    public static async Task<TranslationServer> StartAsync(RequestDelegate? answering = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new TranslationServer(builder.Build());
        server.Answering = answering ?? server.Answering;
        server._server.Run(context =>
        {
            Interlocked.Increment(ref server._asked);
            return server.Answering(context);
        });
        await server._server.StartAsync(Publication.Cancel);
        return server;
    }

    public static async Task TranslateAsync(HttpContext context, Func<string, string> translate)
    {
        var question = (await JsonNode.ParseAsync(context.Request.Body))!;
        var words = translate(question["q"]!.GetValue<string>());
        await AnswerAsync(context, 200, new JsonObject { ["translatedText"] = words }.ToJsonString());
    }

    public static Task AnswerAsync(HttpContext context, int status, string answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer)).AsTask();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
