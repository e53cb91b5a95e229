using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Credence;

/// <summary>
/// How far a seal's chain had come: the number and hash of its last entry; 0 and zeros before the first. It travels in
/// every message of a room, where no station can change it.
/// </summary>
/// <remarks><code>struct { uint64 number; opaque hash[32]; } ChainHead;</code></remarks>
public sealed record ChainHead(ulong Number, Opaque Hash) : IWireValue<ChainHead>
{
    /// <summary>The head of a chain without entries.</summary>
    public static ChainHead None { get; } = new(0, Opaque.Zeros(SealEntryContent.HashBytes));

    /// <summary>The head after this entry; null: before the first.</summary>
    public static ChainHead After(SealEntry? last) => last is null ? None : new(last.Content.Number, last.Hash());

    /// <inheritdoc/>
    public static ChainHead Read(ref TlsReader reader)
    {
        var head = new ChainHead(reader.ReadUInt64(), WireFields.ReadHash(ref reader));
        return (head.Number == 0) == (head.Hash == None.Hash)
            ? head
            : throw reader.Refuse(DecodeCode.BadContent, "A chain's head has no number and a hash, or the reverse.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(Number);
        writer.WriteFixed(Hash.Span);
    }
}
