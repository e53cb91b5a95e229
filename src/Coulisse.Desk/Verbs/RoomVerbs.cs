using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using Coulisse.Desk.Door;
using Coulisse.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary><c>coulisse room …</c>: opening a room takes both sides' acts, each by a person.</summary>
internal static class RoomVerbs
{
    internal static Command Build() => new("room", "Open, enter and look at rooms. A room needs both sides' consent.")
    {
        List(),
        Show(),
        Open(),
        Act("accept", "Let this desk be added to a room that the other side proposes. Consenting comes after that."),
        Verify(),
        MemberVerbs.Invite(),
        MemberVerbs.Amend(),
        MemberVerbs.Answer("consent", "Consent for your party: to a room, once both sides see the same; or, in an open "
            + "room, to\nwhom or what the other side proposes for it."),
        MemberVerbs.Answer("decline", "Say no: to a room that the other side proposes, signed by this desk and final; "
            + "or, in an open\nroom, to whom or what they propose for it. They are told so."),
        MemberVerbs.Answer("withdraw", "Take back whom or what your side proposed for a room."),
        LeafVerbs.Recall(),
        LeafVerbs.Replace(),
        Act("give-up", "Wait no longer for your party's order to be obeyed: the keys that were asked for go, and can "
            + "be asked for\nagain. Until then other rooms may wait for this one."),
        Act("leave", "Take this desk out of a room. Nothing more is said from here; what was said stays readable."),
    };

    private static Command List()
    {
        var (desk, json) = (DeskOptions.Desk(), DeskOptions.Json());
        var command = new Command("list", "Show all rooms of this desk.\nExample: coulisse room list") { desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var rooms = (await door.GetAsync("/line", DoorJson.Default.LineAnswer, cancel)).AllRooms;
            if (parsed.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(rooms, DoorJson.Default.IReadOnlyListRoomAnswer));
            else
                Facts.Write(rooms.Count == 0 ? "No room yet; open one with: coulisse room open" : "Rooms:",
                    rooms.Select(room => ("Room", ScreenText.Room(room))));
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Show()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var command = new Command("show",
            "Show one room: its terms, who is in it, how far it is.\nExample: coulisse room show 3f") { room, desk,
                json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            return Tell(await door.GetAsync(DoorCaller.Of("/room", parsed.GetValue(room)!),
                DoorJson.Default.RoomAnswer, cancel), parsed.GetValue(json));
        }));
        return command;
    }

    private static Command Verify()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var command = new Command("verify",
            "Check what this desk has kept of a room against itself: every text is the one that its\nauthor's chain "
            + "names, and no chain is broken. Exit code 1 if one is.\n"
            + "Example: coulisse room verify 3f") { room, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var archive = await door.GetAsync(DoorCaller.Of("/room/archive", parsed.GetValue(room)!),
                DoorJson.Default.ArchiveAnswer, cancel);
            if (parsed.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(archive, DoorJson.Default.ArchiveAnswer));
            else
                Facts.Write($"Room {archive.Room[..8]}: {archive.Messages} messages, "
                    + (archive.IsWhole ? "each as its author's chain has it." : "and not all are what they were.")
                    + (archive.Erased == 0 ? "" : $" The words of {archive.Erased} were erased, as the terms say."),
                    archive.Authors.Select(one => (ScreenText.Person(one.Author), ScreenText.Archived(one))));
            return archive.IsWhole ? ExitCode.Success : ExitCode.Altered;
        }));
        return command;
    }

    private static Command Open()
    {
        var (desk, json) = (DeskOptions.Desk(), DeskOptions.Json());
        var with = Text("--with", "Who is asked: words of their office, or the first digits of their desk.", "WHO");
        var terms = new TermsOptions();
        var follows = Text("--follows", "The room, dead or frozen, whose place it takes; its terms hold on unless "
            + "others are given.", "ROOM", isRequired: false);
        var why = Text("--why", "Why that room is given up. Only who comes into the new one reads it.", "TEXT",
            isRequired: false);
        var line = DeskOptions.Line();
        var command = new Command("open",
            "Ask a desk of the other side into a new room. Nothing is said before a person there has consented.\n"
            + "Example: coulisse room open --with Defence --purpose \"To keep the line open\"\n"
            + "  --excluded \"Settling the conflict\" --kept 30\n"
            + "Example: coulisse room open --with Defence --follows 3f --why \"its keys went another way\"") { with,
                follows, why, line, desk, json };
        terms.AddTo(command);
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            var (purpose, excluded, further) = terms.Of(parsed);
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var asked = JsonContent.Create(new RoomQuestion(parsed.GetRequiredValue(with), purpose, excluded,
                parsed.GetValue(follows), parsed.GetValue(why), parsed.GetValue(line), further),
                DoorJson.Default.RoomQuestion);
            return Tell(await door.PostAsync("/rooms", asked, DoorJson.Default.RoomAnswer, cancel),
                parsed.GetValue(json));
        }));
        return command;
    }

    internal static Command Act(string name, string words, string of = "room")
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var command = new Command(name, $"{words}\nExample: coulisse {of} {name} 3f") { room, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            return Tell(await door.PostAsync(DoorCaller.Of($"/{of}/{name}", parsed.GetValue(room)!), null,
                DoorJson.Default.RoomAnswer, cancel), parsed.GetValue(json));
        }));
        return command;
    }

    internal static ExitCode Tell(RoomAnswer room, bool json)
    {
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(room, DoorJson.Default.RoomAnswer));
        else
            Facts.Write(room.IsOwnSide == true ? $"Caucus {room.Room[..8]}, of our own side alone."
                : $"Room {room.Room[..8]}.", ScreenText.Facts(room));
        return ExitCode.Success;
    }

    internal static Option<string> Purpose(bool isRequired) =>
        Text("--purpose", "What the room is for, in a sentence; both sides will see it.", "WORDS", isRequired);

    internal static Option<string> Excluded(bool isRequired) =>
        Text("--excluded", "What it is not for.", "WORDS", isRequired);

    private static Option<string> Text(string name, string description, string help, bool isRequired = true) =>
        new(name) { Description = description, HelpName = help, Required = isRequired };
}
