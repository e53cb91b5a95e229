using Coulisse.Crypto.Hpke;
using Coulisse.Mls.Ratchets;

namespace Coulisse.Mls.TreeKem;

/// <summary>A private key that several states of a group hold; the last to let go erases it.</summary>
internal sealed class SharedHpkeKey(HpkePrivateKey key) : Shared
{
    internal HpkePrivateKey Key => key;

    private protected override void Erase() => key.Dispose();
}
