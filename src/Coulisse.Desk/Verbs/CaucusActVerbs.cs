using System.CommandLine;
using System.Text;
using Coulisse.Door;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary>What is done in a caucus that takes more than a message to speak of: a message of another room, a vote,
/// whose yes is needed.</summary>
internal static class CaucusActVerbs
{
    internal static Command Remark() => Build("remark", "RemarkMade", "Remark on a message or on another remark, here "
        + "or (--in) in another room. Remarks are numbered 1, 1.1,\n"
        + "1.2 under what they are about: coulisse talk-state.\n"
        + "Example: echo 'A bluff.' | coulisse caucus remark 3f --to 12 --in 7c", hasWords: true);

    internal static Command Dissent() => Build("dissent", "DissentRecorded", "Record dissent with your name: from a "
        + "message here or (--in) of another room; without --to, from\nholding the contact at all. It stays.\n"
        + "Example: echo 'This promises too much.' | coulisse caucus dissent 3f --to 12 --in 7c", hasWords: true);

    internal static Command Vote()
    {
        var vote = new Option<string>("--vote") { Description = "+1, 0 or -1.", HelpName = "VALUE", Required = true };
        return Build("vote", "RemarkVoted", "Vote on a remark, with your name; of several votes the last counts.\n"
            + "Example: coulisse caucus vote 3f --to 4 --vote +1", hasWords: false, vote);
    }

    internal static Command Ask()
    {
        var of = new Option<string?>("--of")
        {
            Description = $"Whose yes is needed: {Mandates} If none is named, whom the\nrules for that room name, "
                + "else a principal or a duty officer.",
            HelpName = "MANDATES",
        };
        return Build("ask", "ApprovalAsked", "Ask whether words may go to the other side: exactly these, once, into "
            + "one room. Another person has to\napprove, of a mandate that the rules for that room name.\n"
            + "Example: coulisse caucus ask 3f --room 7c --file draft.txt", hasWords: true, of: of);
    }

    private const string Mandates = "principal, duty officer, interpreter, scribe, observer or mediator;\nseveral with "
        + "commas between, of which one is enough.";

    internal static Command Rule()
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var about = new Option<string>("--room")
        {
            Description = "The room of both sides that it is for, by its first digits.",
            HelpName = "ROOM",
            Required = true,
        };
        var by = new Option<string>("--by")
        {
            Description = $"Whose approval it takes: {Mandates}",
            HelpName = "MANDATES",
            DefaultValueFactory = _ => "principal,duty officer",
        };
        var command = new Command("rule", "Let nothing be said in a room of both sides, by the desks of this caucus, "
            + "but what it has approved\nfor that room. An approval by any other mandate comes to nothing.\n"
            + "The other side is told nothing of it. Whoever comes into the caucus later is told of it, "
            + "and bound as well.\n"
            + "Example: coulisse caucus rule 3f --room 7c --by principal") { room, about, by, desk, json };
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            var folder = parsed.GetRequiredValue(desk);
            var found = await RoomAsync(folder, parsed.GetRequiredValue(about), cancel);
            if (found.IsOwnSide == true)
                throw new Refusal(ExitCode.SaidNo, "That is a caucus too: what is said there never crosses.");
            await TalkActVerb.DoAsync(folder, parsed.GetValue(room)!, new("RuleSet", null, "en", "", 0, "routine",
                IsHere: true, In: found.Room, Of: parsed.GetRequiredValue(by)), parsed.GetValue(json), cancel);
            return ExitCode.Success;
        }));
        return command;
    }

    private static Command Build(string name, string kind, string words, bool hasWords, Option<string>? vote = null,
        Option<string?>? of = null)
    {
        var (room, desk, json) = (DeskOptions.Room(), DeskOptions.Desk(), DeskOptions.Json());
        var (to, file, language, here) = (TalkActVerb.To(), TalkActVerb.File(), TalkActVerb.Language(), SayVerb.Here());
        var elsewhere = new Option<string?>(of is null ? "--in" : "--room")
        {
            Description = of is null ? "The room that the message of --to is in, if it is not this one."
                : "The room of both sides that they are for, by its first digits; needless if a rule binds one alone.",
            HelpName = "ROOM",
        };
        var command = new Command(name, words) { room, desk, json };
        foreach (var option in (Option?[])[of is null ? to : null, vote, of,
            kind is "RemarkMade" or "DissentRecorded" or "ApprovalAsked" ? elsewhere : null, hasWords ? file : null,
            hasWords ? language : null, hasWords ? here : null])
        {
            if (option is not null)
                command.Add(option);
        }
        command.SetAction((parsed, cancel) => Verb.RunAsync(async () =>
        {
            var folder = parsed.GetRequiredValue(desk);
            var isHere = hasWords && parsed.GetValue(here);
            var text = vote is not null ? parsed.GetRequiredValue(vote)
                : TalkActVerb.Text(SayVerb.Words(parsed.GetValue(file), isHere));
            var other = parsed.GetValue(elsewhere) is { } begins
                ? of is null ? (await RoomAsync(folder, begins, cancel)).Room : begins : null;
            if (other is not null && of is null && parsed.GetValue(to) is null)
                throw new Refusal(ExitCode.Usage, "Say which message of that room: --to NUMBER.");
            await TalkActVerb.DoAsync(folder, parsed.GetValue(room)!, new(kind, parsed.GetValue(to),
                hasWords ? parsed.GetRequiredValue(language) : "en", text, 0, "routine", isHere || !hasWords, other,
                of is null ? null : parsed.GetValue(of)), parsed.GetValue(json), cancel);
            return ExitCode.Success;
        }));
        return command;
    }

    private static async Task<RoomAnswer> RoomAsync(string folder, string begins, CancellationToken cancel)
    {
        using var door = new DoorClient(folder);
        return await door.GetAsync(DoorCaller.Of("/room", begins), DoorJson.Default.RoomAnswer, cancel);
    }
}
