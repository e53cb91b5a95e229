using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Coulisse.Cli;

/// <summary>Finds the page's program and becomes it.</summary>
/// <remarks>
/// On Unix this process is replaced (execv): the page then has our process number, terminal, signals and exit code, and
/// nothing is left in between that could be killed alone. Windows has no such call; there the page is started and
/// waited for.
/// </remarks>
internal static partial class PageProgram
{
    private const string Name = "Coulisse.Signals";

    internal static ExitCode Start(string[] arguments)
    {
        var program = Find(AppContext.BaseDirectory)
            ?? throw new Refusal(ExitCode.NoPage,
                $"The page's program {Name} is not beside this one; install both, or build the whole solution.");
        if (OperatingSystem.IsWindows())
            return StartAndWait(program, arguments);
        execv(program, ToNative([program, .. arguments]));
        throw new Refusal(ExitCode.NoPage, $"{program} could not be started; check that it may be executed.");
    }

    // Beside us when installed. In a development build the projects' output folders have one shape:
    // src/PROJECT/bin/CONFIGURATION/FRAMEWORK, or artifacts/bin/PROJECT/CONFIGURATION.
    private static string? Find(string here)
    {
        var file = OperatingSystem.IsWindows() ? Name + ".exe" : Name;
        var folder = new DirectoryInfo(here.TrimEnd(Path.DirectorySeparatorChar));
        string?[] candidates =
        [
            Path.Combine(folder.FullName, file),
            folder.Parent?.Parent?.Parent?.Parent is { } projects
                ? Path.Combine(projects.FullName, Name, "bin", folder.Parent.Name, folder.Name, file)
                : null,
            folder.Parent?.Parent is { } outputs ? Path.Combine(outputs.FullName, Name, folder.Name, file) : null,
        ];
        return Array.Find(candidates, File.Exists);
    }

    private static ExitCode StartAndWait(string program, string[] arguments)
    {
        using var page = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true; // The page has the same console and decides.
        page.WaitForExit();
        return (ExitCode)page.ExitCode;
    }

    // Addresses of our own making: the generated code for an array of strings converts what its memory held before,
    // and throws now and then where arithmetic is checked. Nothing is freed: this process ends or is replaced.
    private static nint[] ToNative(string[] arguments) =>
        [.. arguments.Select(Marshal.StringToCoTaskMemUTF8), 0];

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int execv(string path, nint[] arguments);
}
