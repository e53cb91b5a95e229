using Coulisse.Crypto.Secrets;

namespace Coulisse.Mls.Ratchets;

/// <summary>A secret that several states share.</summary>
internal sealed class SharedSecret(SecretBytes secret) : Shared
{
    internal SecretBytes Secret => secret;

    internal ReadOnlySpan<byte> Reveal() => secret.Reveal();

    private protected override void Erase() => secret.Dispose();
}
