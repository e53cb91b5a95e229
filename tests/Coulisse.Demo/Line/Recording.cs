using System.Text;
using System.Text.Json;

namespace Coulisse.Demo.Line;

/// <summary>What is put on record, and what is made of a report.</summary>
internal sealed partial class Talk
{
    /// <summary>A passage is signed by one, countersigned by the other, and verified by somebody with two public
    /// files; what is to be shown of it.</summary>
    public async Task<IReadOnlyList<string>> RecordAsync(
        string label, DeskOnStage by, DeskOnStage with, string subject, string[] passage)
    {
        var room = rooms[label].Name;
        Words.Add(Encoding.UTF8.GetBytes(subject));
        var numbers = await NumbersAsync(room, by, passage);
        var digits = await DigitsAsync(by, ["record", "propose", room, "--messages", numbers], subject);
        await Programs.DoAsync(parties.Folder, "record", "sign", room, digits, "--desk", by.Folder);
        var number = await WaitingAsync(room, with, digits);
        var seen = await DigitsAsync(with, ["record", "show", room, "--to", number], null);
        await Programs.DoAsync(parties.Folder, "record", "sign", room, seen, "--desk", with.Folder);
        var (file, own) = ($"{digits}.record", await WaitingAsync(room, by, digits, "Countersigned"));
        await Programs.DoAsync(parties.Folder, "record", "write", room, "--to", own, "--out", file, "--desk",
            by.Folder);
        string[] seals = [.. ((Party[])[parties.A, parties.B]).SelectMany(party =>
            (string[])["--seal", $"{party.Name.ToLowerInvariant()}.pub"])];
        var verified = await Programs.DoAsync(parties.Folder, ["verify", file, .. seals]);
        return
        [
            $"{by.Office} signs {digits} first, and was told: the other side may leave it waiting.",
            $"{with.Office} sees the same {seen}, whole, and countersigns.",
            .. verified.Split('\n').Where(line => line.Length > 0).Take(6)
                .Select(line => $"somebody with two public files: {line}"),
        ];
    }

    /// <summary>A copy is made, a report is written, and a desk compares them; what it shows.</summary>
    public async Task<IReadOnlyList<string>> LeakAsync(
        string label, DeskOnStage by, string whom, string report, string[] passage)
    {
        var room = rooms[label].Name;
        var copy = $"copy-{named.Count}.txt";
        var numbers = await NumbersAsync(room, by, passage);
        await Programs.DoAsync(parties.Folder, "export", room, "--messages", numbers, "--for", whom,
            "--to", copy, "--against-terms", "--desk", by.Folder);
        await File.WriteAllTextAsync(Path.Combine(parties.Folder, $"report-of-{copy}"), report);
        var shown = await Programs.DoAsync(parties.Folder, "leak", "add", $"report-of-{copy}", "--desk", by.Folder);
        return [.. shown.Split('\n').Where(line => line.Length > 0)];
    }

    private async Task<string> NumbersAsync(string room, DeskOnStage by, string[] passage)
    {
        var numbers = new List<ulong>();
        foreach (var name in passage)
            numbers.Add(await NumberAsync(room, by, name));
        return string.Join(',', numbers);
    }

    private async Task<string> DigitsAsync(DeskOnStage desk, string[] arguments, string? words)
    {
        var ended = await Programs.RunAsync(parties.Folder, [.. arguments, "--desk", desk.Folder, "--json"],
            words is null ? null : Encoding.UTF8.GetBytes(words));
        if (ended.Code != 0)
            throw new StageException($"{desk.Folder} could not show what is for the record: {ended.Error}");
        using var shown = JsonDocument.Parse(ended.Output);
        return shown.RootElement.GetProperty("digest").GetString()!;
    }

    private async Task<string> WaitingAsync(string room, DeskOnStage desk, string digits, string stage = "Proposed")
    {
        for (var patience = 0; patience < 100; patience++)
        {
            using var listed = JsonDocument.Parse(await Programs.DoAsync(parties.Folder, "record", "list", room,
                "--json", "--desk", desk.Folder));
            foreach (var one in listed.RootElement.EnumerateArray())
            {
                if (one.GetProperty("digest").GetString() == digits && one.GetProperty("stage").GetString() == stage)
                    return $"{one.GetProperty("number").GetUInt64()}";
            }
            await Task.Delay(300);
        }
        throw new StageException($"{desk.Folder} never saw {digits} on its way to the record.");
    }
}
