using System.Text;

namespace Coulisse.Demo.Line;

/// <summary>Plays a story over real stations and desks, and shows what each side sees.</summary>
internal sealed partial class Players(TwoParties parties, Talk talk, TimeSpan pace)
{
    private readonly Dictionary<DeskOnStage, HashSet<(string Room, ulong Order)>> shown = [];
    private readonly Ladder ladder = new(line => Console.WriteLine("      " + line));

    public async Task PlayAsync(Story story)
    {
        foreach (var scene in story.Scenes)
        {
            Console.WriteLine();
            Console.WriteLine("  " + scene.En);
            Console.WriteLine("  " + scene.Fr);
            foreach (var act in scene.Acts)
            {
                await PlayAsync(act with { Text = act.Text is { } text ? talk.InTime(text) : null });
                await Task.Delay(pace);
            }
            if (AreAllRunning)
                await ShowArrivalsAsync();
        }
    }

    private bool AreAllRunning => parties.Parties.All(party => party.Station.IsRunning);

    private async Task PlayAsync(Act act)
    {
        switch (act)
        {
            case
            {
                Do: "open", Room: { } room, By: { } by, With: { } with, Purpose: { } purpose,
                Excluded: { } excluded
            }:
                await talk.OpenAsync(room, talk.Desk(by), talk.Desk(with), purpose, excluded);
                Say($"{talk.Desk(by).Office} asks {talk.Desk(with).Office} into a room. "
                    + $"Purpose: {purpose} Excluded: {excluded}");
                break;
            case { Do: "decline", Room: { } room, By: { } by }:
                await talk.DeclineAsync(room);
                Say($"{talk.Desk(by).Office} declines, and the other side is shown that they did.");
                break;
            case { Do: "say", Room: { } room, By: { } by, Text: { } text }:
                var how = await talk.SayAsync(room, talk.Desk(by), Encoding.UTF8.GetBytes(text));
                if (!AreAllRunning)
                    await ladder.WatchLastAsync(talk.Desk(by), talk.Rooms[room].Name);
                if (act.As is { } name)
                    await talk.NameAsync(room, talk.Desk(by), name);
                Say($"{talk.Desk(by).Office}: {text}");
                Console.WriteLine($"      ({how})");
                break;
            case { Do: "line", By: { } by }:
                await ShowLineAsync(talk.Desk(by));
                break;
            case { Do: "confer" or "stopped" or "nothing of it" }:
                await PlayCaucusAsync(act);
                break;
            case { Do: "act" or "cannot" or "state" or "head" or "told" or "record" or "leak" }:
                await PlayTalkAsync(act);
                break;
            default:
                await (IsInTheOpen(act.Do) ? PlayInTheOpenAsync(act) : PlayMembersAsync(act));
                break;
        }
    }

    private async Task PlayTalkAsync(Act act)
    {
        switch (act)
        {
            case { Do: "act", Room: { } room, By: { } by, Verb: { } verb }:
                var said = await talk.DoAsync(room, talk.Desk(by), verb, act.Text, act.To, act.As);
                Say($"{talk.Desk(by).Office}: {said}");
                break;
            case { Do: "record", Room: { } room, By: { } by, With: { } with, Text: { } subject, To: { } passage }:
                foreach (var line in await talk.RecordAsync(room, talk.Desk(by), talk.Desk(with), subject,
                    passage.Split(',')))
                    Say(line);
                break;
            case { Do: "leak", Room: { } room, By: { } by, With: { } whom, Text: { } report, To: { } passage }:
                Say($"{talk.Desk(by).Office} makes a copy for {whom}. Then a newspaper writes: {report}");
                foreach (var line in await talk.LeakAsync(room, talk.Desk(by), whom, report, passage.Split(',')))
                    Console.WriteLine($"      {talk.Desk(by).Office} sees: {line}");
                break;
            default:
                await PlayShownAsync(act);
                break;
        }
    }

    private async Task PlayCaucusAsync(Act act)
    {
        switch (act)
        {
            case { Do: "confer", Room: { } room, By: { } by, With: { } with, Purpose: { } purpose }:
                await talk.ConferAsync(room, talk.Desk(by), talk.Desk(with), purpose);
                Say($"{talk.Desk(by).Office} and {talk.Desk(with).Office} meet among their own. Purpose: {purpose}");
                break;
            case { Do: "stopped", Room: { } room, By: { } by, Text: { } text }:
                Say($"{talk.Desk(by).Office} wants to say: {text}");
                var why = await talk.StoppedAsync(room, talk.Desk(by), Encoding.UTF8.GetBytes(text));
                Console.WriteLine($"      ({why})");
                break;
            case { Do: "nothing of it", Room: { } room }:
                Say($"In {await talk.NothingOfItAsync(room)} files, all bundles to the other side and all that its "
                    + "station keeps, that room is not.");
                break;
            default:
                throw new StageException($"The story asks for something that nobody can play: {act}");
        }
    }

