namespace Coulisse.Demo.Line;

/// <summary>What desks show of a talk, looked at until it is what the story says.</summary>
internal sealed partial class Talk
{
    /// <summary>What a desk shows of where the talk stands, once the last act is there: of what has to be shown its
    /// lines, else a line a matter and what is due.</summary>
    public async Task<IReadOnlyList<string>> StateAsync(string label, DeskOnStage desk, IReadOnlyList<string> shown)
    {
        await NumberAsync(rooms[label].Name, desk, Last(label));
        return [.. (await UntilAsync(desk, shown, "talk-state", rooms[label].Name))
            .Where(line => shown.Count == 0 ? line[0] != ' '
                : shown.Any(one => line.Contains(one, StringComparison.Ordinal)))
            .Select(line => line.Trim())];
    }

    /// <summary>The lines of a room's head that have to stand there.</summary>
    public async Task<IReadOnlyList<string>> HeadAsync(string label, DeskOnStage desk, IReadOnlyList<string> shown) =>
        [.. (await UntilAsync(desk, shown, "room", "show", rooms[label].Name))
            .Where(line => shown.Any(one => line.Contains(one, StringComparison.Ordinal)))];

    /// <summary>What a desk shows of a subject, told here and there and said in public: side by side.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(
        DeskOnStage desk, string subject, string open, IReadOnlyList<string> shown) =>
        await UntilAsync(desk, shown, "told", "--file", await WrittenAsync(subject), "--said",
            await WrittenAsync(open, "statement"));

    private async Task<string[]> UntilAsync(DeskOnStage desk, IReadOnlyList<string> shown, params string[] verb)
    {
        var seen = "";
        for (var patience = 0; patience < 100; patience++)
        {
            seen = await Programs.DoAsync(parties.Folder, [.. verb, "--desk", desk.Folder]);
            if (IsIn(seen, shown))
                return [.. seen.Split('\n').Where(line => line.Length > 0)];
            await Task.Delay(300);
        }
        throw new StageException($"{desk.Folder} never saw '{string.Join("', '", shown)}', but {seen}");
    }

    private static bool IsIn(string seen, IReadOnlyList<string> shown) =>
        shown.All(one => seen.Contains(one, StringComparison.Ordinal));
}
