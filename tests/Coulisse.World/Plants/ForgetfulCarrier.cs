using Coulisse.Crypto.Codec;
using Coulisse.Wire.Lines;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Plants;

/// <summary>Takes out of one side's standings what it holds of the other's log, where that is more than the other has:
/// so the other never learns that its own file is an old copy.</summary>
internal static class ForgetfulCarrier
{
    internal static Opaque Carry(Opaque bundle, Pair pair, SimulatedStation other)
    {
        var forgetful = other.Side.Other();
        var key = pair.KeyOf(forgetful);
        var reading = BundleReading.Read(bundle.Span, pair.Line, forgetful, term => term == key.Term ? key : null);
        if (reading.Standing is not { } standing || !other.IsRunning || standing.Other.All(one =>
            one.Stored.Ranges.All(range => range.Last <= other.Status.OwnLength)))
            return bundle;
        var writer = new BundleWriter(key, standing with { Other = [] }, LineLimits.BundleBytesMax);
        foreach (var entry in reading.Entries)
            writer.TryAdd(entry.Bytes, entry.Hash);
        return writer.Finish();
    }
}
