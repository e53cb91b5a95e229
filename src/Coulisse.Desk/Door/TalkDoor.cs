using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Terminal;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>What people say and do in a talk, and what it has come to.</summary>
internal sealed class TalkDoor(OpenDesk desk, Saying saying)
{
    // Who gives the whole name of a room, as who says much does, is spared the question which one is meant.
    internal async Task SayAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var room = Opaque.TryFromHex(context.Request.Query["room"].ToString(), OpenDesk.RoomIdBytes, out var whole)
            ? new(whole) : await DoorServer.RoomAsync(context, desk);
        var headers = context.Request.Headers;
        var said = await saying.SayAsync(room,
            (await DoorServer.WordsAsync(context, cancel), headers[DoorHeaders.Precedence].ToString()),
            headers.ContainsKey(DoorHeaders.Once),
            headers.TryGetValue(DoorHeaders.Room, out var asked) ? asked != DoorHeaders.AskRoom : null, cancel);
        await DoorServer.WriteAsync(context, said, DoorJson.Default.MessageAnswer);
    }

    internal async Task DoAsync(HttpContext context)
    {
        var (room, asked) = await AskedAsync(context);
        await DoorServer.WriteAsync(context, await saying.DoAsync(room, asked, context.RequestAborted),
            DoorJson.Default.MessageAnswer);
    }

    /// <summary>What would be said, or why it would be refused; nothing is said.</summary>
    internal async Task TryAsync(HttpContext context)
    {
        var (room, asked) = await AskedAsync(context);
        await DoorServer.WriteAsync(context, await saying.TryAsync(room, asked, context.RequestAborted),
            DoorJson.Default.ActAnswer);
    }

    internal async Task HandOverAsync(HttpContext context) => await DoorServer.WriteAsync(context,
        (await TextsAsync(context)).Texts, DoorJson.Default.IReadOnlyListOpenTextAnswer);

    /// <summary>The same, with the item file for the page of our own side.</summary>
    internal async Task ItemAsync(HttpContext context)
    {
        var (room, texts) = await TextsAsync(context);
        await DoorServer.WriteAsync(context, new(texts,
            $"statement-{room.ToString()[..8]}-{context.Request.Query["to"]}.json",
            Encoding.UTF8.GetString(ItemFile.Of(texts))), DoorJson.Default.OpenItemAnswer);
    }

    private async Task<(RoomId Room, OpenTextAnswer[] Texts)> TextsAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        var (number, language) = (context.Request.Query["to"].ToString(), context.Request.Query["language"].ToString());
        if (!ulong.TryParse(number, out var order) || language.Length == 0)
            throw new Refusal(ExitCode.Usage, "Say which signal or joint release: --to NUMBER.");
        var (texts, why) = await desk.AskAsync(room, core => Meant.Find(core, room, order) is { } meant
            ? HandingOver.Of(core.TalkOf(room), core.BoundTexts, meant.Matter, language, desk.MakerAt(core))
            : (null, "This room has no message of that number. See: coulisse talk-state"), context.RequestAborted);
        return (room, texts ?? throw new Refusal(ExitCode.SaidNo, why!));
    }

    private async Task<(RoomId Room, TalkQuestion Asked)> AskedAsync(HttpContext context) =>
        (await DoorServer.RoomAsync(context, desk),
            await DoorServer.QuestionAsync(context, DoorJson.Default.TalkQuestion) is
            { Kind: not null, Language: not null, Text: not null, Precedence: not null } asked ? asked
                : throw new Refusal(ExitCode.Usage, "Say what is to be done: its kind, words and language."));

    internal async Task TellAsync(HttpContext context) => await DoorServer.WriteAsync(context,
        await desk.TalkAsync(await DoorServer.RoomAsync(context, desk), context.RequestAborted),
        DoorJson.Default.TalkAnswer);
}
