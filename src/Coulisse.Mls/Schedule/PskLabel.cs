using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Schedule;

/// <summary>Binds one pre-shared key to its place among those of a commit.</summary>
/// <remarks>RFC 9420 §8.4: <code>
/// struct { PreSharedKeyID id; uint16 index; uint16 count; } PSKLabel;
/// </code></remarks>
public sealed record PskLabel(PreSharedKeyId Id, ushort Index, ushort Count) : ITlsStruct<PskLabel>
{
    /// <inheritdoc/>
    public static PskLabel Read(ref TlsReader reader) => new(
        Id: PreSharedKeyId.Read(ref reader),
        Index: reader.ReadUInt16(),
        Count: reader.ReadUInt16());

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Id.Write(writer);
        writer.WriteUInt16(Index);
        writer.WriteUInt16(Count);
    }
}
