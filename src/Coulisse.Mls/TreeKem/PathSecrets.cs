using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;

namespace Coulisse.Mls.TreeKem;

/// <summary>From one secret on a path to its key pair and to the next secret up: RFC 9420 §7.4.</summary>
internal static class PathSecrets
{
    internal static HpkePrivateKey NodeKey(Ciphersuite suite, SecretBytes pathSecret)
    {
        using var nodeSecret = suite.DeriveSecret(pathSecret.Reveal(), "node"u8);
        return suite.Hpke.Kem.DeriveKeyPair(nodeSecret.Reveal());
    }

    internal static SecretBytes Next(Ciphersuite suite, SecretBytes pathSecret) =>
        suite.DeriveSecret(pathSecret.Reveal(), "path"u8);
}
