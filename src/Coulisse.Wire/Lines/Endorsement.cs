using System.Buffers;
using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;

namespace Coulisse.Wire.Lines;

/// <summary>
/// A station's signature on one handshake of its own side's desks. A handshake counts only with it, so that a party
/// which cuts a desk off at its station ends that desk's power to bind it.
/// </summary>
/// <remarks><code>
/// struct { opaque line[16]; uint16 side; uint16 kind; opaque room&lt;V&gt;; uint64 epoch;
///          opaque content_hash[32]; } EndorsedContent;   // label "Endorsement"</code></remarks>
public static class Endorsement
{
    /// <summary>The length, in bytes.</summary>
    public const int Bytes = SignaturePublicKey.SignatureBytes;

    private static readonly SignatureLabel Label = SignatureLabel.For("Endorsement");

    /// <summary>The envelope with the endorsement of its side's station.</summary>
    /// <exception cref="ArgumentException">It is no handshake.</exception>
    public static Envelope Give(Envelope envelope, LineId line, Side side, SignaturePrivateKey station)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(station);
        if (!envelope.Kind.IsEndorsed())
            throw new ArgumentException("Only a handshake is endorsed.", nameof(envelope));
        return envelope with { Endorsement = station.SignWithLabel(Label, Content(envelope, line, side)) };
    }

    /// <summary>Whether an envelope needs none, or has that of this station.</summary>
    public static bool IsGood(Envelope envelope, LineId line, Side side, SignaturePublicKey station) =>
        IsGood(envelope, line, side, [station]);

    /// <summary>The same, with any of the keys that the station has had: what it endorsed before it was renewed
    /// counts for whoever reads it afterwards.</summary>
    public static bool IsGood(
        Envelope envelope, LineId line, Side side, IReadOnlyCollection<SignaturePublicKey> station)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(station);
        return !envelope.Kind.IsEndorsed() || station.Any(key =>
            key.VerifyWithLabel(Label, Content(envelope, line, side), envelope.Endorsement.Span));
    }

    private static ReadOnlySpan<byte> Content(Envelope envelope, LineId line, Side side)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new TlsWriter(bytes);
        line.Write(writer);
        writer.WriteUInt16((ushort)side);
        writer.WriteUInt16((ushort)envelope.Kind);
        writer.WriteVector(envelope.Room.Value);
        writer.WriteUInt64(envelope.Epoch);
        writer.WriteFixed(SHA256.HashData(envelope.Content.Span));
        return bytes.WrittenSpan;
    }
}
