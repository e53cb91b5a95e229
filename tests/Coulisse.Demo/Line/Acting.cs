using System.Text;
using System.Text.Json;

namespace Coulisse.Demo.Line;

/// <summary>What people do in a talk besides saying words, and where it stands.</summary>
internal sealed partial class Talk
{
    private readonly Dictionary<string, (string Office, ulong Number)> named = [];
    private int written;

    /// <summary>Does an act by its verb, speaking of a message that was named before; returns what it says.</summary>
    public async Task<string> DoAsync(
        string label, DeskOnStage by, string verb, string? text, string? to, string? name)
    {
        var room = rooms[label].Name;
        var ended = await TypeAsync(room, by, verb, text, to);
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

    /// <summary>Tries an act that is not this desk's to do, or not now; the sentence that says why.</summary>
    /// <exception cref="StageException">It could, or was told something else.</exception>
    public async Task<string> CannotAsync(
        string label, DeskOnStage by, string verb, string? text, string? to, IReadOnlyList<string> why)
    {
        var ended = await TypeAsync(rooms[label].Name, by, verb, text, to);
        return ended.Code != 0 && IsIn(ended.Error, why) ? ended.Error.Trim() : throw new StageException(
            $"{by.Folder} typed '{verb}', which ended with {ended.Code}: {ended.Error}");
    }

    /// <summary>Names the last message that a desk said.</summary>
    public async Task NameAsync(string label, DeskOnStage by, string name)
    {
        var message = (await by.ReadAsync(rooms[label].Name)).Last(one => one.Office == by.Office);
        named[name] = (message.Office, message.Number);
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

    // Words of a file: some verbs may be typed without any, and wait for none.
    private async Task<Ended> TypeAsync(string room, DeskOnStage by, string verb, string? text, string? to)
    {
        string[] typed = [.. verb.Split(' ').Select(one => one[0] == '@' ? rooms[one[1..]].Name : one)];
        // In a caucus, what is spoken of may stand in another room.
        var place = Array.IndexOf(typed, "--in") is >= 0 and var at ? typed[at + 1] : room;
        string[] spoken = to is null ? [] : ["--to", $"{await NumberAsync(place, by, to)}"];
        string[] words = text is null ? [] : ["--file", await WrittenAsync(text)];
        Words.AddRange((text ?? "").Split('\n').Where(line => line.Length > 0).Select(Encoding.UTF8.GetBytes));
        return await Programs.RunAsync(parties.Folder,
            [.. typed, room, .. spoken, .. words, "--desk", by.Folder, "--json"]);
    }

    private async Task<string> WrittenAsync(string text, string name = "words")
    {
        var file = $"{name}-{++written}.txt";
        await File.WriteAllTextAsync(Path.Combine(parties.Folder, file), text);
        return file;
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
