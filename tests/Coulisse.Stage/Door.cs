using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Coulisse.Stage;

/// <summary>A desk's socket, spoken to without a program in between: for whoever says much.</summary>
public sealed class Door : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient client;

    public Door(string socket)
    {
        client = new(Handler(socket))
        {
            BaseAddress = new("http://desk"),
            Timeout = Patience,
        };
    }

    /// <summary>The way to a desk's socket, for whoever asks what no verb asks.</summary>
    public static SocketsHttpHandler Handler(string socket) => new()
    {
        UseProxy = false,
        ConnectCallback = async (_, cancel) =>
        {
            var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancel);
            return new NetworkStream(connection, ownsSocket: true);
        },
    };

    /// <summary>Says these bytes in a room; true if the desk answered that it has them.</summary>
    public async Task<bool> SayAsync(string room, byte[] words)
    {
        using var content = new ByteArrayContent(words);
        content.Headers.Add("Coulisse-Precedence", "routine");
        try
        {
            var place = new Uri($"/room/messages?room={room}", UriKind.Relative);
            using var answer = await client.PostAsync(place, content);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException
            or SocketException)
        {
            return false; // killed, or not open yet; the desk may have it or not
        }
    }

    /// <summary>Begins these words in a room, as the screens do while somebody types; true if the desk keeps
    /// them.</summary>
    public async Task<bool> KeepDraftAsync(string room, byte[] words)
    {
        using var content = new ByteArrayContent(words);
        using var answer = await client.PostAsync(new Uri($"/room/draft?room={room}", UriKind.Relative), content);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Whatever is told of a room from now on, a line of JSON each.</summary>
    /// <param name="room">Its name.</param>
    /// <param name="after">The order of the last message that is known.</param>
    /// <param name="cancel">Ends it.</param>
    public async IAsyncEnumerable<string> FollowAsync(
        string room, ulong after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var place = new Uri($"/room/news?room={room}&after={after}", UriKind.Relative);
        using var answer = await client.GetAsync(place, HttpCompletionOption.ResponseHeadersRead, cancel);
        using var news = new StreamReader(await answer.Content.ReadAsStreamAsync(cancel));
        while (await news.ReadLineAsync(cancel) is { } line)
            yield return line;
    }

    public void Dispose() => client.Dispose();
}
