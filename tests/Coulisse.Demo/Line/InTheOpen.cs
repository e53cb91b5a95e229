using System.Globalization;
using System.Text;

namespace Coulisse.Demo.Line;

/// <summary>What is said in the open at an agreed minute, and what is conveyed from one line to another.</summary>
internal sealed partial class Talk : IAsyncDisposable
{
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(45); // so that all is ready before the minute

    private readonly List<Task<Ended>> opening = [];
    private AllyPage? page;
    private DateTime? minute;
    private DateTime scheduled;

    /// <summary>The next whole minute that is far enough ahead, in UTC; the same one while there is time.</summary>
    private DateTime Minute
    {
        get
        {
            if (minute is { } known && known > DateTime.UtcNow + Ahead / 2)
                return known;
            var soon = DateTime.UtcNow + Ahead;
            minute = new DateTime(soon.Year, soon.Month, soon.Day, soon.Hour, soon.Minute, 0, DateTimeKind.Utc)
                .AddMinutes(1);
            return minute.Value;
        }
    }

    /// <summary>Words of the story with the minute in them, and one half an hour later.</summary>
    public string InTime(string text) => !text.Contains('{', StringComparison.Ordinal) ? text : text
        .Replace("{minute}", Typed(Minute), StringComparison.Ordinal)
        .Replace("{later}", Typed(Minute.AddMinutes(30)), StringComparison.Ordinal);

    /// <summary>The ally's page is up, and has nothing on it.</summary>
    public async Task StartPageAsync() => page ??= await AllyPage.StartAsync(parties);

    /// <summary>The words that were agreed go to the page of whoever gives them, are signed, and scheduled.</summary>
    public async Task<IReadOnlyList<string>> ScheduleAsync(string label, DeskOnStage by, string to)
    {
        var (room, file, at) = (rooms[label].Name, $"signal-{named.Count}.json", Minute);
        var number = await NumberAsync(room, by, to);
        await Programs.DoAsync(parties.Folder, "signal", "hand-over", room, "--to", $"{number}", "--out", file,
            "--desk", by.Folder);
        await page!.TakeAsync(file, scheduled = at);
        return
        [
            "The words go to Veldra's page as a draft; Veldra's seal signs them, apart from it.",
            $"The page holds them until {Typed(at)} UTC; a reader who asks now is shown "
                + (await page.IsOutAsync() ? throw new StageException("It is out before its minute.") : "nothing."),
        ];
    }

    /// <summary>Waits for the minute; what a reader is shown then.</summary>
    public async Task<IReadOnlyList<string>> GivenAsync(string[] languages)
    {
        for (var patience = 0; patience < 400 && !await page!.IsOutAsync(); patience++)
            await Task.Delay(500);
        var (seen, read) = (DateTime.UtcNow, new List<string>());
        if (seen < scheduled)
            throw new StageException("The page did not keep to the minute.");
        foreach (var language in languages)
            read.Add($"a reader of Veldra's page, in {language}: {await page!.ReadAsync(language)}");
        return [$"The minute was {Typed(scheduled)} UTC. {page!.Address}", .. read];
    }

    /// <summary>A text that a side is bound to will be opened at its minute: its command waits for it.</summary>
    public async Task OpenAtMinuteAsync(string label, DeskOnStage by, string to)
    {
        var number = await NumberAsync(rooms[label].Name, by, to);
        opening.Add(Programs.RunAsync(parties.Folder, ["release", "open", rooms[label].Name, "--to", $"{number}",
            "--desk", by.Folder]));
    }

    /// <summary>Waits until what was to be opened is, and the minute is over; then somebody opens theirs,
    /// late.</summary>
    /// <returns>What the other side's desk then shows of both texts.</returns>
    public async Task<IReadOnlyList<string>> OpenLateAsync(string label, DeskOnStage by, string to)
    {
        foreach (var ended in await Task.WhenAll(opening))
        {
            if (ended.Code != 0)
                throw new StageException($"A text was not opened: {ended.Error}");
        }
        while (DateTime.UtcNow < minute!.Value.AddSeconds(61))
            await Task.Delay(500);
        var number = await NumberAsync(rooms[label].Name, by, to);
        await Programs.DoAsync(parties.Folder, "release", "open", rooms[label].Name, "--to", $"{number}",
            "--desk", by.Folder);
        var other = rooms[label].Creator == by ? rooms[label].Other : rooms[label].Creator;
        for (var patience = 0; patience < 100; patience++)
        {
            var state = await Programs.DoAsync(parties.Folder, "talk-state", rooms[label].Name, "--desk", other.Folder);
            if (state.Contains("AFTER the agreed minute", StringComparison.Ordinal))
                return [.. state.Split('\n').Select(line => line.Trim()).Where(line =>
                    line.StartsWith("ours: ", StringComparison.Ordinal)
                    || line.StartsWith("theirs: ", StringComparison.Ordinal))];
            await Task.Delay(300);
        }
        throw new StageException("Nobody was shown that a text came late.");
    }

    /// <summary>Words of one room are said in another by the act that is for it: shown, confirmed,
    /// registered.</summary>
    public async Task<IReadOnlyList<string>> ConveyAsync(string label, string into, DeskOnStage by, string to)
    {
        var (room, number) = (rooms[label].Name, await NumberAsync(rooms[label].Name, by, to));
        var party = parties.Parties.First(one => one.Desks.Contains(rooms[into].Other)).Name;
        var words = Encoding.UTF8.GetBytes((await by.ReadAsync(room)).Single(one => one.Order == number).Text);
        var ended = await Programs.RunAsync(parties.Folder, ["convey", room, "--messages", $"{number}", "--to",
            rooms[into].Name, "--against-terms", "--desk", by.Folder], Encoding.UTF8.GetBytes(party + "\n"));
        if (ended.Code != 0)
            throw new StageException($"{by.Folder} could not convey it: {ended.Error}");
        rooms[into].Said.Add((by, HashOf(words)));
        var register = await Programs.DoAsync(parties.Folder, "conveyed", "--desk", by.Folder);
        return [.. ended.Error.Split('\n').Concat(register.Split('\n')).Where(line => line.Trim().Length > 0)];
    }

    public async ValueTask DisposeAsync()
    {
        if (page is not null)
            await page.DisposeAsync();
    }

    private static string Typed(DateTime at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
