using System.Diagnostics;

namespace Coulisse.Stage;

/// <summary>The built programs, of the configuration that this one was built in; or those of the folder that
/// COULISSE_PROGRAMS names, as ./pack leaves them.</summary>
public static class Programs
{
    private static readonly string Configuration =
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}",
            StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The file of a program.</summary>
    public static string PathOf(string project, string name)
    {
        var packed = Environment.GetEnvironmentVariable("COULISSE_PROGRAMS");
        var path = Path.Combine(
            packed is not null ? Path.Combine(packed, project == "Coulisse.Screens" ? "screens" : "")
                : Path.Combine(Root, "src", project, "bin", Configuration, "net10.0"),
            OperatingSystem.IsWindows() ? name + ".exe" : name);
        return File.Exists(path) ? Path.GetFullPath(path) : throw new StageException($"{path} is not built.");
    }

    /// <summary>Runs <c>coulisse</c> to its end.</summary>
    public static async Task<Ended> RunAsync(string folder, IEnumerable<string> arguments, byte[]? input = null)
    {
        using var process = Start("Coulisse.Cli", "coulisse", folder, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            if (input is not null)
                await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // it ended without reading
        }
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>The same, for what has to succeed.</summary>
    /// <exception cref="StageException">It did not; with its own words.</exception>
    public static async Task<string> DoAsync(string folder, params string[] arguments)
    {
        var ended = await RunAsync(folder, arguments);
        return ended.Code == 0 ? ended.Output
            : throw new StageException(
                $"'coulisse {string.Join(' ', arguments)}' ended with {ended.Code}: {ended.Error}");
    }

    /// <summary>Starts a program with both outputs and the input in our hands.</summary>
    public static Process Start(string project, string name, string folder, IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(PathOf(project, name), arguments)
        {
            WorkingDirectory = folder,
            Environment = { ["XDG_STATE_HOME"] = Path.GetFullPath(Path.Combine(folder, "state")) },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Coulisse.slnx")))
                return folder.FullName;
        }
        throw new StageException("Run this from inside the repository.");
    }
}

/// <summary>How a program ended, and what it said.</summary>
public sealed record Ended(int Code, string Output, string Error);

/// <summary>What was to be shown cannot be: a program is missing or refuses.</summary>
public sealed class StageException(string message) : Exception(message);
