using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.StationLink;
using Coulisse.Terminal;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Coulisse.Desk.Door;

/// <summary>
/// The desk's door: HTTP on a socket in its folder, which only the account of the desk reaches. What passes here is
/// plain text of one machine, and never leaves it.
/// </summary>
internal static class DoorServer
{
    /// <summary>Of who follows a room: whether they are told what is due as well.</summary>
    internal const string DueQuery = "due";

    private const int BodyBytesMax = 128 * 1024;

    /// <summary>Puts it together; the caller starts, stops and disposes it.</summary>
    internal static WebApplication Build(OpenDesk desk, Unlocking unlocking, PairingDoor pairing, string socket)
    {
        var builder = WebApplication.CreateEmptyBuilder(new()); // no file and no variable opens another door
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = BodyBytesMax;
            options.ListenUnixSocket(socket, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var door = builder.Build();
        door.MapGet("/line", Guard(async context => await WriteAsync(context, await desk.LineAsync(Aborted(context)),
            DoorJson.Default.LineAnswer)));
        door.MapPost("/rooms", Guard(context => ProposeAsync(context, desk)));
        door.MapGet("/room", Guard(async context => await WriteAsync(context,
            await desk.RoomAsync(await RoomAsync(context, desk), Aborted(context)), RoomType)));
        door.MapPost("/room/accept", Guard(context => ActAsync(context, desk, desk.AcceptAsync)));
        door.MapGet("/room/archive", Guard(async context => await WriteAsync(context,
            await desk.ArchiveAsync(await RoomAsync(context, desk), Aborted(context)),
            DoorJson.Default.ArchiveAnswer)));
        door.MapPost("/room/leave", Guard(context => ActAsync(context, desk,
            (room, cancel) => desk.DoAsync(new DeskEvent.LeaveTaken(room), room, cancel))));
        MapMembers(door, new(desk));
        MapLeaves(door, desk);
        CaucusDoor.Map(door, desk, Guard);
        var talk = new TalkDoor(desk);
        door.MapPost("/room/act", Guard(talk.DoAsync));
        door.MapPost("/room/act/try", Guard(talk.TryAsync));
        door.MapGet("/room/open-text", Guard(talk.HandOverAsync));
        door.MapGet("/room/talk", Guard(talk.TellAsync));
        door.MapPost("/room/messages", Guard(talk.SayAsync));
        door.MapGet("/room/messages", Guard(context => ReadAsync(context, desk)));
        door.MapPost("/unlock", Guard(unlocking.TryAsync));
        MapPairing(door, pairing);
        MapRecords(door, desk);
        MapScreens(door, new(desk));
        door.MapGet("/room/news", Guard(context => Following.WriteAsync(context, desk)));
        return door;
    }

    private static void MapMembers(WebApplication door, MemberDoor members)
    {
        door.MapPost("/room/decline", Guard(members.DeclineAsync));
        door.MapPost("/room/consent", Guard(members.ConsentAsync));
        door.MapPost("/room/invite", Guard(members.InviteAsync));
        door.MapPost("/room/amend", Guard(members.AmendAsync));
        door.MapPost("/room/withdraw", Guard(members.WithdrawAsync));
    }

    private static void MapLeaves(WebApplication door, OpenDesk desk)
    {
        var leaves = new LeafDoor(desk);
        door.MapPost("/room/recall", Guard(leaves.RecallAsync));
        door.MapPost("/room/replace", Guard(leaves.ReplaceAsync));
        door.MapPost("/room/give-up", Guard(context => ActAsync(context, desk,
            (room, cancel) => desk.DoAsync(new DeskEvent.WaitingGivenUp(room), room, cancel))));
    }

    private static void MapRecords(WebApplication door, OpenDesk desk)
    {
        var whose = new WhoseRoom(desk);
        MapCopies(door, new(desk), new(desk), whose);
        var records = new RecordDoor(desk);
        door.MapGet("/room/records", Guard(whose.BothSides(records.ListAsync)));
        door.MapGet("/room/record", Guard(whose.BothSides(records.ShowAsync)));
        door.MapPost("/room/record", Guard(whose.BothSides(records.PrepareAsync)));
        door.MapPost("/room/record/sign", Guard(whose.BothSides(records.SignAsync)));
        door.MapGet("/room/record/file", Guard(whose.BothSides(records.FileAsync)));
    }

    private static void MapCopies(WebApplication door, ExportDoor exports, LeakDoor leaks,
        WhoseRoom whose)
    {
        door.MapPost("/room/export", Guard(whose.BothSides(exports.ExportAsync)));
        door.MapGet("/exports", Guard(exports.ListAsync));
        door.MapPost("/leaks", Guard(leaks.AddAsync));
        door.MapGet("/leaks", Guard(leaks.ListAsync));
        door.MapGet("/leak", Guard(leaks.ShowAsync));
        door.MapPost("/leak", Guard(leaks.SayAsync));
    }

    private static void MapPairing(WebApplication door, PairingDoor pairing)
    {
        door.MapGet("/line/letter", Guard(pairing.OursAsync));
        door.MapPost("/line/letter/look", Guard(pairing.LookAsync));
        door.MapPost("/line/letter/keep", Guard(pairing.KeepAsync));
        door.MapPost("/line/compare", Guard(pairing.CompareAsync));
    }

    private static void MapScreens(WebApplication door, ScreenDoor screens)
    {
        door.MapGet("/line/news", Guard(screens.FollowAsync));
        door.MapGet("/line/parties", Guard(screens.PartiesAsync));
        door.MapGet("/line/past", Guard(screens.PastAsync));
        door.MapGet("/room/page", Guard(screens.PageAsync));
        door.MapGet("/room/draft", Guard(screens.DraftAsync));
        door.MapPost("/room/draft", Guard(screens.KeepDraftAsync));
    }

    internal static JsonTypeInfo<RoomAnswer> RoomType => DoorJson.Default.RoomAnswer;

    internal static CancellationToken Aborted(HttpContext context) => context.RequestAborted;

    internal static async Task<RoomId> RoomAsync(HttpContext context, OpenDesk desk) =>
        await desk.FindAsync(context.Request.Query["room"].ToString(), Aborted(context));

    internal static ulong After(HttpContext context) =>
        ulong.TryParse(context.Request.Query["after"], out var after) ? after : 0;

    internal static async Task WriteAsync<T>(HttpContext context, T answer, JsonTypeInfo<T> type)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(context.Response.Body, answer, type, Aborted(context));
    }

