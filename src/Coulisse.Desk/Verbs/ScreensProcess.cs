using System.Diagnostics;
using Coulisse.Desk.Keys;

namespace Coulisse.Desk.Verbs;

/// <summary>The program that draws the desk's screens: started beside the desk, ended with it, a client of its door
/// and nothing more.</summary>
/// <remarks>It has the desk's terminal, and tells there by which link it is entered. Those that a killed desk left
/// behind go on with the next one: then the new ones see that, and end by themselves.</remarks>
internal sealed class ScreensProcess : IDisposable
{
    private const string Name = "coulisse-screens";
    private const string Project = "Coulisse.Screens";

    private readonly Process process;

    private ScreensProcess(Process process) => this.process = process;

    /// <summary>Null, after a sentence, if the program is not here: a desk without screens is a desk.</summary>
    internal static ScreensProcess? Start(DeskFolder folder)
    {
        if (Find(AppContext.BaseDirectory) is not { } program)
        {
            Console.Error.WriteLine($"The program of the screens, {Name}, is not beside this one: use the verbs, or "
                + "install it.");
            return null;
        }
        return new(Process.Start(new ProcessStartInfo(program, [folder.Path]) { UseShellExecute = false })!);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    // In a folder of its own where programs are installed, for it brings the files of a site; else as they are built.
    private static string? Find(string here)
    {
        var file = OperatingSystem.IsWindows() ? Name + ".exe" : Name;
        var folder = new DirectoryInfo(here.TrimEnd(Path.DirectorySeparatorChar));
        string?[] candidates =
        [
            Path.Combine(folder.FullName, "screens", file),
            folder.Parent?.Parent?.Parent?.Parent is { } projects
                ? Path.Combine(projects.FullName, Project, "bin", folder.Parent.Name, folder.Name, file)
                : null,
        ];
        return Array.Find(candidates, File.Exists);
    }
}
