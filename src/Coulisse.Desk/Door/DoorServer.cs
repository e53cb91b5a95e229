using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using System.Threading.Channels;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.StationLink;
using Coulisse.Terminal;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
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
    internal static WebApplication Build(OpenDesk desk, Unlocking unlocking, Pairings pairings, string socket)
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
        DoorPlaces.Map(door, desk, unlocking, pairings);
        return door;
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

    /// <summary>Every end of an answer: what is refused is told, and who has gone is let go.</summary>
    internal static RequestDelegate Guard(Func<HttpContext, Task> work) => async context =>
    {
        try
        {
            await work(context);
        }
        catch (Refusal refusal)
        {
            await RefuseAsync(context, new(refusal.Message, (int)refusal.Code, Why: refusal.Why,
                Needs: refusal.Needs));
        }
        catch (NotApproved not)
        {
            await RefuseAsync(context, new(not.Message, (int)ExitCode.SaidNo, Why: "caucus.NotApproved",
                Room: not.Caucus.ToString(), Needs: not.By.ToString()));
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

    /// <summary>Words that were given as they are.</summary>
    /// <exception cref="Refusal">They are no UTF-8.</exception>
    internal static async Task<string> WordsAsync(HttpContext context, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancel);
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        return Utf8.IsValid(bytes.Span) ? Encoding.UTF8.GetString(bytes.Span)
            : throw new Refusal(ExitCode.Usage, "What is said or written is text in UTF-8; this is not.");
    }

    /// <summary>A value that was given as its file.</summary>
    /// <exception cref="Refusal">It is none.</exception>
    internal static T FileOf<T>(string file, string what)
        where T : ICredenceFile<T> =>
        CredenceFile.Read<T>(Encoding.UTF8.GetBytes(file)) is CredenceReading<T>.Whole whole ? whole.Value
            : throw new Refusal(ExitCode.NotReadable, $"That is no {what}, or it was changed on its way. "
                + "Get it again, as a file.", $"file.{what}");

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

    internal static async Task ReadAsync(HttpContext context, OpenDesk desk)
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
