using Coulisse.Crypto.Codec;
using Coulisse.Desk.Outbox;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// Rule 9: two histories of one room. A commit that a station endorsed, that does not open here, and that names another
/// tag for an epoch in which this desk was, is of another history: nobody follows it, and nobody goes on as if it were
/// not there. What opens and names another tag is malformed, and no more than that.
/// </summary>
internal static class OtherHistory
{
    /// <summary>Whether a commit shows it, by what MLS made of it.</summary>
    internal static bool Shows(Room room, Envelope envelope, ProcessResult result)
    {
        if (envelope.Kind != EnvelopeKind.Commit || result is not (ProcessResult.PastEpoch
            or ProcessResult.Rejected { Error.Code: MlsErrorCode.FramingUndecryptable }))
            return false;
        try
        {
            return TlsCodec.Decode<MlsMessage>(envelope.Content.Span) is MlsMessage.Private { Message: var message }
                && RoomBinding.From(message.AuthenticatedData) is RoomBinding.OfCommit binding
                && room.TagOf(message.Epoch.Value) is { } ours && binding.Tag != ours;
        }
        catch (DecodeException)
        {
            return false;
        }
    }

    /// <summary>Nothing is sent or taken any more; what waited goes back to its author, for another room.</summary>
    internal static bool Freeze(Room room, Sending sending, StepEffects effects)
    {
        sending.ComeBack(room, effects);
        room.Save(room.Record with { Shown = room.Visible });
        effects.Move(room, RoomStatus.Frozen);
        return effects.Alarm(DeskAlarm.AnotherHistory, room.Id);
    }
}
