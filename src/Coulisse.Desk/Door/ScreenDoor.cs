using System.Text.Json;
using Coulisse.Terminal;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>What only screens ask: pages of a transcript, drafts, and whatever changes on the line.</summary>
internal sealed class ScreenDoor(OpenDesk desk, HeldDoor held)
{
    /// <summary>How many messages a page has at most.</summary>
    internal const int PageMax = 256;

    // What changes in one burst is told once.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // What is due moves with time alone.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    /// <summary>The line with its rooms, now and whenever anything of it has changed, until the caller goes.</summary>
    internal async Task FollowAsync(HttpContext context)
    {
        context.Response.ContentType = "application/x-ndjson; charset=utf-8";
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            for (var last = Array.Empty<byte>(); ;)
            {
                var next = desk.Changes.Next;
                last = await TellAsync(context, last, either.Token);
                await Changes.WaitAsync(next, Look, desk.Time, either.Token);
                await Task.Delay(Pause, TimeProvider.System, either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // whoever followed has gone, or the desk is closed
        }
    }

    private async Task<byte[]> TellAsync(HttpContext context, byte[] last, CancellationToken cancel)
    {
        var news = new NewsAnswer(Line: await desk.LineAsync(cancel, DueTold.Known));
        var told = JsonSerializer.SerializeToUtf8Bytes(news, DoorJson.Default.NewsAnswer);
        if (!told.AsSpan().SequenceEqual(last))
            await Following.WriteLineAsync(context, news);
        return told;
    }

    /// <summary>At most so many messages after one, with the terms that stand in them.</summary>
    internal async Task PageAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        var after = DoorServer.After(context);
        var most = int.TryParse(context.Request.Query["most"], out var asked) ? Math.Clamp(asked, 1, PageMax) : PageMax;
        var (messages, terms) = await desk.AskAsync(room, core => (core.TranscriptOf(room, after, most)
            .Select(one => desk.At(core).Message(core, room, one.Order, one.Heard)).ToList(),
            TermMarks.Of(core, room)), DoorServer.Aborted(context));
        // They are looked for aside, so that the desk goes on meanwhile.
        await DoorServer.WriteAsync(context, [.. messages.Select(terms.In)],
            DoorJson.Default.IReadOnlyListMessageAnswer);
    }

    /// <summary>The first message that was here at an instant or after it; the last one if none was.</summary>
    internal async Task FirstAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        _ = long.TryParse(context.Request.Query["at"], out var at);
        await DoorServer.WriteAsync(context, new(room.ToString(), await desk.AskAsync(room,
            core => FirstAt(core, room, at), DoorServer.Aborted(context))), DoorJson.Default.PlaceAnswer);
    }

    // What is here is here in the order in which it came: halved until it is found.
    private static ulong FirstAt(DeskCore core, RoomId room, long at)
    {
        var (low, high) = (1UL, core.ViewOf(room)?.Shown ?? 0);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (core.MessageOf(room, middle)!.Rungs[0].Instant.ToUnixTimeMilliseconds() < at)
                low = middle + 1;
            else
                high = middle;
        }
        return high;
    }

    /// <summary>How the line was, how long ours took, what is on its way.</summary>
    internal async Task PastAsync(HttpContext context)
    {
        var line = Line(context);
        await DoorServer.WriteAsync(context, await desk.AskBothAsync(both => LinePast.Of(both.Of(line.Log)!),
            DoorServer.Aborted(context)), DoorJson.Default.LinePastAnswer);
    }

    internal async Task PartiesAsync(HttpContext context)
    {
        var line = Line(context);
        line.Parties.Prepare();
        await DoorServer.WriteAsync(context, await desk.AskBothAsync(
            both => line.Parties.Tell(both.Of(line.Log)!), DoorServer.Aborted(context)),
            DoorJson.Default.PartiesAnswer);
    }

    private LineAtDesk Line(HttpContext context) => desk.Lines.Meant(context.Request.Query["line"]);

    internal async Task DraftAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        if (IsOfSheet(context))
            await DoorServer.WriteAsync(context, new(room.ToString(), await desk.AskAsync(room,
                core => core.Drafts.SheetOf(room), DoorServer.Aborted(context))), DoorJson.Default.DraftAnswer);
        else
            await held.TellAsync(context, room);
    }

    internal async Task KeepDraftAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        await KeepAsync(context, room.ToString(), text => desk.AskAsync(room, core => IsOfSheet(context)
            ? core.Drafts.KeepSheet(room, text) : core.Drafts.Keep(room, text), DoorServer.Aborted(context)));
    }

    /// <summary>A room that somebody began to ask for.</summary>
    internal async Task OpeningAsync(HttpContext context) => await DoorServer.WriteAsync(context, new("",
        await desk.AskBothAsync(both => both.Line.Drafts.Opening, DoorServer.Aborted(context))),
        DoorJson.Default.DraftAnswer);

    internal Task KeepOpeningAsync(HttpContext context) => KeepAsync(context, "", text =>
        desk.AskBothAsync(both => both.Line.Drafts.KeepOpening(text), DoorServer.Aborted(context)));

    private static async Task KeepAsync(HttpContext context, string of, Func<string, Task<bool>> keepAsync)
    {
        var text = await DoorServer.WordsAsync(context, DoorServer.Aborted(context));
        if (!await keepAsync(text))
            throw new Refusal(ExitCode.SaidNo, DoorWords.Of(DeskRefusal.TooLong, null));
        await DoorServer.WriteAsync(context, new(of, text), DoorJson.Default.DraftAnswer);
    }

    private static bool IsOfSheet(HttpContext context) => context.Request.Query["of"] == "sheet";
}
