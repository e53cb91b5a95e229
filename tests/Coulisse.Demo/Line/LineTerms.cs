using System.Text;
using System.Text.Json;

namespace Coulisse.Demo.Line;

/// <summary>The terms of the whole line: signed by both, and the same wherever the line goes.</summary>
internal sealed partial class Talk
{
    private static readonly string[] Held = ["Purpose", "Excluded", "Kept", "Signed", "Digits"];

    /// <summary>Terms of the line are made and signed; as the other side then reads them, with their digits.</summary>
    public async Task<IReadOnlyList<string>> ProposeForTheLineAsync(string label, DeskOnStage by, string purpose,
        string excluded, string keptDays)
    {
        foreach (var words in (string[])[purpose, excluded])
            Words.Add(Encoding.UTF8.GetBytes(words));
        var room = rooms[label];
        using var made = JsonDocument.Parse(await OfTheLineAsync(by, "propose", room.Name, "--purpose", purpose,
            "--excluded", excluded, "--kept", keptDays, "--json"));
        var digits = made.RootElement.GetProperty("digest").GetString()!;
        await OfTheLineAsync(by, "sign", room.Name, digits);
        var other = room.Facing(by);
        await UntilOfTheLineAsync(other, digits);
        // From what was just proposed on: what was declined before is shown above it.
        return [.. (await OfTheLineAsync(other)).Split('\n').Select(line => line.Trim())
            .SkipWhile(line => !line.Contains(digits, StringComparison.Ordinal)).Where(line =>
                line.Contains(digits, StringComparison.Ordinal) || Held[..3].Any(name =>
                    line.StartsWith(name, StringComparison.Ordinal)))];
    }

    /// <summary>The other side says that these are not to be the line's terms, and why.</summary>
    public async Task DeclineForTheLineAsync(string label, DeskOnStage by, string reason)
    {
        Words.Add(Encoding.UTF8.GetBytes(reason));
        using var all = JsonDocument.Parse(await OfTheLineAsync(by, "--json"));
        var asked = all.RootElement.GetProperty("proposals").EnumerateArray().Last();
        var ended = await Programs.RunAsync(parties.Folder, ["line", "charter", "decline", rooms[label].Name, "--to",
            $"{asked.GetProperty("order").GetUInt64()}", "--desk", by.Folder], Encoding.UTF8.GetBytes(reason));
        if (ended.Code != 0)
            throw new StageException(ended.Error);
    }

    /// <summary>The other side signs too; what every desk that has a room with them then holds.</summary>
    public async Task<IReadOnlyList<string>> SignForTheLineAsync(string label, DeskOnStage by)
    {
        using var all = JsonDocument.Parse(await OfTheLineAsync(by, "--json"));
        var digits = all.RootElement.GetProperty("proposals").EnumerateArray().Last().GetProperty("digest")
            .GetString()!;
        var room = rooms[label];
        await OfTheLineAsync(by, "sign", room.Name, digits);
        string[] held = [];
        foreach (var desk in (DeskOnStage[])[room.Creator, room.Other])
        {
            await UntilOfTheLineAsync(desk, $"Digits: {digits}");
            var shown = (await OfTheLineAsync(desk)).Split('\n').Where(line => Held.Any(name =>
                line.StartsWith(name, StringComparison.Ordinal))).ToArray();
            held = held.Length == 0 || held.SequenceEqual(shown) ? shown : throw new StageException(
                $"The two desks hold other terms of the line: {string.Join(" / ", held.Except(shown))}");
        }
        return held;
    }

    /// <summary>A room is to let more than the line does, and may not; why.</summary>
    public async Task<string> WiderThanTheLineAsync(string label, DeskOnStage by, string keptDays)
    {
        var ended = await Programs.RunAsync(parties.Folder, ["room", "amend", rooms[label].Name, "--kept", keptDays,
            "--desk", by.Folder]);
        return ended.Code != 0 ? ended.Error.Trim()
            : throw new StageException("A room was proposed that lets more than its line.");
    }

    private async Task UntilOfTheLineAsync(DeskOnStage desk, string words)
    {
        for (var patience = 0; patience < 100; patience++)
        {
            if ((await OfTheLineAsync(desk)).Contains(words, StringComparison.Ordinal))
                return;
            await Task.Delay(300);
        }
        throw new StageException($"{desk.Office} never came to see '{words}' of the line's terms.");
    }

    private Task<string> OfTheLineAsync(DeskOnStage desk, params string[] verb) => Programs.DoAsync(parties.Folder,
        ["line", "charter", .. verb, "--desk", desk.Folder]);
}
