using Coulisse.Crypto.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Fuzz.Targets;

/// <summary>What a station reads from another: whole bundles, and entries that the other really
/// authenticated.</summary>
internal static class LineTargets
{
    public static IEnumerable<FuzzTarget> Of(LineWorld world) =>
    [
        new("line-bundle", InputForm.Vectors, [world.Bundle(world.Entry).ToArray()], input =>
            Answer.If(Read(world, input).Entries.Count > 0)),
        new("line-entry-under-a-good-code", InputForm.Vectors, [world.Entry.ToArray()], input =>
        {
            var read = Read(world, world.Bundle(Opaque.CopyOf(input)).ToArray());
            return read.Entries.Count + read.Unreadable > 1 ? new Answer.Broken("One entry was read as two.")
                : read.Entries is [var entry] ? Answer.Again(entry.Bytes.Span) : Answer.No;
        }),
    ];

    private static BundleReading Read(LineWorld world, byte[] bundle) => BundleReading.Read(
        bundle, world.Parties.Id, Side.A, term => term == world.Key.Term ? world.Key : null);
}
