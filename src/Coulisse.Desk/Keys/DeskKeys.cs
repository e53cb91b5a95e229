using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Tls;

namespace Coulisse.Desk.Keys;

/// <summary>A desk's own keys and the party whose desk it is: one record of its vault.</summary>
/// <remarks><c>protocol/vault.md</c>: <code>
/// struct { uint16 version = 1; opaque party&lt;V&gt;; opaque seal_public_key[32]; Subject subject;
///          opaque delegation_seed[32]; opaque emergency[32]; opaque emergency_typed[32]; opaque tls_pkcs8&lt;V&gt;; }
/// DeskKeys;</code></remarks>
internal sealed class DeskKeys : IDisposable
{
    private const ushort Version = 1;
    private const int SecretBytesEach = 32;

    private static readonly Opaque RecordKey = Opaque.CopyOf("keys"u8);

    private DeskKeys(PartyMark party, Subject subject, SignaturePrivateKey delegation, HpkePrivateKey emergency,
        HpkePrivateKey typed, TlsIdentity tls) =>
        (Party, Subject, Delegation, Emergency, Typed, Tls) = (party, subject, delegation, emergency, typed, tls);

    /// <summary>The own party, by the seal that was given by hand.</summary>
    internal PartyMark Party { get; }

    internal Subject Subject { get; }

    /// <summary>With which it delegates the keys of its leaves.</summary>
    internal SignaturePrivateKey Delegation { get; }

    /// <summary>For the emergency lane in files.</summary>
    internal HpkePrivateKey Emergency { get; }

    /// <summary>For the emergency lane, typed.</summary>
    internal HpkePrivateKey Typed { get; }

    /// <summary>What it shows its station.</summary>
    internal TlsIdentity Tls { get; }

    internal static DeskKeys Generate(PartyMark party, IRandomSource random) => new(party,
        Subject.Draw(SubjectKind.Desk, random), SignaturePrivateKey.Generate(random),
        HpkePrivateKey.Generate(Kem.XWing, random), HpkePrivateKey.Generate(Kem.X25519, random),
        TlsIdentity.Generate());

    /// <summary>The keys that a vault holds; null if it holds none.</summary>
    internal static DeskKeys? Load(IVault vault)
    {
        using var record = vault.Get(VaultTable.Keys, RecordKey);
        return record is null ? null : Read(record.Reveal());
    }

    /// <summary>Puts them into a vault; the caller commits.</summary>
    internal void Save(IVault vault)
    {
        using var record = new WipedBuffer();
        var writer = new TlsWriter(record);
        writer.WriteUInt16(Version);
        writer.WriteVector(System.Text.Encoding.UTF8.GetBytes(Party.Party));
        writer.WriteFixed(Party.Seal.Key.Value.Span);
        Subject.Write(writer);
        using (var seed = Delegation.CopySeed())
            writer.WriteFixed(seed.Reveal());
        foreach (var key in (HpkePrivateKey[])[Emergency, Typed])
        {
            using var secret = key.CopySecret();
            writer.WriteFixed(secret.Reveal());
        }
        using (var tls = Tls.CopyPkcs8())
            writer.WriteVector(tls.Reveal());
        vault.Put(VaultTable.Keys, RecordKey, record.Written);
    }

    /// <summary>What it asks its party's seal for.</summary>
    internal AccreditationRequest Request() => AccreditationRequest.Sign(new(Party.Party, Subject,
        [
            new(KeyPurpose.DeskDelegation, Delegation.PublicKey.Value),
            new(KeyPurpose.DeskEmergency, Emergency.PublicKey.Value),
            new(KeyPurpose.DeskEmergencyTyped, Typed.PublicKey.Value),
        ], []), Delegation);

    /// <summary>What it gives its party's station.</summary>
    internal DeskEnrolment Enrolment() => DeskEnrolment.Sign(Party.Party, Subject, Tls.PinOfKey, Delegation);

    /// <summary>Whether an accreditation is of this desk with this key.</summary>
    internal bool AreOf(Sealed<Accreditation> accreditation) => accreditation.By == Party
        && accreditation.Content.Subject == Subject && accreditation.Content.SignatureKey == Delegation.PublicKey;

    /// <inheritdoc/>
    public void Dispose()
    {
        Delegation.Dispose();
        Emergency.Dispose();
        Typed.Dispose();
        Tls.Dispose();
    }

    private static DeskKeys Read(ReadOnlySpan<byte> record)
    {
        var reader = new TlsReader(record);
        if (reader.ReadUInt16() != Version)
            throw reader.Refuse(DecodeCode.UnknownValue, "The vault was written by another version.");
        var party = System.Text.Encoding.UTF8.GetString(reader.ReadVector(PartyRules.NameBytesMax));
        var seal = SignaturePublicKey.From(Opaque.CopyOf(reader.ReadFixed(SignaturePublicKey.KeyBytes)))!;
        var subject = Subject.Read(ref reader);
        var delegation = SignaturePrivateKey.FromSeed(reader.ReadFixed(SecretBytesEach));
        var emergency = HpkePrivateKey.From(Kem.XWing, reader.ReadFixed(SecretBytesEach))!;
        var typed = HpkePrivateKey.From(Kem.X25519, reader.ReadFixed(SecretBytesEach))!;
        var tls = TlsIdentity.FromPkcs8(reader.ReadVector(TlsIdentity.KeyBytesMax))
            ?? throw reader.Refuse(DecodeCode.BadContent, "The vault holds no key for the way to the station.");
        reader.End();
        return new(new(party, new(seal)), subject, delegation, emergency, typed, tls);
    }
}
