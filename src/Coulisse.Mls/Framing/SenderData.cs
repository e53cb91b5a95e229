using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Framing;

/// <summary>Who sent a private message, and with which key of theirs.</summary>
/// <remarks>RFC 9420 §6.3.2: <code>
/// struct { uint32 leaf_index; uint32 generation; opaque reuse_guard[4]; } SenderData;
/// </code></remarks>
public sealed record SenderData(LeafIndex Leaf, uint Generation, uint ReuseGuard) : ITlsStruct<SenderData>
{
    /// <summary>Its length, which never varies.</summary>
    public const int Bytes = 12;

    /// <inheritdoc/>
    public static SenderData Read(ref TlsReader reader) => new(
        Leaf: LeafIndex.Read(ref reader),
        Generation: reader.ReadUInt32(),
        ReuseGuard: reader.ReadUInt32());

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Leaf.Write(writer);
        writer.WriteUInt32(Generation);
        writer.WriteUInt32(ReuseGuard);
    }
}
