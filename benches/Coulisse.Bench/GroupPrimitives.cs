using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;

namespace Coulisse.Bench;

/// <summary>
/// What operations of a flat group cannot do without: public key operations only, so that a ratio says how much
/// hashing,
/// encoding and copying cost beside them.
/// </summary>
internal sealed class GroupPrimitives : IDisposable
{
    private readonly Ciphersuite suite;
    private readonly int members;
    private readonly int levels;
    private readonly SystemRandom random = new();
    private readonly SignaturePrivateKey signer;
    private readonly HpkePrivateKey key;
    private readonly HpkeCiphertext sealedSecret;
    private readonly byte[] signed = new byte[400];
    private readonly byte[] signature = new byte[SignaturePublicKey.SignatureBytes];
    private readonly byte[] info = new byte[200];
    private readonly byte[] secret;

    internal GroupPrimitives(Ciphersuite suite, int members)
    {
        (this.suite, this.members) = (suite, members);
        levels = (int)Math.Ceiling(Math.Log2(members));
        signer = SignaturePrivateKey.Generate(random);
        key = HpkePrivateKey.Generate(suite.Hpke.Kem, random);
        secret = new byte[suite.Hash.HashBytes];
        signer.Sign(signed, signature);
        sealedSecret = Seal();
    }

    /// <summary>A commit: a key pair for the leaf and each level, a seal for each other member, two
    /// signatures.</summary>
    internal void Commit()
    {
        Derive(levels + 1);
        for (var left = members - 1; left > 0; left--)
            Seal();
        signer.Sign(signed, signature);
        signer.Sign(signed, signature);
    }

    /// <summary>A commit where no node is blank: a key pair and a seal for each level, two signatures.</summary>
    internal void WarmCommit()
    {
        Derive(levels + 1);
        for (var left = levels; left > 0; left--)
            Seal();
        signer.Sign(signed, signature);
        signer.Sign(signed, signature);
    }

    /// <summary>A join: each leaf's signature and the group info's, the welcome's secrets, the path from its
    /// secret.</summary>
    internal void Join()
    {
        for (var left = members + 1; left > 0; left--)
            Verify();
        Open();
        Derive(levels);
    }

    /// <summary>Processing a commit: two signatures, one opened secret, the path above from it.</summary>
    internal void Process()
    {
        Verify();
        Verify();
        Open();
        Derive(levels);
    }

    public void Dispose()
    {
        signer.Dispose();
        key.Dispose();
    }

    private HpkeCiphertext Seal() => suite.Hpke.Seal(key.PublicKey, info, default, secret, random)!;

    private void Open() => suite.Hpke.Open(key, info, default, sealedSecret)!.Dispose();

    private void Derive(int times)
    {
        for (var left = times; left > 0; left--)
            suite.Hpke.Kem.DeriveKeyPair(secret).Dispose();
    }

    private void Verify()
    {
        if (!SignaturePublicKey.Verify(signer.PublicKey.Value.Span, signed, signature))
            throw new InvalidOperationException("A signature of ours does not hold.");
    }
}
