using Coulisse.Talks.Acts;
using Coulisse.Terminal;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Records;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>A person signs what was shown to them, by its digits: only while this desk, and who signed first, are
/// accredited.</summary>
/// <param name="firstOf">The signature that waits for this one; null if this one is the first. On the desk's own
/// thread, as is <paramref name="make"/>.</param>
/// <param name="make">The act that carries the signature; or why there is none.</param>
/// <param name="typedIn">What a person wrote anew in it: a caucus may have to approve it.</param>
internal sealed class Signing(Func<DeskCore, RoomId, string, RecordSignature?> firstOf,
    Func<DeskCore, RoomId, string, (TalkAct? Act, string? Why)> make, Func<TalkAct, string> typedIn)
{
    /// <summary>Signs it; in which room, and by which digits.</summary>
    /// <exception cref="Refusal">It cannot be done.</exception>
    internal async Task<(RoomId Room, string Digest)> SignAsync(HttpContext context, OpenDesk desk)
    {
        var (room, cancel) = (await DoorServer.RoomAsync(context, desk), context.RequestAborted);
        if (await DoorServer.QuestionAsync(context, DoorJson.Default.SignQuestion) is not { Digest: { } digest })
            throw new Refusal(ExitCode.Usage, "Say what is signed, by the digits that were shown with it.");
        await desk.DemandAsync(cancel, (await desk.IdentityAsync(room, cancel)).Accreditation);
        if (await desk.AskAsync(room, core => firstOf(core, room, digest), cancel) is { } first)
            await desk.DemandAsync(cancel, first.Accreditation);
        var (act, why) = await desk.AskAsync(room, core => make(core, room, digest), cancel);
        if (act is null)
            throw new Refusal(ExitCode.SaidNo, why!);
        var said = await desk.SpeakAsync(new DeskEvent.ActSaid(room, act, ActWords.Of(act), Precedence.Routine)
        {
            Typed = typedIn(act),
        }, room, cancel);
        await DoorServer.WriteAsync(context, said, DoorJson.Default.MessageAnswer);
        return (room, digest);
    }
}