    private async Task PlayMembersAsync(Act act)
    {
        switch (act)
        {
            case { Do: "enter", Room: { } room }:
                await talk.EnterAsync(room);
                Say($"{talk.Rooms[room].Other.Office} consents. The room is open.");
                break;
            case { Do: "invite", Room: { } room, By: { } by, With: { } with, Text: { } reason }:
                await talk.InviteAsync(room, talk.Desk(by), talk.Desk(with), reason);
                Say($"{talk.Desk(by).Office} proposes {talk.Desk(with).Office} for the room: {reason}");
                break;
            case { Do: "amend", Room: { } room, By: { } by, Excluded: { } excluded, Text: { } reason }:
                await talk.AmendAsync(room, talk.Desk(by), excluded, reason);
                Say($"{talk.Desk(by).Office} proposes other terms. Excluded: {excluded} The reason: {reason}");
                break;
            case { Do: "agree", Room: { } room, By: { } by, Text: { } reason }:
                var terms = await talk.AgreeAsync(room, talk.Desk(by), reason);
                Say($"{talk.Desk(by).Office} consents: {reason} Both desks now show: {terms}");
                break;
            case { Do: "refuse" or "consent", Room: { } room, By: { } by, Text: { } reason }:
                await talk.AnswerAsync(room, talk.Desk(by), act.Do == "consent", reason);
                Say($"{talk.Desk(by).Office} {(act.Do == "consent" ? "consents" : "declines")}: {reason}");
                break;
            case { Do: "come", Room: { } room, By: { } by }:
                await talk.ComeAsync(room, talk.Desk(by));
                Say($"{talk.Desk(by).Office} accepts, and is in the room. Nothing of before is readable there.");
                break;
            case { Do: "recall", Room: { } room, By: { } by, With: { } with }:
                await talk.RecallAsync(room, talk.Desk(by), talk.Desk(with));
                Say($"{talk.Desk(with).Office} is recalled by the seal of their own party: nothing said there from now "
                    + "on is readable at that desk, and nothing can be said from it.");
                break;
            default:
                await PlayStationAsync(act);
                break;
        }
    }

    private async Task PlayStationAsync(Act act)
    {
        switch (act)
        {
            case { Do: "kill", Station: { } station }:
                await StationOf(station).KillAsync();
                Say($"(SIGKILL to the station of {station})");
                break;
            case { Do: "start", Station: { } station }:
                await StationOf(station).StartAsync();
                Say($"(the station of {station} is started again)");
                await ShowLaddersAsync();
                break;
            default:
                await PlayTermsAsync(act);
                break;
        }
    }

    // The other side's desk says what is known, with its reason.
    private async Task ShowLineAsync(DeskOnStage desk)
    {
        for (var patience = 0; patience < 40; patience++)
        {
            var said = await Programs.DoAsync(parties.Folder, "line", "--desk", desk.Folder);
            if (said.Contains("their station unreachable", StringComparison.Ordinal))
            {
                Console.WriteLine($"      {desk.Office} sees: {string.Join(' ', said.Split('\n').Take(2))}");
                return;
            }
            await Task.Delay(500);
        }
        throw new StageException("The line was called open while a station was dead.");
    }

    // What was written while a station was away, as it climbs now.
    private async Task ShowLaddersAsync()
    {
        if (!AreAllRunning || !ladder.IsWaiting)
            return;
        Say("What was written meanwhile, how far it is and since when (UTC):");
        await ladder.ShowAsync();
    }

    private async Task ShowArrivalsAsync()
    {
        await talk.SettleAsync();
        foreach (var room in talk.Rooms.Values)
        {
            foreach (var desk in room.Readers)
            {
                if (await desk.FindAsync(room.Name) is not { Status: "Open" })
                    continue;
                var seen = shown.TryGetValue(desk, out var known) ? known : shown[desk] = [];
                foreach (var message in (await desk.ReadAsync(room.Name)).Where(one => one.Office != desk.Office
                    && one.Act is null && seen.Add((room.Name, one.Order))))
                    Console.WriteLine($"      at the desk of {desk.Office}: {message.Number}. {message.Office}, "
                        + $"“{Short(message.Text)}”");
            }
        }
    }

    private Server StationOf(string party) => parties.Parties.FirstOrDefault(one => one.Name == party)?.Station
        ?? throw new StageException($"There is no party '{party}'.");

    private static string Short(string text) => text.Length <= 48 ? text : text[..45] + "…";

    private static void Say(string line) =>
        Console.WriteLine("    · " + line.Replace("\n", "\n      ", StringComparison.Ordinal));
}
