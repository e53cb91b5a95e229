using System.Text;
using System.Text.Unicode;
using Coulisse.Terminal;

namespace Coulisse.Desk.Door;

/// <summary>What only screens ask: pages of a transcript, drafts, and whatever changes on the line.</summary>
internal sealed class ScreenDoor(OpenDesk desk)
{
    /// <summary>How many messages a page has at most.</summary>
    internal const int PageMax = 256;

    // What changes in one burst is told once.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The line with its rooms, now and whenever anything has changed, until the caller goes.</summary>
    internal async Task FollowAsync(HttpContext context)
    {
        context.Response.ContentType = "application/x-ndjson; charset=utf-8";
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            while (true)
            {
                var next = desk.Changes.Next;
                await Following.WriteLineAsync(context, new(Line: await desk.LineAsync(either.Token)));
                await next.WaitAsync(either.Token);
                await Task.Delay(Pause, TimeProvider.System, either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // whoever followed has gone, or the desk is closed
        }
    }

    /// <summary>At most so many messages after one.</summary>
    internal async Task PageAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        var most = int.TryParse(context.Request.Query["most"], out var asked) ? Math.Clamp(asked, 1, PageMax) : PageMax;
        await DoorServer.WriteAsync(context, await desk.MessagesAsync(room, DoorServer.After(context), most,
            DoorServer.Aborted(context)), DoorJson.Default.IReadOnlyListMessageAnswer);
    }

    internal async Task DraftAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        var draft = await desk.AskAsync(room, core => core.Drafts.Of(room), DoorServer.Aborted(context));
        await DoorServer.WriteAsync(context, new(room.ToString(), draft), DoorJson.Default.DraftAnswer);
    }

    internal async Task KeepDraftAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, DoorServer.Aborted(context));
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        if (!Utf8.IsValid(bytes.Span))
            throw new Refusal(ExitCode.Usage, "A draft is text in UTF-8; this is not.");
        var text = Encoding.UTF8.GetString(bytes.Span);
        if (!await desk.AskAsync(room, core => core.Drafts.Keep(room, text), DoorServer.Aborted(context)))
            throw new Refusal(ExitCode.SaidNo, DoorWords.Of(DeskRefusal.TooLong, null));
        await DoorServer.WriteAsync(context, new(room.ToString(), text), DoorJson.Default.DraftAnswer);
    }
}
