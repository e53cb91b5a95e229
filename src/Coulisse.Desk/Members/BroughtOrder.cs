using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.KeyPackages;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Leaves;

namespace Coulisse.Desk.Members;

/// <summary>A party's order about a leaf of its own, with the key package that enters, if one does.</summary>
/// <remarks>As a vault keeps it, <c>protocol/rooms.md</c>: <code>
/// struct { Sealed order; select (order.kind) { case removal: ; case replacement: opaque key_package&lt;V&gt;; }; }
/// BroughtOrder;</code></remarks>
/// <param name="Order">What the seal signed.</param>
/// <param name="KeyPackage">An encoded KeyPackage, the one whose hash is in the order; empty for a removal.</param>
internal sealed record BroughtOrder(Sealed<RoomOrder> Order, Opaque KeyPackage) : IWireValue<BroughtOrder>
{
    /// <summary>Whether somebody enters.</summary>
    internal bool IsReplacement => Order.Content.What == RoomOrderKind.Replacement;

    /// <summary>The two together; null if the package is not the one that the order names.</summary>
    internal static BroughtOrder? Of(Sealed<RoomOrder> order, Opaque keyPackage) =>
        keyPackage.Length <= LeafRequest.KeyPackageBytesMax
            && order.Content.KeyPackage == (keyPackage.Length == 0 ? Opaque.Empty : HashOf(keyPackage))
            ? new(order, keyPackage) : null;

    /// <summary>What an order calls a key package.</summary>
    internal static Opaque HashOf(Opaque keyPackage) => Opaque.CopyOf(SHA256.HashData(keyPackage.Span));

    /// <summary>Who enters; null if nobody, or if the bytes are nobody's.</summary>
    internal KeyPackage? Enters()
    {
        try
        {
            return IsReplacement ? TlsCodec.Decode<KeyPackage>(KeyPackage.Span) : null;
        }
        catch (DecodeException)
        {
            return null;
        }
    }

    public static BroughtOrder Read(ref TlsReader reader)
    {
        var order = SealedValue.Read<RoomOrder>(ref reader);
        var package = order.Content.What == RoomOrderKind.Replacement
            ? reader.ReadOpaque(LeafRequest.KeyPackageBytesMax) : Opaque.Empty;
        return Of(order, package)
            ?? throw reader.Refuse(DecodeCode.BadContent, "A key package is not the one that its order names.");
    }

    public void Write(TlsWriter writer)
    {
        Order.Write(writer);
        if (IsReplacement)
            writer.WriteVector(KeyPackage);
    }
}
