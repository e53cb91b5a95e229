using System.Diagnostics;

namespace Coulisse.Stage;

/// <summary>A station or a desk as a process: started, killed, halted, started again over the same folder.</summary>
public sealed class Server(string project, string name, string folder, string[] arguments, string ready)
    : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(3);

    private Process? process;

    /// <summary>What all its processes have said, for whoever looks for what must not be there.</summary>
    public string Log { get; } = Path.Combine(folder, $"{arguments[1].Replace('/', '-')}.{name}.log");

    public bool IsRunning => process is { HasExited: false };

    /// <summary>Its number in the system; null while it is not running.</summary>
    public int? ProcessId => process?.Id;

    /// <summary>Returns when it says that it is ready.</summary>
    /// <param name="more">Further arguments, this time.</param>
    /// <exception cref="StageException">It ended before, or took three minutes.</exception>
    public async Task StartAsync(params string[] more)
    {
        var started = Programs.Start(project, name, folder, [.. arguments, .. more]);
        process = started;
        var isReady = new TaskCompletionSource();
        started.OutputDataReceived += (_, line) => Hear(line.Data, isReady);
        started.ErrorDataReceived += (_, line) => Hear(line.Data, isReady);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        var ended = await Task.WhenAny(isReady.Task, started.WaitForExitAsync(), Task.Delay(StartsWithin));
        if (ended != isReady.Task)
            throw new StageException($"{name} {string.Join(' ', arguments)} did not start: {await ReadLogAsync()}");
    }

    /// <summary>SIGKILL: no goodbye, nothing flushed.</summary>
    public async Task KillAsync()
    {
        if (process is not { } running)
            return;
        process = null;
        running.Kill();
        await running.WaitForExitAsync();
        running.Dispose();
    }

    /// <summary>SIGTERM, and waits for the end.</summary>
    public async Task<int> StopAsync()
    {
        var running = process ?? throw new StageException($"{name} is not running.");
        await SignalAsync("TERM");
        await running.WaitForExitAsync();
        process = null;
        var code = running.ExitCode;
        running.Dispose();
        return code;
    }

    /// <summary>Its exit code, once it has ended by itself; within a minute.</summary>
    public async Task<int> EndedAsync()
    {
        var running = process ?? throw new StageException($"{name} is not running.");
        await running.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        process = null;
        var code = running.ExitCode;
        running.Dispose();
        return code;
    }

    /// <summary>SIGSTOP: it is there, and does nothing.</summary>
    public Task HaltAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT.</summary>
    public Task GoOnAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync() => await KillAsync();

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process!.Id}"]);
        await kill.WaitForExitAsync();
    }

    private void Hear(string? line, TaskCompletionSource isReady)
    {
        if (line is null)
            return;
        lock (this)
            File.AppendAllText(Log, line + "\n");
        if (line.Contains(ready, StringComparison.Ordinal))
            isReady.TrySetResult();
    }

    private async Task<string> ReadLogAsync() => File.Exists(Log) ? await File.ReadAllTextAsync(Log)
        : "it said nothing";
}
