using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Framing;

namespace Coulisse.Mls.Group;

/// <summary>The key under which a welcome's group info is encrypted: RFC 9420 §12.4.3.1.</summary>
internal static class WelcomeKey
{
    internal static void Derive(Ciphersuite suite, SecretBytes welcomeSecret, MessageKey key)
    {
        suite.ExpandWithLabel(welcomeSecret.Reveal(), "key"u8, default, key.Key);
        suite.ExpandWithLabel(welcomeSecret.Reveal(), "nonce"u8, default, key.Nonce);
    }
}
