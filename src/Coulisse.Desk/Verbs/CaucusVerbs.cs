using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using Coulisse.Desk.Door;
using Coulisse.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse caucus …</c>: rooms of one's own side alone. Saying and reading there are the verbs of every
/// room.</summary>
internal static class CaucusVerbs
{
    internal static Command Build() => new("caucus",
        "Rooms of our own side alone: the other side reads nothing of them, and cannot know that there are any.\n"
        + "To speak and read there: coulisse say, read, talk, follow. What is shown of it begins with OWN SIDE.")
    {
        Open(),
        List(),
        Show(),
        RoomVerbs.Act("accept", "Let this desk be added to a caucus that a colleague asks it into.", "caucus"),
        RoomVerbs.Act("decline", "Say no to a caucus, signed by this desk.", "caucus"),
        Person("invite", "Ask another desk of ours into a caucus. A principal or a duty officer does that; nobody of "
            + "the other\nside is asked. They read nothing of what was said before.", isOut: false),
        Person("recall", "Put a desk of ours out of a caucus. It reads until the keys change, at once if a colleague "
            + "is there.", isOut: true),
        RoomVerbs.Act("leave", "Take this desk out of a caucus. What was said stays readable.", "caucus"),
        CaucusActVerbs.Remark(),
        CaucusActVerbs.Vote(),
        CaucusActVerbs.Dissent(),
        CaucusActVerbs.Ask(),
        TalkActVerb.Build("approve", "ApprovalGiven", "Approve the words that a message asks about: exactly they may "
            + "cross, once. Whoever asked\ncannot.\nExample: coulisse caucus approve 3f --to 7",
            TalkActVerb.Says.Nothing),
        TalkActVerb.Build("refuse", "ApprovalRefused", "Say that those words may not cross, and why.\n"
            + "Example: echo 'Not before Friday.' | coulisse caucus refuse 3f --to 7", TalkActVerb.Says.Words),
        TalkActVerb.Build("take-back", "ApprovalTakenBack", "Ask for it no longer.\n"
            + "Example: coulisse caucus take-back 3f --to 7", TalkActVerb.Says.Nothing),
        CaucusActVerbs.Rule(),
        TalkActVerb.Build("lift", "RuleLifted", "Let our side say in that room what it likes again.\n"
            + "Example: coulisse caucus lift 3f --to 9", TalkActVerb.Says.Nothing),
    };

    private static Command Open()
    {
        var (desk, json) = (DeskOptions.Desk(), DeskOptions.Json());
        var with = Words("--with", "Who of ours is asked: words of their office, or the first digits of their desk.");
        var purpose = Words("--purpose", "What it is for, in a sentence; only those in it read it.");
        var excluded = new Option<string>("--excluded")
        {
            Description = "What it is not for.",
            HelpName = "WORDS",
            DefaultValueFactory = _ => "",
        };
        var command = new Command("open", "Open a caucus with a desk of ours. It needs a mandate that binds the party, "
            + "and nobody of the other side.\n"
            + "Example: coulisse caucus open --with \"Naval attaché\" --purpose \"What we may give\"")
        { with, purpose, excluded, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var asked = JsonContent.Create(new RoomQuestion(parsed.GetRequiredValue(with),
                parsed.GetRequiredValue(purpose), parsed.GetValue(excluded)), DoorJson.Default.RoomQuestion);
            return RoomVerbs.Tell(await door.PostAsync("/caucus", asked, DoorJson.Default.RoomAnswer, cancel),
                parsed.GetValue(json));
        }));
        return command;
    }

    private static Command List()
    {
        var (desk, json) = (DeskOptions.Desk(), DeskOptions.Json());
        var command = new Command("list",
            "Show the caucuses that this desk is in, or is asked into; no others.\nExample: coulisse caucus list")
        { desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var rooms = (await door.GetAsync("/line", DoorJson.Default.LineAnswer, cancel)).Caucuses ?? [];
            if (parsed.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(rooms, DoorJson.Default.IReadOnlyListRoomAnswer));
            else
                Facts.Write(rooms.Count == 0 ? "No caucus; open one with: coulisse caucus open"
                    : "Of our own side alone:", rooms.Select(room => ("Caucus", ScreenText.Room(room))));
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Show()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var command = new Command("show",
            "Show one caucus: what it is for, who is in it, how far it is.\nExample: coulisse caucus show 3f")
        { room, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            return RoomVerbs.Tell(await door.GetAsync(DoorCaller.Of("/caucus", parsed.GetValue(room)!),
                DoorJson.Default.RoomAnswer, cancel), parsed.GetValue(json));
        }));
        return command;
    }

    private static Command Person(string name, string words, bool isOut)
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var whom = Words("--whom", "Words of their office, or the first digits of their desk"
            + (isOut ? "." : "; or the file of their\naccreditation."));
        var reason = new Option<string>("--reason")
        {
            Description = "Why, for the others in it; at most 1,024 bytes.",
            HelpName = "WORDS",
            DefaultValueFactory = _ => "",
        };
        var here = MemberVerbs.Here();
        var command = new Command(name, $"{words}\nExample: coulisse caucus {name} 3f --whom \"Naval attaché\"")
        { room, whom, reason, desk, json };
        if (!isOut) // nobody new reads why somebody goes
            command.Add(here);
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var asked = MemberVerbs.Meant(JsonContent.Create(MemberVerbs.Whom(parsed.GetRequiredValue(whom),
                parsed.GetValue(reason)!), DoorJson.Default.InviteQuestion), !isOut && parsed.GetValue(here));
            return RoomVerbs.Tell(await door.PostAsync(DoorCaller.Of($"/caucus/{name}", parsed.GetValue(room)!), asked,
                DoorJson.Default.RoomAnswer, cancel), parsed.GetValue(json));
        }));
        return command;
    }

    private static Option<string> Words(string name, string description) =>
        new(name) { Description = description, HelpName = "WORDS", Required = true };
}
