using System.Runtime.InteropServices;

namespace Coulisse.Cli.Tests;

/// <summary>With a stand-in for the page's program beside a copy of <c>coulisse</c>.</summary>
[Collection("programs")] // One at a time: a program just written is busy while another test forks.
public sealed class ThePageIsStartedAsItself : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-cli-page-");
    private readonly string coulisse;

    public ThePageIsStartedAsItself()
    {
        var built = new DirectoryInfo(Path.GetDirectoryName(CoulisseProgram.Path)!);
        foreach (var file in built.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(built.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            file.CopyTo(copy);
        }
        coulisse = Path.Combine(folder.FullName, "coulisse");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Every_argument_and_the_exit_code_pass_through()
    {
        StandIn("for a in \"$@\"; do echo \"[$a]\"; done; cat; exit 7");
        var ended = CoulisseProgram.Run(coulisse, folder.FullName, ["page", "import", "--help", "two words", ""]);
        Assert.Equal((7, "[import]\n[--help]\n[two words]\n[]\n"), (ended.Code, ended.Output));
    }

    [Fact]
    public void The_page_has_the_process_number_that_was_started_and_gets_its_signals()
    {
        StandIn("trap 'echo asked; exit 3' TERM; echo $$; while :; do sleep 0.05; done");
        using var process = CoulisseProgram.Start(coulisse, folder.FullName, ["page"]);
        Assert.Equal($"{process.Id}", process.StandardOutput.ReadLine());
        Assert.Equal(0, Kill(process.Id, 15));
        Assert.True(process.WaitForExit(30_000));
        Assert.Equal((3, "asked\n"), (process.ExitCode, process.StandardOutput.ReadToEnd()));
    }

    [Fact]
    public void Without_the_pages_program_one_sentence_says_so()
    {
        var ended = CoulisseProgram.Run(coulisse, folder.FullName, ["page"]);
        Assert.Equal((69, ""), (ended.Code, ended.Output));
        Assert.Contains("Coulisse.Signals", ended.Error, StringComparison.Ordinal);
    }

    private void StandIn(string script)
    {
        var path = Path.Combine(folder.FullName, "Coulisse.Signals");
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
