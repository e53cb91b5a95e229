using System.Diagnostics;

namespace Coulisse.Stage;

/// <summary>The screens of a desk as a process.</summary>
public sealed class ScreensOnStage(string folder, string desk) : IAsyncDisposable
{
    private const string Says = "by this link, once: ";
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(3);

    private Process? process;

    /// <summary>Its number in the system; null while it is not running.</summary>
    public int? ProcessId => process?.Id;

    /// <summary>Starts it; gives the link by which it is entered once.</summary>
    /// <exception cref="StageException">It ended before it told one, or took three minutes.</exception>
    public async Task<Uri> StartAsync()
    {
        process = Programs.Start("Coulisse.Screens", "coulisse-screens", folder, [desk]);
        using var late = new CancellationTokenSource(StartsWithin);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
            {
                if (line.IndexOf(Says, StringComparison.Ordinal) is >= 0 and var at)
                    return new(line[(at + Says.Length)..]);
            }
        }
        catch (OperationCanceledException)
        {
            // told below
        }
        throw new StageException($"The screens of {desk} gave no link.");
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        if (process is not { } running)
            return;
        process = null;
        running.Kill();
        await running.WaitForExitAsync();
        running.Dispose();
    }

    public async ValueTask DisposeAsync() => await KillAsync();
}
