using System.CommandLine;
using System.Diagnostics;
using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Accounts;

namespace Coulisse.Signals.Verbs;

/// <summary><c>coulisse page editor NAME</c>: names the first editor, or lets one back in.</summary>
internal static class EditorVerb
{
    public static Command Build()
    {
        var name = new Argument<string>("NAME") { Description = "The display name under which the editor signs in." };
        var file = CommonOptions.File();
        var editor = new Command("editor",
            "Name an editor and print a link, good once and for half an hour, to choose a passphrase. "
            + "Example: coulisse page editor \"Night desk\"")
        {
            name, file,
        };
        editor.SetAction((arguments, cancel) => CommonOptions.GuardAsync(() =>
            RunAsync(arguments.GetValue(file)!, arguments.GetValue(name)!, cancel)));
        return editor;
    }

    private static async Task<int> RunAsync(string path, string name, CancellationToken cancel)
    {
        switch (await FirstEditor.NameAsync(path, name, new SystemRandom(), TimeProvider.System, cancel))
        {
            case EditorNaming.Named named:
                Console.WriteLine($"{name} is an editor. Open this address of the page within "
                    + $"{FirstEditor.GoodFor.TotalMinutes:0} minutes, once, to choose a passphrase:");
                Console.WriteLine($"  {named.WayIn}");
                return ExitCode.Done;
            case EditorNaming.NotAName:
                return CommonOptions.Say("That cannot be a display name: use 2 to 40 letters, digits, spaces, hyphens "
                    + "or full stops.", ExitCode.Refused);
            case EditorNaming.Retired:
                return CommonOptions.Say("Somebody closed an account of that name, and nobody else can take the name "
                    + "up. Name the editor differently.", ExitCode.Refused);
            default:
                throw new UnreachableException();
        }
    }
}
