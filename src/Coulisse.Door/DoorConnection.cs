using System.Net.Sockets;

namespace Coulisse.Door;

/// <summary>The way to the desk that is open in a folder: HTTP on a socket that only its account reaches.</summary>
public static class DoorConnection
{
    /// <summary>The socket's name in the desk's folder.</summary>
    public const string SocketName = "desk.socket";

    /// <summary>A client that speaks to this socket and to nothing else; it waits for answers without end, since who
    /// follows a room does. The caller disposes it.</summary>
    /// <param name="socket">The socket's path.</param>
    public static HttpClient To(string socket) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = (_, cancel) => ConnectAsync(socket, cancel),
    })
    {
        BaseAddress = new("http://desk"), // a name is needed, and looked up nowhere
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private static async ValueTask<Stream> ConnectAsync(string socket, CancellationToken cancel)
    {
        Socket? connection = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancel).ConfigureAwait(false);
            var stream = new NetworkStream(connection, ownsSocket: true);
            connection = null;
            return stream;
        }
        finally
        {
            connection?.Dispose();
        }
    }
}
