using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Coulisse.Desk.Door;
using Coulisse.Desk.Keys;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary>The way from a verb to the desk that is open in a folder.</summary>
internal sealed class DoorClient : IDisposable
{
    private readonly string folder;
    private readonly HttpClient client;

    internal DoorClient(string folder)
    {
        this.folder = folder;
        client = DoorConnection.To(new DeskFolder(folder).Socket);
    }

    internal Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancel) =>
        CallAsync(new(HttpMethod.Get, new Uri(path, UriKind.Relative)), type, cancel);

    internal Task<T> PostAsync<T>(string path, HttpContent? content, JsonTypeInfo<T> type, CancellationToken cancel) =>
        CallAsync(new(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content }, type, cancel);

    /// <summary>One answer a line, until the desk is closed or the caller has enough.</summary>
    /// <exception cref="Refusal">The desk says no, or is not there.</exception>
    internal async IAsyncEnumerable<NewsAnswer> FollowAsync(
        string path, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        using var response = await SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancel), Encoding.UTF8);
        while (await NextAsync(lines, cancel) is { } line)
            yield return JsonSerializer.Deserialize(line, DoorJson.Default.NewsAnswer)!;
    }

    internal static string Of(string path, string room, ulong? after = null) =>
        $"{path}?room={Uri.EscapeDataString(room)}" + (after is { } from ? $"&after={from}" : "");

    public void Dispose() => client.Dispose();

    private static async Task<string?> NextAsync(StreamReader lines, CancellationToken cancel)
    {
        try
        {
            return await lines.ReadLineAsync(cancel);
        }
        catch (Exception closed) when (closed is IOException or HttpRequestException)
        {
            return null; // the desk was closed
        }
    }

    private async Task<T> CallAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancel)
    {
        using (request)
        {
            using var response = await SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);
            return JsonSerializer.Deserialize(await response.Content.ReadAsStreamAsync(cancel), type)!;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, HttpCompletionOption until, CancellationToken cancel)
    {
        HttpResponseMessage response;
        try
        {
            response = await client.SendAsync(request, until, cancel);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or SocketException)
        {
            throw new Refusal(ExitCode.NotThere,
                $"No desk is open in {folder}. Open it with: coulisse desk open {folder}"
                + " — or name its folder with --desk.");
        }
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
        {
            var refused = response.StatusCode == System.Net.HttpStatusCode.Conflict
                ? JsonSerializer.Deserialize(await response.Content.ReadAsStreamAsync(cancel),
                    DoorJson.Default.RefusedAnswer)
                : null;
            throw refused is null
                ? new Refusal(ExitCode.NotThere, "The desk answers in a way that this version does not know.")
                : new Refusal((ExitCode)refused.Code, refused.Sentence);
        }
    }
}
