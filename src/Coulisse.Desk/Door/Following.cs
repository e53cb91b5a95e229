using System.Text.Json;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>
/// One who follows a room: told all that was said after a message, then whatever comes, one line of JSON each, until
/// they go.
/// </summary>
internal sealed class Following
{
    /// <summary>How many messages are asked of the desk at a time.</summary>
    internal const int Portion = 256;

    private readonly HttpContext context;
    private readonly OpenDesk desk;
    private readonly RoomId room;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly Dictionary<ulong, string> onTheirWay = [];
    private readonly HashSet<(ulong, bool, uint?, string)> due = [];
    private readonly bool isToldDue;
    private DateTimeOffset lookedAt = DateTimeOffset.MinValue;
    private ulong after;
    private string line = "";
    private string status = "";
    private int alarms;

    private Following(HttpContext context, OpenDesk desk, RoomId room, ulong after) =>
        (this.context, this.desk, this.room, this.after, isToldDue) = (context, desk, room, after,
            context.Request.Query.ContainsKey(DoorServer.DueQuery));

    internal static async Task WriteAsync(HttpContext context, OpenDesk desk)
    {
        context.Response.ContentType = "application/x-ndjson; charset=utf-8";
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var following = new Following(context, desk, await DoorServer.RoomAsync(context, desk),
            DoorServer.After(context))
        { alarms = desk.Alarms.Count };
        try
        {
            while (true)
            {
                var next = desk.Changes.Next;
                await following.TellAsync(either.Token);
                await following.WaitAsync(next, either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // whoever followed has gone, or the desk is closed
        }
    }

    internal static async Task WriteLineAsync(HttpContext context, NewsAnswer news)
    {
        var body = context.Response.Body;
        await JsonSerializer.SerializeAsync(body, news, DoorJson.Default.NewsAnswer, context.RequestAborted);
        await body.WriteAsync("\n"u8.ToArray(), context.RequestAborted);
        await body.FlushAsync(context.RequestAborted);
    }

    private async Task TellAsync(CancellationToken cancel)
    {
        await TellStateAsync(cancel);
        while (await desk.MessagesAsync(room, after, Portion, cancel) is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                await WriteLineAsync(context, new(Message: message));
                Remember(message);
            }
            after = messages[^1].Order;
        }
        foreach (var (order, rung) in onTheirWay.ToList())
        {
            if (await desk.MessageAsync(room, order, cancel) is { } message && message.Rung != rung)
            {
                await WriteLineAsync(context, new(Further: message));
                Remember(message);
            }
        }
        await TellDueAsync(cancel);
    }

    // Time brings something due without anything having happened.
    private Task WaitAsync(Task next, CancellationToken cancel) =>
        Changes.WaitAsync(next, isToldDue ? Look : Timeout.InfiniteTimeSpan, desk.Time, cancel);

    // Looked for now and then: it takes the whole talk.
    private async Task TellDueAsync(CancellationToken cancel)
    {
        var now = desk.Now;
        if (!isToldDue || (now >= lookedAt && now - lookedAt < Look))
            return;
        lookedAt = now;
        foreach (var one in DueTelling.Shown(await desk.DueAsync(room, cancel)))
        {
            if (due.Add((one.Number, one.IsOurs, one.Period, one.State)))
                await WriteLineAsync(context, new(Due: one));
        }
    }

    private async Task TellStateAsync(CancellationToken cancel)
    {
        var first = await desk.LineAsync(cancel, DueTold.Nothing);
        var now = (first.All.FirstOrDefault(line => line.Rooms.Any(one => one.Room == room.ToString())) ?? first) with
        {
            Caucuses = null,
            Others = null,
        };
        if (now.Words != line)
            await WriteLineAsync(context, new(
                Line: now with { Rooms = [], Warnings = [], Alarms = [] }));
        var here = now.Rooms.Concat(first.Caucuses ?? []).First(one => one.Room == room.ToString());
        var how = string.Join('\n', [here.Status,
            .. here.Members.Select(one => $"{one.Leaf} {one.IsRecalled} {one.IsReplaced}"),
            .. here.Proposals.Select(one => $"{one.Number} {one.State}")]);
        if (how != status)
            await WriteLineAsync(context, new(Room: here));
        foreach (var alarm in first.Alarms.Skip(alarms))
            await WriteLineAsync(context, new(Alarm: alarm));
        (line, status, alarms) = (now.Words, how, first.Alarms.Count);
    }

    private void Remember(MessageAnswer message)
    {
        if (message.Author.IsOurs && message.Rungs[^1].Name
            is not (nameof(Rung.OnTheirDesk) or nameof(Rung.CameBack) or nameof(Rung.Lost)))
            onTheirWay[message.Order] = message.Rung;
        else
            onTheirWay.Remove(message.Order);
    }
}
