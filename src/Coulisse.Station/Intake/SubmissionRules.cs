using Coulisse.Crypto.Codec;
using Coulisse.Station.Rooms;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Intake;

/// <summary>Whether a submission is taken: as a whole or not at all. Pure.</summary>
internal static class SubmissionRules
{
    /// <summary>
    /// What to say of a submission that has no verdict yet. A known one was answered before this is asked, whatever
    /// epoch it is of: the desk sends the same bytes again after a crash.
    /// </summary>
    internal static VerdictKind Decide(Submission submission, DeskRow desk, RoomLedger rooms)
    {
        if (desk.IsCutOff)
            return VerdictKind.CutOff;
        if (submission.Number != desk.Number + 1 || submission.Previous != desk.Last)
            return VerdictKind.NotTheSuccessor;
        return Epochs(submission.Envelopes, rooms);
    }

    /// <summary>What the epochs alone say; each envelope is looked at as if those before it were written.</summary>
    internal static VerdictKind Epochs(WireList<Envelope> envelopes, RoomLedger rooms)
    {
        var seen = new Dictionary<Opaque, RoomRow>();
        foreach (var envelope in envelopes.Where(RoomLedger.HasEpoch))
        {
            var room = seen.GetValueOrDefault(envelope.Room.Value) ?? rooms.Of(envelope.Room);
            if (envelope.Epoch < room.Floor)
                return envelope.Kind == EnvelopeKind.Commit ? VerdictKind.EpochTaken : VerdictKind.Stale;
            if (envelope.Epoch > room.Reached || envelope.Epoch == ulong.MaxValue)
                return VerdictKind.TooEarly;
            var next = envelope.Kind == EnvelopeKind.Commit ? envelope.Epoch + 1 : envelope.Epoch;
            seen[envelope.Room.Value] =
                room with { Floor = Math.Max(room.Floor, next), Reached = Math.Max(room.Reached, next) };
        }
        return VerdictKind.Taken;
    }
}
