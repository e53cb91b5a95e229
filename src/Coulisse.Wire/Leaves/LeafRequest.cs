using System.Buffers;
using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Rooms;

namespace Coulisse.Wire.Leaves;

/// <summary>
/// A desk asks its party for its place in a room again, with other keys: its word, verified by the key that its seal
/// accredited. No value of this type exists otherwise; whether that seal is one's own is another question.
/// </summary>
/// <remarks><c>protocol/credence.md</c>: <code>
/// struct { Sealed accreditation; opaque room&lt;V&gt;; opaque leaf_key[32]; opaque key_package&lt;V&gt;;
///          opaque signature[64]; } LeafRequest;</code></remarks>
public sealed record LeafRequest : ICredenceFile<LeafRequest>
{
    /// <summary>The longest key package, in bytes: a credential and the longest keys, and then some.</summary>
    public const int KeyPackageBytesMax = 32 * 1024;

    private LeafRequest(Sealed<Accreditation> desk, RoomId room, SignaturePublicKey leafKey, Opaque keyPackage,
        Opaque signature) => (Desk, Room, LeafKey, KeyPackage, Signature) =
            (desk, room, leafKey, keyPackage, signature);

    /// <inheritdoc/>
    public static string Title => "LEAF REQUEST";

    /// <inheritdoc/>
    public static int BytesMax => LeafCredential.BytesMax + KeyPackageBytesMax + 256;

    private static SignatureLabel Label { get; } = SignatureLabel.For("LeafRequest");

    /// <summary>Who asks, by what its party's seal says.</summary>
    public Sealed<Accreditation> Desk { get; }

    /// <summary>For which room.</summary>
    public RoomId Room { get; }

    /// <summary>The key of the leaf that goes.</summary>
    public SignaturePublicKey LeafKey { get; }

    /// <summary>The encoded key package that enters.</summary>
    public Opaque KeyPackage { get; }

    /// <summary>By the desk's delegation key.</summary>
    public Opaque Signature { get; }

    /// <summary>The order that grants it.</summary>
    public RoomOrder Order => new(RoomOrderKind.Replacement, Room, LeafKey,
        Opaque.CopyOf(SHA256.HashData(KeyPackage.Span)));

    /// <summary>Signs a request with the desk's own key.</summary>
    /// <exception cref="ArgumentException">The accreditation is no desk's, or the key is not the one it
    /// names.</exception>
    public static LeafRequest Sign(Sealed<Accreditation> desk, SignaturePrivateKey deskKey, RoomId room,
        SignaturePublicKey leafKey, Opaque keyPackage)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(deskKey);
        ArgumentNullException.ThrowIfNull(leafKey);
        if (desk.Content.Subject.Kind != SubjectKind.Desk || desk.Content.SignatureKey != deskKey.PublicKey
            || !room.IsWellFormed || keyPackage.Length is 0 or > KeyPackageBytesMax)
            throw new ArgumentException("A desk asks by its accredited key, for one room, with a key package.",
                nameof(desk));
        return new(desk, room, leafKey, keyPackage,
            deskKey.SignWithLabel(Label, Signed(desk, room, leafKey, keyPackage)));
    }

    /// <inheritdoc/>
    public static LeafRequest Read(ref TlsReader reader)
    {
        var desk = ReadValue<Sealed<Accreditation>>(ref reader);
        var (room, leafKey) = (RoomId.Read(ref reader), WireFields.ReadSignatureKey(ref reader));
        var package = reader.ReadOpaque(KeyPackageBytesMax);
        var signature = Opaque.CopyOf(reader.ReadFixed(SignaturePublicKey.SignatureBytes));
        return desk.Content.Subject.Kind == SubjectKind.Desk && room.IsWellFormed && package.Length > 0
            && desk.Content.SignatureKey
                .VerifyWithLabel(Label, Signed(desk, room, leafKey, package), signature.Span)
            ? new(desk, room, leafKey, package, signature)
            : throw reader.Refuse(DecodeCode.BadContent, "A request is not signed by the desk that it names.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Desk.Write(writer);
        writer.WriteVector(Room.Value);
        writer.WriteFixed(LeafKey.Value.Span);
        writer.WriteVector(KeyPackage);
        writer.WriteFixed(Signature.Span);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Head() =>
    [
        $"Party: {Desk.By.Party}",
        $"For: {Desk.Content.Subject}, {Desk.Content.Office[0].Text}",
        $"Room: {Room}",
        $"Leaf that goes: {LeafKey}",
        $"Enters: {Order.KeyPackage}",
    ];

    private static ReadOnlySpan<byte> Signed(Sealed<Accreditation> desk, RoomId room, SignaturePublicKey leafKey,
        Opaque keyPackage)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new TlsWriter(bytes);
        writer.WriteFixed(desk.Entry.Hash().Span);
        writer.WriteVector(room.Value);
        writer.WriteFixed(leafKey.Value.Span);
        writer.WriteVector(keyPackage);
        return bytes.WrittenSpan;
    }

    private static T ReadValue<T>(ref TlsReader reader)
        where T : IWireValue<T> => T.Read(ref reader);
}
