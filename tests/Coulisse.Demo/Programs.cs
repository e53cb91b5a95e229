using System.Diagnostics;

namespace Coulisse.Demo;

/// <summary>The built programs, and how they are started.</summary>
internal static class Programs
{
    /// <summary>The repository's root: the folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    private static string Cli => Path.Combine(Root, "src", "Coulisse.Cli", "bin", Configuration, "net10.0", "coulisse.dll");

    private static string Configuration { get; } =
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    /// <summary>Starts <c>coulisse</c> with these arguments.</summary>
    public static Process Start(IEnumerable<string> arguments, bool keepsOutput)
    {
        if (!File.Exists(Cli))
            throw new StageException($"'{Cli}' is not built. Run ./demo, which builds it.");
        var info = new ProcessStartInfo("dotnet", [Cli, .. arguments])
        {
            RedirectStandardOutput = keepsOutput,
            RedirectStandardError = keepsOutput,
        };
        return Process.Start(info)!;
    }

    /// <summary>Runs <c>coulisse</c> to its end and gives back what it said.</summary>
    /// <exception cref="StageException">It refused; with its own words.</exception>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments, keepsOutput: true);
        var said = process.StandardOutput.ReadToEndAsync();
        var refused = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await said
            : throw new StageException($"'coulisse {string.Join(' ', arguments)}' ended with {process.ExitCode}: {await refused}{await said}");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Coulisse.slnx")))
                return folder.FullName;
        }
        throw new StageException("Run the demo from inside the repository.");
    }
}
