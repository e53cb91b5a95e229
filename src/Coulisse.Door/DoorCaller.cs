using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Coulisse.Door;

/// <summary>Asks the desk that is open in a folder. Every end is an answer; only a cancelled call throws.</summary>
/// <param name="socket">The path of the desk's socket.</param>
public sealed class DoorCaller(string socket) : IDisposable
{
    private readonly HttpClient client = DoorConnection.To(socket);

    /// <summary>A door's path that is about one room.</summary>
    /// <param name="path">As <c>/room/talk</c>.</param>
    /// <param name="room">The room's name, or its first digits.</param>
    /// <param name="after">The order of the last message that is known; null where that is not asked.</param>
    public static string Of(string path, string room, ulong? after = null) =>
        $"{path}?room={Uri.EscapeDataString(room)}" + (after is { } from ? $"&after={from}" : "");

    /// <summary>Asks for something; nothing is changed by it.</summary>
    public Task<Answer<T>> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancel) =>
        AskAsync(HttpMethod.Get, path, null, type, cancel);

    /// <summary>Has something done.</summary>
    public Task<Answer<T>> PostAsync<T>(
        string path, HttpContent? content, JsonTypeInfo<T> type, CancellationToken cancel) =>
        AskAsync(HttpMethod.Post, path, content, type, cancel);

    /// <summary>One answer a line, until the desk is closed or the caller has enough; or one that is not
    /// given.</summary>
    public async IAsyncEnumerable<Answer<NewsAnswer>> FollowAsync(
        string path, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        using var response = await ReachAsync(request, cancel).ConfigureAwait(false);
        if (response is not { IsSuccessStatusCode: true })
        {
            yield return response is null ? new Answer<NewsAnswer>.Gone()
                : await RefusedAsync<NewsAnswer>(response, cancel).ConfigureAwait(false);
            yield break;
        }
        using var lines = new StreamReader(
            await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false), Encoding.UTF8);
        while (await NextAsync(lines, cancel).ConfigureAwait(false) is { } news)
            yield return new Answer<NewsAnswer>.Given(news);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<Answer<T>> AskAsync<T>(HttpMethod method, string path, HttpContent? content,
        JsonTypeInfo<T> type, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        using var response = await ReachAsync(request, cancel).ConfigureAwait(false);
        return response is null ? new Answer<T>.Gone()
            : response.IsSuccessStatusCode
                ? await ReadAsync(response, type, value => new Answer<T>.Given(value), cancel).ConfigureAwait(false)
            : await RefusedAsync<T>(response, cancel).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage?> ReachAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel)
                .ConfigureAwait(false);
        }
        catch (Exception closed) when (closed is HttpRequestException or IOException or SocketException)
        {
            return null;
        }
    }

    private static Task<Answer<T>> RefusedAsync<T>(HttpResponseMessage response, CancellationToken cancel) =>
        response.StatusCode != HttpStatusCode.Conflict ? Task.FromResult<Answer<T>>(new Answer<T>.Unknown())
            : ReadAsync<RefusedAnswer, T>(response, DoorJson.Default.RefusedAnswer,
                why => new Answer<T>.Refused(why), cancel);

    private static async Task<Answer<T>> ReadAsync<TBody, T>(HttpResponseMessage response, JsonTypeInfo<TBody> type,
        Func<TBody, Answer<T>> meaning, CancellationToken cancel)
    {
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
            return await JsonSerializer.DeserializeAsync(body, type, cancel).ConfigureAwait(false) is { } read
                ? meaning(read) : new Answer<T>.Unknown();
        }
        catch (Exception cut) when (cut is IOException or HttpRequestException)
        {
            return new Answer<T>.Gone();
        }
        catch (JsonException)
        {
            return new Answer<T>.Unknown();
        }
    }

    private static async Task<NewsAnswer?> NextAsync(StreamReader lines, CancellationToken cancel)
    {
        try
        {
            return await lines.ReadLineAsync(cancel).ConfigureAwait(false) is { } line
                ? JsonSerializer.Deserialize(line, DoorJson.Default.NewsAnswer) : null;
        }
        catch (Exception closed) when (closed is IOException or HttpRequestException or JsonException)
        {
            return null; // the desk was closed, in the middle of a line perhaps
        }
    }
}
