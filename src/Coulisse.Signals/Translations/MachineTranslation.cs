using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Coulisse.Signals.Items;
using Coulisse.Signals.Text;
using NodaTime;

namespace Coulisse.Signals.Translations;

/// <summary>Asks a LibreTranslate-compatible server, block by block, so that headings stay headings and quotations quotations.</summary>
/// <remarks>
/// The server's address comes from whoever starts the page, never from a form. No redirect is followed, no proxy asked, no
/// cookie kept; time and size are bounded; what comes back is words, put where words were.
/// </remarks>
public sealed class MachineTranslation : IDisposable
{
    public const string EngineWhenUnnamed = "LibreTranslate";
    public const int KeyCharsMax = 500;

    private readonly Uri? _server;
    private readonly string? _keyFile;
    private readonly MachineLimits _limits;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <param name="server">Null: no machine translation.</param>
    /// <param name="keyFile">A file of mode 0600 with the server's key alone; null: no key.</param>
    public MachineTranslation(Uri? server, string? keyFile, MachineLimits limits, TimeProvider time)
    {
        _server = server is null || server.AbsolutePath.EndsWith('/') ? server : new Uri(server.AbsoluteUri + "/");
        (_keyFile, _limits, _time) = (keyFile, limits, time);
        _client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = limits.OneAnswer,
            MaxResponseHeadersLength = 16,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <param name="engine">The name that the label will bear.</param>
    public async Task<MachineWords> TranslateAsync(LanguageTag source, LanguageTag target, EditionVersion text, string engine,
        CancellationToken cancel)
    {
        if (_server is null)
            return new MachineWords.NotMade(MachineFault.NoServer);
        if (!TryReadKey(out var key))
            return new MachineWords.NotMade(MachineFault.KeyFile);
        if (!await _turn.WaitAsync(TimeSpan.Zero, cancel))
            return new MachineWords.NotMade(MachineFault.Busy);
        try
        {
            using var whole = new CancellationTokenSource(_limits.WholeText, _time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(whole.Token, cancel);
            return await TranslateAllAsync(new(source.Value, target.Value, key), text, engine, both.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new MachineWords.NotMade(MachineFault.TooSlow);
        }
        catch (HttpRequestException)
        {
            return new MachineWords.NotMade(MachineFault.Unreachable);
        }
        catch (IOException)
        {
            return new MachineWords.NotMade(MachineFault.Unreachable); // broken off in the middle of an answer
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _turn.Dispose();
    }

    private async Task<MachineWords> TranslateAllAsync(Pair pair, EditionVersion text, string engine, CancellationToken cancel)
    {
        var made = ImmutableArray.CreateBuilder<string>();
        foreach (var words in MarkdownSegments.Of(text.Body).Insert(0, text.Title))
        {
            switch (await AskAsync(pair, words, cancel))
            {
                case (_, { } fault):
                    return new MachineWords.NotMade(fault);
                case ({ } translated, _):
                    made.Add(translated);
                    break;
            }
        }
        var title = string.Join(' ', made[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var body = MarkdownSegments.With(text.Body, made.ToImmutable().RemoveAt(0));
        return title.Length is 0 or > Limits.TitleCharsMax || body.Length > Limits.BodyCharsMax
            ? new MachineWords.NotMade(MachineFault.Unreadable)
            : new MachineWords.Made(title, body, engine, Instant.FromDateTimeOffset(_time.GetUtcNow()));
    }

    private async Task<(string? Words, MachineFault? Fault)> AskAsync(Pair pair, string words, CancellationToken cancel)
    {
        using var one = new CancellationTokenSource(_limits.OneAnswer, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(one.Token, cancel);
        using var question = new HttpRequestMessage(HttpMethod.Post, new Uri(_server!, "translate"))
        {
            Content = new ByteArrayContent(pair.Ask(words)) { Headers = { { "Content-Type", "application/json" } } },
        };
        using var answer = await _client.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, both.Token);
        if (FaultOf(answer.StatusCode) is { } fault)
            return (null, fault);
        var bytes = await ReadAsync(answer, both.Token);
        return bytes is null ? (null, MachineFault.TooLarge)
            : WordsIn(bytes) is { } translated ? (translated, null) : (null, MachineFault.Unreadable);
    }

    /// <summary>The answer's bytes; null when they are more than a translation can be.</summary>
    private async Task<byte[]?> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(cancel);
        using var bytes = new MemoryStream();
        var piece = new byte[16 << 10];
        while (await stream.ReadAsync(piece, cancel) is var count and > 0)
        {
            if (bytes.Length + count > _limits.AnswerBytesMax)
                return null;
            bytes.Write(piece, 0, count);
        }
        return bytes.ToArray();
    }

    internal static string? WordsIn(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer, new() { MaxDepth = 8 });
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("translatedText", out var words) && words.ValueKind is JsonValueKind.String
                && words.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null; // a string that is no Unicode
        }
    }

    private static MachineFault? FaultOf(HttpStatusCode status) => (int)status switch
    {
        200 => null,
        >= 300 and < 400 => MachineFault.Redirected,
        400 => MachineFault.Languages,
        401 or 403 => MachineFault.KeyRefused,
        413 or 429 => MachineFault.Limit,
        _ => MachineFault.Failed,
    };

    private bool TryReadKey(out string? key)
    {
        key = null;
        if (_keyFile is null)
            return true;
        var file = new FileInfo(_keyFile);
        if (!file.Exists || file.Length > KeyCharsMax
            || (!OperatingSystem.IsWindows() && (file.UnixFileMode & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0))
            return false;
        key = File.ReadAllText(_keyFile).Trim();
        return key.Length > 0;
    }

    /// <summary>From which language into which, and with whose key. Not a record: it would print the key.</summary>
    private sealed class Pair(string source, string target, string? key)
    {
        public byte[] Ask(string words)
        {
            using var bytes = new MemoryStream();
            using (var json = new Utf8JsonWriter(bytes))
            {
                json.WriteStartObject();
                json.WriteString("q", words);
                json.WriteString("source", source);
                json.WriteString("target", target);
                json.WriteString("format", "text");
                if (key is not null)
                    json.WriteString("api_key", key);
                json.WriteEndObject();
            }
            return bytes.ToArray();
        }
    }
}
