using System.Diagnostics;

namespace Coulisse.Kill;

/// <summary>The page's program as a process over one file: started, killed, started again.</summary>
/// <remarks>It listens at a port that the system chooses and says which. Every request says from where it comes, as a
/// proxy
/// would, so that limits per address meet a crowd and not one machine.</remarks>
public sealed class PageProgram(string file) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? _process;
    private Task<Uri?> _serving = Task.FromResult<Uri?>(null);
    private Task<string> _refusal = Task.FromResult("");

    public string File { get; } = file;

    /// <summary>Where the page is while it runs.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Begins to start; whoever wants to use the page waits with
    /// <see cref="WaitUntilServingAsync"/>.</summary>
    public void Start()
    {
        _process = Begin(["run", "--file", File, "--listen", "http://127.0.0.1:0", "--trusted-proxy", "127.0.0.1"]);
        _refusal = _process.StandardError.ReadToEndAsync();
        _serving = ReadAsync(_process.StandardOutput);
    }

    /// <exception cref="InvalidOperationException">It ended instead; with its own words.</exception>
    /// <exception cref="TimeoutException">It took a minute.</exception>
    public async Task WaitUntilServingAsync() =>
        Address = await _serving.WaitAsync(Patience)
            ?? throw new InvalidOperationException("The page ended: " + await _refusal);

    /// <summary>SIGKILL to the server itself: no goodbye, nothing flushed.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Runs another verb of the program on this file to its end.</summary>
    public Task<Said> RunAsync(params string[] arguments) => EndAsync([.. arguments, "--file", File]);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await KillAsync();
    }

    /// <summary>What a verb said, and its exit code.</summary>
    public sealed record Said(int Code, string Output, string Error);

    /// <summary>The address that it says; goes on reading afterwards, so that it never waits for us.</summary>
    private static async Task<Uri?> ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("The page is at ", StringComparison.Ordinal))
                continue;
            _ = output.BaseStream.CopyToAsync(Stream.Null);
            return new(line.Split(' ')[4]);
        }
        return null;
    }

    private static async Task<Said> EndAsync(string[] arguments)
    {
        using var process = Begin(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return new(process.ExitCode, await output, await error);
    }

    private static Process Begin(string[] arguments) => Process.Start(new ProcessStartInfo(Programs.Page, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
