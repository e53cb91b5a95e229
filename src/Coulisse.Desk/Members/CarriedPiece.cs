using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Leaves;

namespace Coulisse.Desk.Members;

/// <summary>What an envelope of kind credence holds: an entry of a seal's chain, and behind an order that lets somebody
/// in, where it is brought and not only told, the key package.</summary>
/// <remarks><c>protocol/rooms.md</c>: <code>
/// struct { ChainPiece piece; opaque key_package&lt;V&gt;; /* or nothing */ } CarriedPiece;</code></remarks>
/// <param name="Piece">The entry.</param>
/// <param name="KeyPackage">An encoded KeyPackage; empty if none is there.</param>
internal sealed record CarriedPiece(ChainPiece Piece, Opaque KeyPackage) : IWireValue<CarriedPiece>
{
    public static CarriedPiece Read(ref TlsReader reader)
    {
        var piece = ReadPiece(ref reader);
        if (reader.Remaining == 0)
            return new(piece, Opaque.Empty);
        var package = reader.ReadOpaque(LeafRequest.KeyPackageBytesMax);
        return package.Length > 0 && piece.Order is { } order && BroughtOrder.Of(order, package) is not null
            ? new(piece, package)
            : throw reader.Refuse(DecodeCode.BadContent, "A key package is not the one that its order names.");
    }

    public void Write(TlsWriter writer)
    {
        Piece.Write(writer);
        if (KeyPackage.Length > 0)
            writer.WriteVector(KeyPackage);
    }

    private static ChainPiece ReadPiece(ref TlsReader reader) => ChainPiece.Read(ref reader);
}
