using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Coulisse.Cli.Tests;

/// <summary>A station or a desk that was started by <c>coulisse</c>, which became it.</summary>
public sealed class Running(Process process) : IDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>What it says up to a line with these words, that line included.</summary>
    public string SaysUntil(string words)
    {
        var said = "";
        while (!said.Contains(words, StringComparison.Ordinal))
        {
            var next = process.StandardOutput.ReadLineAsync();
            Assert.True(next.Wait(Patience), $"it said no more within a minute: {said}");
            if (next.GetAwaiter().GetResult() is not { } line)
                throw new InvalidOperationException($"It ended: {said}{process.StandardError.ReadToEnd()}");
            said += line + "\n";
        }
        return said;
    }

    /// <summary>Tells it to stop, and waits until it has.</summary>
    public int Stop()
    {
        Assert.Equal(0, Kill(process.Id, Terminate));
        Assert.True(process.WaitForExit(Patience), "it did not end within a minute");
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
