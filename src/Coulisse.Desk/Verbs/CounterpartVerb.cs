using System.CommandLine;
using Coulisse.Desk.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse counterpart</c>: who is whose opposite number.</summary>
internal static class CounterpartVerb
{
    internal static Command Build() => new("counterpart",
        "Say who of ours is the opposite number of whom of theirs. Each side says it for its own people; it is settled "
        + "when both do. 'coulisse room show' shows it.")
    {
        Name(),
        TalkActVerb.Build("end", "CounterpartEnded", "Say that it is so no longer.\n"
            + "Example: coulisse counterpart end 3f --to 12", TalkActVerb.Says.Nothing),
    };

    private static Command Name()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var (ours, theirs) = (Person("--ours", "Of our side"), Person("--theirs", "Of their side"));
        var command = new Command("name", "Name two opposite numbers.\n"
            + "Example: coulisse counterpart name 3f --ours \"Security adviser\" --theirs \"Secretary\"")
        {
            room, ours, theirs, desk, json,
        };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            var text = $"ours: {Line(parsed.GetRequiredValue(ours))}\ntheirs: {Line(parsed.GetRequiredValue(theirs))}";
            await TalkActVerb.DoAsync(parsed.GetRequiredValue(desk), parsed.GetValue(room)!,
                new("CounterpartNamed", null, "en", text, 0, "routine", IsHere: true), parsed.GetValue(json), cancel);
            return ExitCode.Success;
        }));
        return command;
    }

    private static string Line(string typed) => typed.ReplaceLineEndings(" ");

    private static Option<string> Person(string name, string whose) => new(name)
    {
        Description = $"{whose}: words of an office, or the first digits of a desk.",
        HelpName = "WORDS",
        Required = true,
    };
}
