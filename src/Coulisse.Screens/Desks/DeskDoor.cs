using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Coulisse.Door;

namespace Coulisse.Screens.Desks;

/// <summary>The desk that is open in a folder, as its screens ask and use it.</summary>
internal sealed class DeskDoor(string folder) : IDisposable
{
    private readonly HttpClient client =
        DoorConnection.To(Path.GetFullPath(Path.Combine(folder, DoorConnection.SocketName)));

    /// <summary>Messages after one, at most so many.</summary>
    internal Task<Answer<IReadOnlyList<MessageAnswer>>> PageAsync(
        string room, ulong after, int most, CancellationToken cancel) =>
        AskAsync(HttpMethod.Get, $"{Of("/room/page", room)}&after={after}&most={most}", null,
            DoorJson.Default.IReadOnlyListMessageAnswer, cancel);

    internal Task<Answer<DraftAnswer>> DraftAsync(string room, CancellationToken cancel) =>
        AskAsync(HttpMethod.Get, Of("/room/draft", room), null, DoorJson.Default.DraftAnswer, cancel);

    internal Task<Answer<DraftAnswer>> KeepDraftAsync(string room, string text, CancellationToken cancel) =>
        AskAsync(HttpMethod.Post, Of("/room/draft", room), Text(text), DoorJson.Default.DraftAnswer, cancel);

    /// <summary>What a room's acts come to.</summary>
    internal Task<Answer<TalkAnswer>> TalkAsync(string room, CancellationToken cancel) =>
        AskAsync(HttpMethod.Get, Of("/room/talk", room), null, DoorJson.Default.TalkAnswer, cancel);

    /// <summary>Says something; the desk has it on its disk when this says so.</summary>
    /// <param name="room">Where.</param>
    /// <param name="text">What.</param>
    /// <param name="isAgain">Whether the same words may have been taken already.</param>
    /// <param name="cancel">Ends the waiting, not the saying.</param>
    internal Task<Answer<MessageAnswer>> SayAsync(string room, string text, bool isAgain, CancellationToken cancel)
    {
        var content = Text(text);
        content.Headers.Add("Coulisse-Precedence", "routine");
        if (isAgain)
            content.Headers.Add("Coulisse-Once", "yes");
        return AskAsync(HttpMethod.Post, Of("/room/messages", room), content, DoorJson.Default.MessageAnswer, cancel);
    }

    /// <summary>Lets this desk be added to a room.</summary>
    internal Task<Answer<RoomAnswer>> AcceptAsync(string room, CancellationToken cancel) =>
        AskAsync(HttpMethod.Post, Of("/room/accept", room), null, DoorJson.Default.RoomAnswer, cancel);

    /// <summary>Consents to a room, or to what is proposed in it.</summary>
    internal Task<Answer<RoomAnswer>> ConsentAsync(string room, ActQuestion what, CancellationToken cancel) =>
        AskAsync(HttpMethod.Post, Of("/room/consent", room), JsonContent.Create(what, DoorJson.Default.ActQuestion),
            DoorJson.Default.RoomAnswer, cancel);

    /// <summary>Declines it.</summary>
    internal Task<Answer<RoomAnswer>> DeclineAsync(string room, ActQuestion what, CancellationToken cancel) =>
        AskAsync(HttpMethod.Post, Of("/room/decline", room), JsonContent.Create(what, DoorJson.Default.ActQuestion),
            DoorJson.Default.RoomAnswer, cancel);

    /// <summary>The line, now and whenever anything has changed; ends when the desk goes.</summary>
    internal async IAsyncEnumerable<LineAnswer> FollowAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/line/news", UriKind.Relative));
        using var response = await ReachAsync(request, cancel);
        if (response is not { IsSuccessStatusCode: true })
            yield break;
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancel), Encoding.UTF8);
        while (await NextAsync(lines, cancel) is { } line)
        {
            if (JsonSerializer.Deserialize(line, DoorJson.Default.NewsAnswer)?.Line is { } told)
                yield return told;
        }
    }

    public void Dispose() => client.Dispose();

    private static string Of(string path, string room) => $"{path}?room={Uri.EscapeDataString(room)}";

    private static ByteArrayContent Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<string?> NextAsync(StreamReader lines, CancellationToken cancel)
    {
        try
        {
            return await lines.ReadLineAsync(cancel);
        }
        catch (Exception closed) when (closed is IOException or HttpRequestException)
        {
            return null;
        }
    }

    private async Task<Answer<T>> AskAsync<T>(HttpMethod method, string path, HttpContent? content,
        JsonTypeInfo<T> type, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        using var response = await ReachAsync(request, cancel);
        if (response is null)
            return new Answer<T>.Gone();
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancel);
            if (response.IsSuccessStatusCode)
                return new Answer<T>.Given((await JsonSerializer.DeserializeAsync(body, type, cancel))!);
            return response.StatusCode == HttpStatusCode.Conflict
                ? new Answer<T>.Refused(
                    (await JsonSerializer.DeserializeAsync(body, DoorJson.Default.RefusedAnswer, cancel))!.Sentence)
                : new Answer<T>.Gone();
        }
        catch (Exception cut) when (cut is IOException or HttpRequestException or JsonException)
        {
            return new Answer<T>.Gone();
        }
    }

    private async Task<HttpResponseMessage?> ReachAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        }
        catch (Exception closed) when (closed is HttpRequestException or IOException or SocketException)
        {
            return null;
        }
    }
}
