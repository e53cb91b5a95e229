using System.CommandLine;
using System.Net.Http.Json;
using Coulisse.Desk.Door;
using Coulisse.Door;
using Coulisse.Terminal;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Desk.Verbs;

/// <summary>Who is in a room, and on which terms: proposing that, and answering it.</summary>
internal static class MemberVerbs
{
    internal static Command Invite()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var whom = new Option<string>("--whom")
        {
            Description = "Words of their office or the first digits of their desk, of either side; or the file of "
                + "their accreditation.",
            HelpName = "WHO",
            Required = true,
        };
        var (reason, here) = (Reason(), Here());
        var command = new Command("invite",
            "Propose somebody for a room that is open. They come if a person of the other side consents and they\n"
            + "accept; they read nothing of what was said before.\n"
            + "Example: coulisse room invite 3f --whom \"Maps\" --reason \"They know the strait\"")
        { room, whom, reason, here, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var asked = Meant(JsonContent.Create(Whom(parsed.GetRequiredValue(whom), parsed.GetValue(reason)!),
                DoorJson.Default.InviteQuestion), parsed.GetValue(here));
            return RoomVerbs.Tell(await door.PostAsync(DoorCaller.Of("/room/invite", parsed.GetValue(room)!), asked,
                DoorJson.Default.RoomAnswer, cancel), parsed.GetValue(json));
        }));
        return command;
    }

    /// <summary>Somebody, by words or by the file of their accreditation.</summary>
    internal static InviteQuestion Whom(string named, string reason) => File.Exists(named)
        ? new(null, Encode(CredenceInput.Read<Sealed<Accreditation>>(named, "accreditation")), reason)
        : new(named, null, reason);

    internal static Command Amend()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var terms = new TermsOptions();
        var (reason, here) = (Reason(), Here());
        var command = new Command("amend",
            "Propose other terms for a room that is open: any of them, by a flag or in a file. What is not\n"
            + "named stays. They hold once a person of the other side consents, for everybody from the same point\n"
            + "of the talk on.\n"
            + "Example: coulisse room amend 3f --excluded \"the border\" --reason \"That is for the ministers\"")
        { room, reason, here, desk, json };
        terms.AddTo(command);
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            var (purpose, excluded, further) = terms.Of(parsed);
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var asked = Meant(JsonContent.Create(new AmendQuestion(purpose, excluded, parsed.GetValue(reason)!,
                further), DoorJson.Default.AmendQuestion), parsed.GetValue(here));
            return RoomVerbs.Tell(await door.PostAsync(DoorCaller.Of("/room/amend", parsed.GetValue(room)!), asked,
                DoorJson.Default.RoomAnswer, cancel), parsed.GetValue(json));
        }));
        return command;
    }

    internal static Command Answer(string name, string words)
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var to = new Option<ulong?>("--to")
        {
            Description = "Which proposal, by the number of its message; needed only where there are several.",
            HelpName = "NUMBER",
        };
        var (reason, here) = (Reason(), Here());
        var command = new Command(name, $"{words}\nExample: coulisse room {name} 3f")
        { room, to, reason, here, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            using var door = new DoorClient(parsed.GetRequiredValue(desk));
            var asked = Meant(JsonContent.Create(new ActQuestion(parsed.GetValue(to), parsed.GetValue(reason)!),
                DoorJson.Default.ActQuestion), parsed.GetValue(here));
            return RoomVerbs.Tell(await door.PostAsync(DoorCaller.Of($"/room/{name}", parsed.GetValue(room)!), asked,
                DoorJson.Default.RoomAnswer, cancel), parsed.GetValue(json));
        }));
        return command;
    }

    /// <summary>Says whether this room is meant, should the reason be one of another.</summary>
    internal static HttpContent Meant(HttpContent asked, bool isHere)
    {
        asked.Headers.Add(DoorHeaders.Room, isHere ? DoorHeaders.ThisRoom : DoorHeaders.AskRoom);
        return asked;
    }

    /// <summary>Answers the question whether another room was meant.</summary>
    internal static Option<bool> Here() => new("--this-room")
    {
        Description = "Yes, here: a reason in words that stand in another room too.",
    };

    private static Option<string> Reason() => new("--reason")
    {
        Description = "Why, for the people of the other side; at most 1,024 bytes.",
        HelpName = "WORDS",
        DefaultValueFactory = _ => "",
    };

    internal static string Encode<T>(T value)
        where T : IWireValue<T> => Convert.ToBase64String(WireValue.Encode(value).Span);
}
