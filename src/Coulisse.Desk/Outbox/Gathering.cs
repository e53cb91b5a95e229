using Coulisse.Desk.Rooms;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Outbox;

/// <summary>What leaves as one submission: an item, and of what was said in its room meanwhile as much as
/// fits.</summary>
internal sealed class Gathering(Sealing seal, OutboxItems items)
{
    private const uint EpochMax = 1_024; // what MLS lets a reader skip
    private const uint EpochMaxBelowImmediate = 960;

    /// <summary>Rule 7: so many in one epoch, or one that overtakes the others could not be opened any more; more wait
    /// unsealed.</summary>
    internal static bool IsOverFull(OutboxItem item, Room? room) => item.Kind == OutboxKind.Message
        && room?.Record.SealedInEpoch >= (item.Precedence >= Precedence.Immediate ? EpochMax : EpochMaxBelowImmediate);

    /// <summary>Seals an item and those that leave with it; null if there is no cause for it any more.</summary>
    internal (IReadOnlyList<ulong> Keys, WireList<Envelope> Envelopes)? Gather(
        ulong key, OutboxItem item, Room? room, DateTimeOffset now)
    {
        if (seal.Seal(item, room, now) is not { } first)
            return null;
        var (keys, all, bytes) = (new List<ulong> { key }, first.ToList(), item.BytesMax);
        foreach (var (next, other) in items.All.Where(one => one.Key > key && one.Value.Room == item.Room))
        {
            bytes += other.BytesMax;
            if (!other.LeavesWith(item) || IsOverFull(other, room) || all.Count == LineLimits.SubmissionEnvelopesMax
                || bytes > LineLimits.SubmissionBytesMax || seal.Seal(other, room, now) is not { } more)
                break;
            keys.Add(next);
            all.AddRange(more);
        }
        return (keys, WireList.From(all));
    }
}
