using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Desk.Chains;

/// <summary>A piece of a chain as the vault keeps it.</summary>
/// <remarks><code>struct { ChainPiece piece; uint8 is_told; } ChainRecord;</code></remarks>
/// <param name="Piece">What the seal signed.</param>
/// <param name="IsTold">Whether it stands in the own log.</param>
internal sealed record ChainRecord(ChainPiece Piece, bool IsTold) : IWireValue<ChainRecord>
{
    public static ChainRecord Read(ref TlsReader reader) =>
        new(ChainPiece.Read(ref reader), reader.ReadUInt8() != 0);

    public void Write(TlsWriter writer)
    {
        Piece.Write(writer);
        writer.WriteUInt8(IsTold ? (byte)1 : (byte)0);
    }
}
