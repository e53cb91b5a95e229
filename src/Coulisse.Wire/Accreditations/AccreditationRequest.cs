using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Accreditations;

/// <summary>
/// A request for accreditation whose signature, by the very key it asks for, was verified: whoever made it holds that
/// key. The seal's holder never sees a private key of others.
/// </summary>
/// <remarks><code>struct { RequestContent content; opaque signature[64]; } AccreditationRequest;</code></remarks>
public sealed record AccreditationRequest : ICredenceFile<AccreditationRequest>
{
    private AccreditationRequest(RequestContent content, Opaque signature) => (Content, Signature) =
        (content, signature);

    /// <summary>What is asked for.</summary>
    public RequestContent Content { get; }

    /// <summary>By the subject's signature key.</summary>
    public Opaque Signature { get; }

    /// <inheritdoc/>
    public static string Title => "ACCREDITATION REQUEST";

    /// <inheritdoc/>
    public static int BytesMax => 16 * 1024;

    private static SignatureLabel Label { get; } = SignatureLabel.For("AccreditationRequest");

    /// <summary>Signs a request with the subject's own key.</summary>
    /// <exception cref="ArgumentException">The content breaks its rules, or asks for another signature key.</exception>
    public static AccreditationRequest Sign(RequestContent content, SignaturePrivateKey key)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(key);
        if (!content.IsWellFormed || KeyOf(content) != key.PublicKey)
            throw new ArgumentException("A request has the keys of its subject and is signed by its own.",
                nameof(content));
        return new(content, key.SignWithLabel(Label, WireValue.Encode(content).Span));
    }

    /// <inheritdoc/>
    public static AccreditationRequest Read(ref TlsReader reader)
    {
        var content = RequestContent.Read(ref reader);
        var signature = Opaque.CopyOf(reader.ReadFixed(SignaturePublicKey.SignatureBytes));
        return content.IsWellFormed
            && KeyOf(content).VerifyWithLabel(Label, WireValue.Encode(content).Span, signature.Span)
            ? new(content, signature)
            : throw reader.Refuse(DecodeCode.BadContent, "A request is not signed by the key it asks for.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Content.Write(writer);
        writer.WriteFixed(Signature.Span);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Head() =>
    [
        $"Party: {Content.Party}",
        $"For: {Content.Subject}",
        .. Content.Carriers.Select(carrier => $"Reached at: {carrier.Address}"),
        $"Key: {KeyOf(Content)}",
    ];

    private static SignaturePublicKey KeyOf(RequestContent content)
    {
        var purpose = KeyRule.SignatureOf(content.Subject.Kind);
        return SignaturePublicKey.From(content.Keys.Single(key => key.Purpose == purpose).Value)!;
    }
}
