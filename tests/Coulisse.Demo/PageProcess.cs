using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Coulisse.Demo;

/// <summary>The page as a process: started, killed, started again over the same file.</summary>
internal sealed class PageProcess(string file, int port) : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);

    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{port}");

    public static int FreePort(int? wanted)
    {
        foreach (var port in wanted is { } one ? [one] : Enumerable.Range(5080, 40))
        {
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }
        throw new StageException("That port is taken by another program. Name a free one with --port.");
    }

    public async Task StartAsync(CancellationToken cancel)
    {
        _process = Programs.Start("Coulisse.Cli", "coulisse", Programs.Root,
            ["page", "run", "--file", file, "--listen", Address.GetLeftPart(UriPartial.Authority)]);
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => { if (line.Data is { } words) Console.Error.WriteLine("  page: " + words); };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var until = TimeProvider.System.GetTimestamp() + (long)(StartsWithin.TotalSeconds * TimeProvider.System.TimestampFrequency);
        while (TimeProvider.System.GetTimestamp() < until && !_process.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync(Address, cancel);
                return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
            {
                await Task.Delay(100, cancel);
            }
        }
        throw new StageException("The page did not start; what it said stands above.");
    }

    /// <summary>SIGKILL to the server itself: no goodbye, nothing flushed.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Ends when the process does.</summary>
    public Task WaitForExitAsync(CancellationToken cancel) => _process!.WaitForExitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
            await KillAsync();
        _process?.Dispose();
    }
}
