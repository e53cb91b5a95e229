using Coulisse.Crypto.Codec;
using Coulisse.Wire.Lines;
using Coulisse.World.Parties;

namespace Coulisse.World.Plants;

/// <summary>Takes out of one side's standings what it holds of the other's log: so the other never learns that its own
/// file is an old copy.</summary>
internal static class ForgetfulCarrier
{
    internal static Opaque Carry(Opaque bundle, Pair pair, Side forgetful)
    {
        var key = pair.KeyOf(forgetful);
        var reading = BundleReading.Read(bundle.Span, pair.Line, forgetful, term => term == key.Term ? key : null);
        if (reading.Standing is not { } standing)
            return bundle;
        var writer = new BundleWriter(key, standing with { Other = [] }, LineLimits.BundleBytesMax);
        foreach (var entry in reading.Entries)
            writer.TryAdd(entry.Bytes, entry.Hash);
        return writer.Finish();
    }
}
