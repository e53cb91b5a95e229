using Coulisse.Crypto.Codec;
using Coulisse.Mls.Group;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// What two desks of one epoch both know, and what stands in the open on everything they send: two that differ are two
/// histories. RFC 9420 §8.5, label "coulisse epoch tag".
/// </summary>
internal static class EpochTag
{
    internal const int Bytes = 16;

    internal static Opaque Of(MlsGroup group)
    {
        using var tag = group.Export("coulisse epoch tag"u8, default, Bytes);
        return Opaque.CopyOf(tag.Reveal());
    }
}

/// <summary>An epoch of a room and its tag. Holds no key.</summary>
internal sealed record EpochAndTag(ulong Epoch, Opaque Tag) : IWireValue<EpochAndTag>
{
    public static EpochAndTag Read(ref TlsReader reader) =>
        new(reader.ReadUInt64(), Opaque.CopyOf(reader.ReadFixed(EpochTag.Bytes)));

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(Epoch);
        writer.WriteFixed(Tag.Span);
    }
}
