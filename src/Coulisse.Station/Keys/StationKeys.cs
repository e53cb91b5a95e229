using System.Security.Cryptography;
using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Tls;

namespace Coulisse.Station.Keys;

/// <summary>
/// A station's private keys, and the party whose station it is: one file of mode 0600, since a station starts without
/// anybody at it. Nobody who has them reads a word; what they can do is in <c>threats.md</c>.
/// </summary>
/// <remarks><c>protocol/line.md</c>: <code>
/// struct { opaque magic[16]; uint16 version = 1; opaque party&lt;V&gt;; opaque seal_public_key[32]; Subject subject;
///          opaque endorsement_seed[32]; opaque line[32]; opaque bundles[32]; opaque tls_pkcs8&lt;V&gt;;
///          opaque check[32]; } StationKeys;       // check: SHA-256 of all before it</code></remarks>
internal sealed class StationKeys : IDisposable
{
    /// <summary>The largest file, in bytes.</summary>
    internal const int BytesMax = 2_048;

    private const ushort Version = 1;
    private const int CheckBytes = 32;
    private const int SecretBytesEach = 32;

    private StationKeys(PartyMark party, Subject subject, SignaturePrivateKey endorsement, HpkePrivateKey line,
        HpkePrivateKey bundles, TlsIdentity tls) =>
        (Party, Subject, Endorsement, Line, Bundles, Tls) = (party, subject, endorsement, line, bundles, tls);

    /// <summary>The own party, by the seal that was given by hand.</summary>
    internal PartyMark Party { get; }

    internal Subject Subject { get; }

    internal SignaturePrivateKey Endorsement { get; }

    internal HpkePrivateKey Line { get; }

    internal HpkePrivateKey Bundles { get; }

    internal TlsIdentity Tls { get; }

    private static ReadOnlySpan<byte> Magic => "COULISSE STATION"u8;

    internal static StationKeys Generate(PartyMark party, IRandomSource random) =>
        Generate(party, Subject.Draw(SubjectKind.Station, random), random);

    /// <summary>New keys for the same station.</summary>
    internal StationKeys Renewed(IRandomSource random) => Generate(Party, Subject, random);

    private static StationKeys Generate(PartyMark party, Subject subject, IRandomSource random) => new(party,
        subject, SignaturePrivateKey.Generate(random),
        HpkePrivateKey.Generate(Kem.X25519, random), HpkePrivateKey.Generate(Kem.XWing, random),
        TlsIdentity.Generate());

    /// <summary>The keys in a file, or why it holds none.</summary>
    internal static StationKeysReading Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Magic))
            return new StationKeysReading.NotKeys();
        try
        {
            var reader = new TlsReader(file);
            reader.ReadFixed(Magic.Length);
            if (reader.ReadUInt16() != Version)
                return new StationKeysReading.OtherVersion();
            if (file.Length < CheckBytes
                || !SHA256.HashData(file[..^CheckBytes]).AsSpan().SequenceEqual(file[^CheckBytes..]))
                return new StationKeysReading.Damaged();
            return Read(ref reader) is { } keys ? new StationKeysReading.Read(keys) : new StationKeysReading.Damaged();
        }
        catch (DecodeException)
        {
            return new StationKeysReading.Damaged();
        }
    }

    /// <summary>The file; the caller disposes it.</summary>
    internal WipedBuffer Write()
    {
        var file = new WipedBuffer();
        var writer = new TlsWriter(file);
        writer.WriteFixed(Magic);
        writer.WriteUInt16(Version);
        writer.WriteVector(Encoding.UTF8.GetBytes(Party.Party));
        writer.WriteFixed(Party.Seal.Key.Value.Span);
        Subject.Write(writer);
        using (var seed = Endorsement.CopySeed())
            writer.WriteFixed(seed.Reveal());
        using (var line = Line.CopySecret())
            writer.WriteFixed(line.Reveal());
        using (var bundles = Bundles.CopySecret())
            writer.WriteFixed(bundles.Reveal());
        using (var tls = Tls.CopyPkcs8())
            writer.WriteVector(tls.Reveal());
        writer.WriteFixed(SHA256.HashData(file.Written));
        return file;
    }

    /// <summary>What it asks its party's seal for.</summary>
    internal AccreditationRequest Request(CarrierAddress address) => AccreditationRequest.Sign(
        new(Party.Party, Subject,
        [
            new(KeyPurpose.StationTlsPin, Tls.PinOfKey),
            new(KeyPurpose.StationEndorsement, Endorsement.PublicKey.Value),
            new(KeyPurpose.StationLine, Line.PublicKey.Value),
            new(KeyPurpose.StationBundles, Bundles.PublicKey.Value),
        ], [address]), Endorsement);

    /// <summary>Whether an accreditation is of this station with these keys.</summary>
    internal bool AreOf(Sealed<Accreditation> accreditation) => accreditation.By == Party
        && accreditation.Content.Subject == Subject
        && accreditation.Content.SignatureKey == Endorsement.PublicKey
        && accreditation.Content.KeysFor(KeyPurpose.StationLine).Contains(Line.PublicKey.Value)
        && accreditation.Content.KeysFor(KeyPurpose.StationTlsPin).Contains(Tls.PinOfKey);

    /// <inheritdoc/>
    public void Dispose()
    {
        Endorsement.Dispose();
        Line.Dispose();
        Bundles.Dispose();
        Tls.Dispose();
    }

    private static StationKeys? Read(ref TlsReader reader)
    {
        var party = Encoding.UTF8.GetString(reader.ReadVector(PartyRules.NameBytesMax));
        var seal = SignaturePublicKey.From(Opaque.CopyOf(reader.ReadFixed(SignaturePublicKey.KeyBytes)))!;
        var subject = Subject.Read(ref reader);
        var endorsement = SignaturePrivateKey.FromSeed(reader.ReadFixed(SecretBytesEach));
        var line = HpkePrivateKey.From(Kem.X25519, reader.ReadFixed(SecretBytesEach))!;
        var bundles = HpkePrivateKey.From(Kem.XWing, reader.ReadFixed(SecretBytesEach))!;
        var tls = TlsIdentity.FromPkcs8(reader.ReadVector(TlsIdentity.KeyBytesMax));
        reader.ReadFixed(CheckBytes);
        reader.End();
        return tls is null ? null : new(new(party, new(seal)), subject, endorsement, line, bundles, tls);
    }
}
