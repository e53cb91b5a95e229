using Coulisse.Terminal;

namespace Coulisse.Desk.Door;

/// <summary>What people do in a talk, and what it has come to.</summary>
internal sealed class TalkDoor(OpenDesk desk)
{
    internal async Task DoAsync(HttpContext context)
    {
        var room = await DoorServer.RoomAsync(context, desk);
        if (await DoorServer.QuestionAsync(context, DoorJson.Default.TalkQuestion) is not
            { Kind: not null, Language: not null, Text: not null, Precedence: not null } asked)
            throw new Refusal(ExitCode.Usage, "Say what is to be done: its kind, words and language.");
        await DoorServer.WriteAsync(context, await desk.DoInTalkAsync(room, asked, context.RequestAborted),
            DoorJson.Default.MessageAnswer);
    }

    internal async Task TellAsync(HttpContext context) => await DoorServer.WriteAsync(context,
        await desk.TalkAsync(await DoorServer.RoomAsync(context, desk), context.RequestAborted),
        DoorJson.Default.TalkAnswer);
}
