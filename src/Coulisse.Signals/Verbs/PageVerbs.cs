using System.CommandLine;

namespace Coulisse.Signals.Verbs;

/// <summary>Everything the page's program can be told to do; people reach it as <c>coulisse page …</c>.</summary>
internal static class PageVerbs
{
    public static RootCommand Root() => new(
        "The page: a party's signed statements and an editor's reports, in several languages, with one public thread.")
    {
        RunVerb.Build(),
        EditorVerb.Build(),
        ImportVerb.Build(),
        ExportVerb.Build(),
        BackupVerbs.BuildBackup(),
        BackupVerbs.BuildRestore(),
    };
}