    /// <exception cref="Refusal">It is none of the four.</exception>
    internal static Precedence PrecedenceOf(string? typed) =>
        Enum.TryParse<Precedence>(typed, ignoreCase: true, out var precedence) && Enum.IsDefined(precedence)
            ? precedence
            : throw new Refusal(ExitCode.Usage, "A precedence is routine, priority, immediate or flash.");

    private static RequestDelegate Guard(Func<HttpContext, Task> work) => async context =>
    {
        try
        {
            await work(context);
        }
        catch (Refusal refusal)
        {
            await RefuseAsync(context, new(refusal.Message, (int)refusal.Code, Why: refusal.Why));
        }
        catch (NotApproved not)
        {
            await RefuseAsync(context, new(not.Message, (int)ExitCode.SaidNo));
        }
        catch (AskedFirst asked)
        {
            await RefuseAsync(context, asked.Answer);
        }
        catch (LookFailedException) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, new(DoorWords.CannotBeShown, (int)ExitCode.SaidNo, Why: "desk.CannotBeShown"));
        }
        catch (Exception gone) when (gone
            is OperationCanceledException or ChannelClosedException or LookFailedException)
        {
            // whoever asked has gone, or the desk is being closed, or what was begun cannot be told to its end
            context.Abort();
        }
    };

    private static Task RefuseAsync(HttpContext context, RefusedAnswer why)
    {
        context.Response.StatusCode = StatusCodes.Status409Conflict;
        return WriteAsync(context, why, DoorJson.Default.RefusedAnswer);
    }

    private static async Task ProposeAsync(HttpContext context, OpenDesk desk)
    {
        var asked = await QuestionAsync(context, DoorJson.Default.RoomQuestion);
        if (asked is not ({ With: not null, Purpose: not null, Excluded: not null }
            or { With: not null, Follows: not null, Why: not null }))
            throw new Refusal(ExitCode.Usage, "Say with whom, for what, and what is excluded: --with, --purpose, "
                + "--excluded; or, of a room that takes another's place, with whom, which and why: --with, --follows, "
                + "--why.");
        await WriteAsync(context, await desk.ProposeAsync(asked, Aborted(context)), RoomType);
    }

    /// <summary>What was asked; null if it cannot be read.</summary>
    internal static async Task<T?> QuestionAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, type, Aborted(context));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A value that was given in base64.</summary>
    /// <exception cref="Refusal">It is none.</exception>
    internal static T Value<T>(string base64, string what)
        where T : IWireValue<T>
    {
        var bytes = new byte[base64.Length];
        try
        {
            if (Convert.TryFromBase64String(base64, bytes, out var length))
                return WireValue.Decode<T>(bytes.AsSpan(0, length));
        }
        catch (DecodeException)
        {
            // as what is no base64
        }
        throw new Refusal(ExitCode.NotReadable, $"That is no {what}.");
    }

    internal static async Task ActAsync(HttpContext context, OpenDesk desk, Func<RoomId, CancellationToken, Task> act)
    {
        var room = await RoomAsync(context, desk);
        await act(room, Aborted(context));
        await WriteAsync(context, await desk.RoomAsync(room, Aborted(context)), RoomType);
    }

    private static async Task ReadAsync(HttpContext context, OpenDesk desk)
    {
        var room = await RoomAsync(context, desk);
        var after = After(context);
        context.Response.ContentType = "application/x-ndjson; charset=utf-8";
        while (await desk.MessagesAsync(room, after, Following.Portion, Aborted(context)) is { Count: > 0 } messages)
        {
            foreach (var message in messages)
                await Following.WriteLineAsync(context, new(Message: message));
            after = messages[^1].Order;
        }
    }
}
