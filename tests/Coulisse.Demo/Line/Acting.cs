using System.Text;
using System.Text.Json;

namespace Coulisse.Demo.Line;

/// <summary>What people do in a talk besides saying words, and where it stands.</summary>
internal sealed partial class Talk
{
    private readonly Dictionary<string, (string Office, ulong Number)> named = [];

    /// <summary>Does an act by its verb, speaking of a message that was named before; returns what it says.</summary>
    public async Task<string> DoAsync(
        string label, DeskOnStage by, string verb, string? text, string? to, string? name)
    {
        var room = rooms[label].Name;
        string[] typed = [.. verb.Split(' ').Select(one => one[0] == '@' ? rooms[one[1..]].Name : one)];
        // In a caucus, what is spoken of may stand in another room.
        var place = Array.IndexOf(typed, "--in") is >= 0 and var at ? typed[at + 1] : room;
        string[] spoken = to is null ? [] : ["--to", $"{await NumberAsync(place, by, to)}"];
        var words = text is null ? null : Encoding.UTF8.GetBytes(text);
        if (words is not null)
            Words.AddRange(text!.Split('\n').Where(line => line.Length > 0).Select(Encoding.UTF8.GetBytes));
        var ended = await Programs.RunAsync(parties.Folder,
            [.. typed, room, .. spoken, "--desk", by.Folder, "--json"], words);
        if (ended.Code != 0)
            throw new StageException($"{by.Folder} could not do '{verb}': {ended.Error}");
        using var said = JsonDocument.Parse(ended.Output);
        var order = said.RootElement.GetProperty("order").GetUInt64();
        var message = (await by.ReadAsync(room)).Single(one => one.Order == order);
        named[Last(label)] = (message.Office, message.Number);
        if (name is not null)
            named[name] = (message.Office, message.Number);
        return message.Act ?? message.Text;
    }

    /// <summary>Names the last message that a desk said.</summary>
    public async Task NameAsync(string label, DeskOnStage by, string name)
    {
        var message = (await by.ReadAsync(rooms[label].Name)).Last(one => one.Office == by.Office);
        named[name] = (message.Office, message.Number);
    }

    /// <summary>What a desk shows of where the talk stands, once the last act is there: a line a matter, and what is
    /// due.</summary>
    public async Task<IReadOnlyList<string>> StateAsync(string label, DeskOnStage desk)
    {
        await NumberAsync(rooms[label].Name, desk, Last(label));
        var shown = await Programs.DoAsync(parties.Folder, "talk-state", rooms[label].Name, "--desk", desk.Folder);
        return [.. shown.Split('\n').Where(line => line.Length > 0 && line[0] != ' ')];
    }

    private static string Last(string label) => $"the last act in {label}";

    /// <summary>Other terms are proposed; the other side sees it.</summary>
    public async Task AmendAsync(string label, DeskOnStage by, string excluded, string reason)
    {
        Words.Add(Encoding.UTF8.GetBytes(excluded));
        Words.Add(Encoding.UTF8.GetBytes(reason));
        var room = rooms[label];
        await Programs.DoAsync(parties.Folder, "room", "amend", room.Name, "--excluded", excluded, "--reason", reason,
            "--desk", by.Folder);
        await room.Facing(by).UntilProposalAsync(room.Name, "Proposed");
    }

    /// <summary>The other side consents to them; what both desks then show as excluded.</summary>
    public async Task<string> AgreeAsync(string label, DeskOnStage by, string reason)
    {
        Words.Add(Encoding.UTF8.GetBytes(reason));
        var room = rooms[label];
        await by.AnswerAsync(room.Name, consents: true, reason);
        var shown = new List<string>();
        foreach (var desk in (DeskOnStage[])[room.Creator, room.Other])
        {
            await desk.UntilProposalAsync(room.Name, "CarriedOut");
            shown.Add((await Programs.DoAsync(parties.Folder, "room", "show", room.Name, "--desk", desk.Folder))
                .Split('\n').Single(line => line.StartsWith("Excluded", StringComparison.Ordinal)));
        }
        return shown.Distinct().Count() == 1 ? shown[0]
            : throw new StageException($"The two desks show other terms: {string.Join(" / ", shown)}");
    }

    // Each desk has numbers of its own for what it shows: one message is the same by its author and their number. What
    // belongs to something counts once our station has taken it.
    private async Task<ulong> NumberAsync(string room, DeskOnStage desk, string name)
    {
        var (office, number) = named.TryGetValue(name, out var known) ? known
            : throw new StageException($"The story names no message '{name}' before.");
        for (var patience = 0; patience < 100; patience++)
        {
            if ((await desk.ReadAsync(room)).FirstOrDefault(one => one.Office == office && one.Number == number
                && one.Rung != "written") is { } message)
                return message.Order;
            await Task.Delay(300);
        }
        throw new StageException($"{desk.Folder} never saw the message '{name}'.");
    }
}
