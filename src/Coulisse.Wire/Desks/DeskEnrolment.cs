using System.Buffers;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Desks;

/// <summary>
/// What a desk gives its own party's station: the pin of the key that it shows in TLS, signed by the key that its
/// accreditation names. It stays inside the party; the other side never sees it.
/// </summary>
/// <remarks><c>protocol/line.md</c>: <code>
/// struct { opaque party&lt;V&gt;; Subject subject; opaque tls_pin[32]; opaque key[32]; opaque signature[64]; }
/// DeskEnrolment;</code></remarks>
public sealed record DeskEnrolment : ICredenceFile<DeskEnrolment>
{
    /// <summary>The length of a pin, SHA-256 of a SubjectPublicKeyInfo.</summary>
    public const int PinBytes = 32;

    private DeskEnrolment(string party, Subject subject, Opaque pin, SignaturePublicKey key, Opaque signature) =>
        (Party, Subject, Pin, Key, Signature) = (party, subject, pin, key, signature);

    /// <summary>The desk's party.</summary>
    public string Party { get; }

    /// <summary>The desk.</summary>
    public Subject Subject { get; }

    /// <summary>SHA-256 of the SubjectPublicKeyInfo that it shows its station.</summary>
    public Opaque Pin { get; }

    /// <summary>The key that delegates its leaves, which its accreditation names.</summary>
    public SignaturePublicKey Key { get; }

    /// <summary>By that key.</summary>
    public Opaque Signature { get; }

    /// <inheritdoc/>
    public static string Title => "DESK ENROLMENT";

    /// <inheritdoc/>
    public static int BytesMax => 1_024;

    private static SignatureLabel Label { get; } = SignatureLabel.For("DeskEnrolment");

    /// <summary>Signs an enrolment with the desk's own key.</summary>
    /// <exception cref="ArgumentException">The subject is no desk, or the pin has another length.</exception>
    public static DeskEnrolment Sign(string party, Subject subject, Opaque pin, SignaturePrivateKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!AreWellFormed(party, subject, pin))
            throw new ArgumentException("An enrolment is of a desk and has its pin.", nameof(subject));
        return new(party, subject, pin, key.PublicKey,
            key.SignWithLabel(Label, Content(party, subject, pin, key.PublicKey)));
    }

    /// <summary>Whether this is the desk that a seal accredited.</summary>
    public bool IsOf(Sealed<Accreditation> accreditation)
    {
        ArgumentNullException.ThrowIfNull(accreditation);
        return accreditation.By.Party == Party && accreditation.Content.Subject == Subject
            && accreditation.Content.SignatureKey == Key;
    }

    /// <inheritdoc/>
    public static DeskEnrolment Read(ref TlsReader reader)
    {
        var party = WireFields.ReadLine(ref reader, PartyRules.NameBytesMax);
        var subject = Subject.Read(ref reader);
        var pin = Opaque.CopyOf(reader.ReadFixed(PinBytes));
        var key = WireFields.ReadSignatureKey(ref reader);
        var signature = Opaque.CopyOf(reader.ReadFixed(SignaturePublicKey.SignatureBytes));
        return AreWellFormed(party, subject, pin)
            && key.VerifyWithLabel(Label, Content(party, subject, pin, key), signature.Span)
            ? new(party, subject, pin, key, signature)
            : throw reader.Refuse(DecodeCode.BadContent, "An enrolment is not signed by the key in it.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteFixed(Content(Party, Subject, Pin, Key));
        writer.WriteFixed(Signature.Span);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Head() => [$"Party: {Party}", $"Of: {Subject}", $"Key: {Key}", $"Pin: {Pin}"];

    private static bool AreWellFormed(string party, Subject subject, Opaque pin) => PartyRules.IsName(party)
        && subject.IsWellFormed && subject.Kind == SubjectKind.Desk && pin.Length == PinBytes;

    private static ReadOnlySpan<byte> Content(string party, Subject subject, Opaque pin, SignaturePublicKey key)
    {
        var bytes = new ArrayBufferWriter<byte>(128);
        var writer = new TlsWriter(bytes);
        WireFields.WriteText(writer, party);
        subject.Write(writer);
        writer.WriteFixed(pin.Span);
        writer.WriteFixed(key.Value.Span);
        return bytes.WrittenSpan;
    }
}
