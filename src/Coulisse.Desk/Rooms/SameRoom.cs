using Coulisse.Crypto.Codec;
using Coulisse.Mls.Group;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// Where a member is: who joined neither sends nor shows anything before a member of each other party has said the
/// same as it sees itself.
/// </summary>
/// <remarks><code>
/// struct { opaque group&lt;V&gt;; uint64 epoch; opaque tree_hash&lt;V&gt;; opaque tag[16]; }
/// SameRoom;</code></remarks>
internal sealed record SameRoom(Opaque Group, ulong Epoch, Opaque TreeHash, Opaque Tag) : IWireValue<SameRoom>
{
    internal static SameRoom Of(MlsGroup group) => new(group.View.GroupId.Value, group.View.Epoch.Value,
        group.View.Context.TreeHash, EpochTag.Of(group));

    public static SameRoom Read(ref TlsReader reader) => new(reader.ReadOpaque(64), reader.ReadUInt64(),
        reader.ReadOpaque(64), Opaque.CopyOf(reader.ReadFixed(EpochTag.Bytes)));

    public void Write(TlsWriter writer)
    {
        writer.WriteVector(Group);
        writer.WriteUInt64(Epoch);
        writer.WriteVector(TreeHash);
        writer.WriteFixed(Tag.Span);
    }
}
