using System.Diagnostics;
using System.Globalization;
using Coulisse.Bench.Line;
using Coulisse.Screens;
using Coulisse.Screens.Desks;

namespace Coulisse.Bench.Screens;

/// <summary>
/// ./bench desk: what a person at a desk waits for, with a very long room on it, beside the same with a short one and
/// beside a page with nothing behind it; and what the programs hold while both sides talk. By the built programs, in a
/// browser.
/// </summary>
internal static class DeskBench
{
    private const string Typed = "the boats turn at the buoy and the aircraft keep south of the bay until six";

    private static readonly TimeSpan KeysApart = TimeSpan.FromMilliseconds(40);

    internal static async Task<int> RunAsync(DeskWanted wanted)
    {
        var figures = new Figures();
        await using var chromium = await Chromium.StartAsync();
        Microsoft.Playwright.Assertions.SetDefaultExpectTimeout(60_000); // a slow machine is measured, not refused
        Console.WriteLine($"Saying {wanted.Messages:N0} messages, desk to desk …");
        await using var room = await LongRoom.MakeAsync(wanted.Messages, wanted.Folder);
        await room.Reader.Server.StopAsync(); // what is read from the disk is measured, not what is still known
        var begun = Stopwatch.GetTimestamp();
        await room.Reader.Server.StartAsync();
        Say("the desk is open after its start, s", Stopwatch.GetElapsedTime(begun).TotalSeconds);
        await using var window = await Window.OpenAsync(room.Reader, chromium);
        var screen = new ScreenTimes(window);
        await OpenAsync(screen, room, wanted.Times, figures);
        await PaintAsync(screen, wanted.Times, figures);
        await TypeAsync(screen, room, figures);
        await FindAsync(screen, room);
        await TalkAsync(screen, room, wanted.Traffic, figures);
        if (window.Faults.Count > 0)
            throw new InvalidOperationException($"The browser ran into: {string.Join("; ", window.Faults)}");
        Console.WriteLine($"desk: {figures.Sum}");
        return 0;
    }

    private static async Task OpenAsync(ScreenTimes screen, LongRoom room, int times, Figures figures)
    {
        var first = await screen.OpenRoomAsync(room.Name, room.Messages);
        figures.AtMost("ms until the long room is drawn, the first time after a start", first, 1_000);
        var (longs, shorts) = (new List<double>(), new List<double>());
        for (var time = 0; time < times; time++)
        {
            longs.Add(await screen.OpenRoomAsync(room.Name, room.Messages));
            shorts.Add(await screen.OpenRoomAsync(room.ShortName, 20));
        }
        figures.AtMost("ms until the long room is drawn, again", Middle(longs), 1_000);
        figures.AtMost("the same beside a room of 20 messages", Middle(longs) / Middle(shorts), 3);
        figures.Print();
    }

    private static async Task PaintAsync(ScreenTimes screen, int times, Figures figures)
    {
        var (watch, nothing) = (new List<double>(), new List<double>());
        for (var time = 0; time < times; time++)
        {
            watch.Add(await screen.FirstPaintAsync(""));
            nothing.Add(await screen.FirstPaintAsync("enter"));
        }
        figures.AtMost("ms until the first paint of the watch", Middle(watch), 300);
        figures.AtMost("the same beside the entrance, behind which is nothing", Middle(watch) / Middle(nothing), 4);
        figures.Print();
    }

    private static async Task TypeAsync(ScreenTimes screen, LongRoom room, Figures figures)
    {
        await screen.OpenRoomAsync(room.Name, room.Messages);
        var (drawn, told) = await screen.TypeAsync(Typed, KeysApart);
        figures.AtMost("ms from a key to its character in the long room, median", Middle(drawn), 50);
        figures.AtMost("the same, the 95th of a hundred", drawn.Order().ElementAt(drawn.Length * 95 / 100), 50);
        Say("ms from a key to the desk's word on it, median", Middle(told));
        await screen.OpenRoomAsync(room.ShortName, 20);
        figures.AtMost("the median beside a room of 20 messages",
            Middle(drawn) / Middle((await screen.TypeAsync(Typed, KeysApart)).Drawn), 2);
        figures.Print();
    }

    private static async Task FindAsync(ScreenTimes screen, LongRoom room)
    {
        await screen.OpenRoomAsync(room.Name, room.Messages);
        Say("ms to a message in the middle", await screen.JumpAsync(room.Messages / 2));
        Say("ms to what is found, the first time", await screen.SearchAsync("buoy 77"));
        Say("ms to what is found, again", await screen.SearchAsync("boats 3"));
    }

    private static async Task TalkAsync(ScreenTimes screen, LongRoom room, TimeSpan time, Figures figures)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Both sides talk for {time.TotalMinutes:F1} minutes …"));
        await screen.OpenRoomAsync(room.Name, room.Messages);
        foreach (var (what, megabytes, ratio) in await Traffic.RunAsync(room, screen, time))
        {
            Say($"MB held by {what}", megabytes);
            figures.AtMost($"memory of {what} at the end beside after a quarter", ratio, 1.1);
        }
        figures.Print();
    }

    private static double Middle(IEnumerable<double> all)
    {
        var sorted = all.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static void Say(string what, double got) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-72}{got,10:N2}"));
}

/// <summary>What is to be measured.</summary>
/// <param name="Messages">How many the long room has.</param>
/// <param name="Times">How often what is fast is done.</param>
/// <param name="Traffic">How long both sides talk.</param>
/// <param name="Folder">Where the rooms are made, or were; null for one that is gone afterwards.</param>
internal sealed record DeskWanted(ulong Messages, int Times, TimeSpan Traffic, string? Folder)
{
    /// <summary>As it stands on a command line; null if that means nothing.</summary>
    internal static DeskWanted? Of(string[] arguments)
    {
        var wanted = new DeskWanted(100_000, 9, TimeSpan.FromMinutes(4), null);
        for (; arguments is [var name, .. var rest]; arguments = rest)
        {
            switch (name, rest)
            {
                case ("--quick", _):
                    wanted = wanted with { Messages = 2_000, Times = 2, Traffic = TimeSpan.FromSeconds(6) };
                    break;
                case ("--long", _):
                    wanted = wanted with { Traffic = TimeSpan.FromHours(1) };
                    break;
                case ("--messages", [var many, ..]) when ulong.TryParse(many, out var messages) && messages > 60:
                    (wanted, rest) = (wanted with { Messages = messages }, rest[1..]);
                    break;
                case ("--in", [var folder, ..]):
                    (wanted, rest) = (wanted with { Folder = folder }, rest[1..]);
                    break;
                default:
                    return null;
            }
        }
        return wanted;
    }
}
