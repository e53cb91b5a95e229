using System.Diagnostics;
using System.Globalization;

namespace Coulisse.Bench.Line;

/// <summary>A station's program over a folder, from the moment it is started on.</summary>
internal sealed class StationProcess : IDisposable
{
    private readonly Process process;

    private StationProcess(Process process) => this.process = process;

    /// <summary>Resident memory, in MB; 0 where the system does not say.</summary>
    internal double ResidentMegabytes => Memory.ResidentMegabytes(process.Id);

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

/// <summary>What the system says of a process.</summary>
internal static class Memory
{
    internal static double ResidentMegabytes(int process)
    {
        var status = $"/proc/{process}/status";
        if (!File.Exists(status))
            return 0;
        var line = File.ReadLines(status).First(one => one.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture)
            / 1024;
    }
}
