using System.Diagnostics;

namespace Coulisse.Cli.Tests;

/// <summary>The built <c>coulisse</c>, run as its users run it: arguments in, exit code and two outputs back.</summary>
public static class CoulisseProgram
{
    public sealed record Ended(int Code, string Output, string Error)
    {
        public string All => Output + Error;
    }

    /// <summary>The program of the same configuration as these tests.</summary>
    public static string Path { get; } = Find();

    public static Ended Run(string folder, params string[] arguments) => Run(Path, folder, arguments);

    public static Ended Run(string program, string folder, string[] arguments)
    {
        using var process = Start(program, folder, arguments);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(60_000), "the program did not end within a minute");
        return new(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    public static Process Start(string program, string folder, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static string Find()
    {
        // …/tests/Coulisse.Cli.Tests/bin/CONFIGURATION/FRAMEWORK/
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/', '\\'));
        var root = framework.Parent!.Parent!.Parent!.Parent!.Parent!;
        var name = OperatingSystem.IsWindows() ? "coulisse.exe" : "coulisse";
        return System.IO.Path.Combine(root.FullName, "src", "Coulisse.Cli", "bin", framework.Parent.Name,
            framework.Name, name);
    }
}
