using System.Diagnostics;

namespace Coulisse.Bench.Line;

/// <summary>A station's program over a folder, from the moment it is started on.</summary>
internal sealed class StationProcess : IDisposable
{
    private readonly Process process;

    private StationProcess(Process process) => this.process = process;

    internal int Id => process.Id;

    internal static StationProcess Start(string program, StationOnDisk station)
    {
        var started = Process.Start(new ProcessStartInfo(program,
            ["run", station.Folder, "--listen", $"127.0.0.1:{station.Port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, line) => Tell(line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return new(started);
    }

    /// <summary>Milliseconds that a program takes to say its version, from start to end.</summary>
    internal static double VersionMilliseconds(string program)
    {
        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, ["--version"])
        {
            RedirectStandardOutput = true,
        })!;
        var version = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && version.Contains('.', StringComparison.Ordinal)
            ? Stopwatch.GetElapsedTime(begun).TotalMilliseconds
            : throw new InvalidOperationException($"{program} --version ended with {process.ExitCode}.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    // A station says nothing there unless something is wrong.
    private static void Tell(string? line)
    {
        if (line is not null)
            Console.Error.WriteLine($"station: {line}");
    }
}
