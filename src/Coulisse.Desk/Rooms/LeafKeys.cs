using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Desk.Vault;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Group;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Tree;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Leaves;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// The keys of the own leaf in one room: the delegated signature key, and as long as a welcome is waited for, the
/// package that was given out with its private keys. A package is used once; then its keys are gone.
/// </summary>
internal sealed class LeafKeys : IDisposable
{
    private readonly RoomId room;

    private LeafKeys(RoomId room, SignaturePrivateKey signer, KeyPackageBundle? package) =>
        (this.room, Signer, Package) = (room, signer, package);

    internal SignaturePrivateKey Signer { get; }

    internal KeyPackageBundle? Package { get; private set; }

    internal static LeafKeys Draw(RoomId room, IRandomSource random) =>
        new(room, SignaturePrivateKey.Generate(random), null);

    /// <summary>The credential that delegates to this leaf.</summary>
    internal Credential Credential(DeskIdentity identity) => new Credential.Basic(WireValue.Encode(
        LeafCredential.Delegate(identity.Accreditation, identity.Key, room, Signer.PublicKey)));

    /// <summary>Makes the package that is given out.</summary>
    internal KeyPackage Give(MlsClient client, DeskIdentity identity, Lifetime lifetime)
    {
        Package = KeyPackageBundle.Create(client, identity.Suite, Credential(identity), Signer, lifetime);
        return Package.Package;
    }

    /// <summary>A welcome has named it.</summary>
    internal void UseUp()
    {
        Package?.Dispose();
        Package = null;
    }

    internal static LeafKeys? Load(IVault vault, RoomId room, Ciphersuite suite)
    {
        using var record = vault.Get(VaultTable.LeafKeys, room.Value);
        if (record is null)
            return null;
        var reader = new TlsReader(record.Reveal());
        var signer = SignaturePrivateKey.FromSeed(reader.ReadFixed(SignaturePrivateKey.SeedBytes));
        if (reader.Remaining == 0)
            return new(room, signer, null);
        var package = TlsCodec.Decode<KeyPackage>(reader.ReadVector(64 * 1024));
        var (initKey, leafKey) = (Key(ref reader, suite), Key(ref reader, suite));
        var reference = new KeyPackageRef(suite.MakeKeyPackageRef(package.Encode().Span));
        return new(room, signer, new(package, initKey, leafKey, reference));
    }

    internal void Save(IVault vault)
    {
        using var record = new WipedBuffer();
        var writer = new TlsWriter(record);
        using (var seed = Signer.CopySeed())
            writer.WriteFixed(seed.Reveal());
        if (Package is { } bundle)
        {
            writer.WriteVector(bundle.Package.Encode());
            foreach (var key in (HpkePrivateKey[])[bundle.InitKey, bundle.LeafKey])
            {
                using var secret = key.CopySecret();
                writer.WriteVector(secret.Reveal());
            }
        }
        vault.Put(VaultTable.LeafKeys, room.Value, record.Written);
    }

    public void Dispose()
    {
        Signer.Dispose();
        Package?.Dispose();
    }

    private static HpkePrivateKey Key(ref TlsReader reader, Ciphersuite suite) =>
        HpkePrivateKey.From(suite.Hpke.Kem, reader.ReadVector(4_096))
        ?? throw reader.Refuse(DecodeCode.BadContent, "A private key is not of the suite's length.");
}
