using Coulisse.Crypto.Hpke;

namespace Coulisse.Mls.Group;

/// <summary>Private keys that a commit brought, until the next epoch takes them; else they are erased.</summary>
internal sealed class FreshKeys : IDisposable
{
    private bool taken;

    internal Dictionary<uint, HpkePrivateKey> ByNode { get; } = [];

    internal IReadOnlyDictionary<uint, HpkePrivateKey> Take()
    {
        taken = true;
        return ByNode;
    }

    public void Dispose()
    {
        foreach (var key in taken ? [] : ByNode.Values.ToArray())
            key.Dispose();
    }
}
