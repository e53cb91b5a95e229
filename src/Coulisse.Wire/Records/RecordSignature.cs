using System.Buffers;
using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Records;

/// <summary>
/// One signature on a record, with the accreditation of whoever gave it: by itself it is not verified to be of any
/// text; <see cref="IsOver"/> says so.
/// </summary>
/// <remarks><c>protocol/record.md</c>: <code>
/// struct { Sealed accreditation; ChainHead head; uint64 signed_at; opaque signature[64]; } RecordSignature;
/// struct { uint16 place; opaque room&lt;V&gt;; opaque party_a&lt;V&gt;; opaque party_b&lt;V&gt;; opaque body[32];
///          opaque accreditation[32]; ChainHead head; uint64 signed_at; opaque first[32]; } RecordSigning;
/// // place: 1 proposes, 2 countersigns; first: zeros, or the hash of the first RecordSignature</code></remarks>
/// <param name="Accreditation">Of the desk or officer whose key signed.</param>
/// <param name="Head">How far the chain of their party's seal had come, as they knew it.</param>
/// <param name="SignedAt">When, by their clock: UTC, whole seconds.</param>
/// <param name="Signature">Ed25519, 64 bytes.</param>
public sealed record RecordSignature(Sealed<Accreditation> Accreditation, ChainHead Head, DateTimeOffset SignedAt,
    Opaque Signature) : IWireValue<RecordSignature>
{
    /// <summary>The longest encoding, in bytes.</summary>
    public const int BytesMax = 18 * 1024;

    private const ushort Proposes = 1;
    private const ushort Countersigns = 2;

    private static SignatureLabel OfRecord { get; } = SignatureLabel.For("RecordSignature");

    private static SignatureLabel OfLine { get; } = SignatureLabel.For("LineCharterSignature");

    /// <summary>Signs with the key that the accreditation names.</summary>
    /// <param name="terms">What is signed.</param>
    /// <param name="first">The signature that this one countersigns; null for the first.</param>
    /// <param name="by">Whose.</param>
    /// <param name="key">Their key.</param>
    /// <param name="head">As far as the chain of their seal is known to them.</param>
    /// <param name="at">Their clock.</param>
    /// <exception cref="ArgumentException">The key is another than the accreditation names, or of a
    /// station.</exception>
    public static RecordSignature Sign(RecordTerms terms, RecordSignature? first, Sealed<Accreditation> by,
        SignaturePrivateKey key, ChainHead head, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(key);
        if (by.Content.SignatureKey != key.PublicKey || by.Content.Subject.Kind == SubjectKind.Station)
            throw new ArgumentException("A record is signed by the key of an accredited desk or officer.", nameof(key));
        var seconds = DateTimeOffset.FromUnixTimeSeconds(Math.Max(0, at.ToUnixTimeSeconds()));
        var unsigned = new RecordSignature(by, head, seconds, Opaque.Empty);
        return unsigned with { Signature = key.SignWithLabel(LabelOf(terms), unsigned.Signed(terms, first)) };
    }

    /// <summary>Whether it is its key's, over this text, in this place.</summary>
    public bool IsOver(RecordTerms terms, RecordSignature? first)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms.Parties.SideOf(Accreditation.By.Party) is not null
            && Accreditation.By.Party != first?.Accreditation.By.Party
            && Accreditation.Content.Subject.Kind != SubjectKind.Station
            && Accreditation.Content.SignatureKey.VerifyWithLabel(LabelOf(terms), Signed(terms, first), Signature.Span);
    }

    /// <inheritdoc/>
    public static RecordSignature Read(ref TlsReader reader) => new(
        Accreditation: ReadValue<Sealed<Accreditation>>(ref reader),
        Head: ChainHead.Read(ref reader),
        SignedAt: WireFields.ReadInstant(ref reader),
        Signature: Opaque.CopyOf(reader.ReadFixed(SignaturePublicKey.SignatureBytes)));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Accreditation.Write(writer);
        Head.Write(writer);
        WireFields.WriteInstant(writer, SignedAt);
        writer.WriteFixed(Signature.Span);
    }

    private static SignatureLabel LabelOf(RecordTerms terms) => terms.IsOfLine ? OfLine : OfRecord;

    private ReadOnlySpan<byte> Signed(RecordTerms terms, RecordSignature? first)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new TlsWriter(bytes);
        writer.WriteUInt16(first is null ? Proposes : Countersigns);
        terms.Write(writer);
        writer.WriteFixed(Accreditation.Entry.Hash().Span);
        Head.Write(writer);
        WireFields.WriteInstant(writer, SignedAt);
        writer.WriteFixed(first is null ? new byte[SHA256.HashSizeInBytes]
            : SHA256.HashData(WireValue.Encode(first).Span));
        return bytes.WrittenSpan;
    }

    private static T ReadValue<T>(ref TlsReader reader)
        where T : IWireValue<T> => T.Read(ref reader);
}
