using System.Net;
using System.Net.Sockets;

namespace Coulisse.Station.Tests.Sockets;

/// <summary>A way over loopback that moves so many bytes a second each way, as a bad radio link does.</summary>
public sealed class NarrowWay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ends = new();
    private readonly Task accepting;
    private readonly int to;

    /// <param name="to">The port that it leads to.</param>
    public NarrowWay(int to)
    {
        this.to = to;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Of both directions, each for itself; at first as many as there are.</summary>
    public int BytesASecond { get; set; } = int.MaxValue;

    public async ValueTask DisposeAsync()
    {
        await ends.CancelAsync();
        listener.Stop();
        await accepting;
        ends.Dispose();
    }

    private async Task AcceptAsync()
    {
        var carried = new List<Task>();
        try
        {
            while (true)
                carried.Add(CarryAsync(await listener.AcceptTcpClientAsync(ends.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(carried);
        }
    }

    private async Task CarryAsync(TcpClient from)
    {
        using (from)
        using (var there = new TcpClient())
        {
            // A narrow way holds little: what its ends hand over is on its way.
            (from.ReceiveBufferSize, there.SendBufferSize) = (4_096, 4_096);
            try
            {
                await there.ConnectAsync(IPAddress.Loopback, to, ends.Token);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(ends.Token);
                await Task.WhenAny(PumpAsync(from, there, either.Token),
                    PumpAsync(there, from, either.Token));
                await either.CancelAsync();
            }
            catch (Exception ended) when (ended is SocketException or IOException or OperationCanceledException)
            {
                // one of the two ends is gone
            }
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, CancellationToken cancel)
    {
        var piece = new byte[1_024];
        try
        {
            for (int read; (read = await from.GetStream().ReadAsync(piece, cancel)) > 0;)
            {
                if (BytesASecond < int.MaxValue)
                    await Task.Delay(TimeSpan.FromSeconds((double)read / BytesASecond), cancel);
                await to.GetStream().WriteAsync(piece.AsMemory(0, read), cancel);
            }
        }
        catch (Exception ended) when (ended is SocketException or IOException or OperationCanceledException)
        {
            // one of the two ends is gone
        }
    }
}
