using System.CommandLine;

namespace Coulisse.Signals.Verbs;

/// <summary>What several verbs share.</summary>
internal static class CommonOptions
{
    /// <summary>The page's one file.</summary>
    public static Option<string> File() => new("--file", "-f")
    {
        Description = "The page's file: all its content, accounts and votes.",
        DefaultValueFactory = _ => "coulisse.page",
    };

    /// <summary>One sentence on standard error, and the exit code it goes with.</summary>
    public static int Say(string sentence, int exitCode)
    {
        Console.Error.WriteLine(sentence);
        return exitCode;
    }
}
