using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Desk.Vault;

/// <summary>
/// Where a desk keeps what it must not lose and nobody else may read. Everything between two commits is one
/// transaction; after <see cref="Commit"/> returns it is on the disk.
/// </summary>
/// <remarks>One thread at a time. An implementation seals each record by itself.</remarks>
public interface IVault : IDisposable
{
    /// <summary>A record, which the caller disposes; null if there is none.</summary>
    SecretBytes? Get(VaultTable table, Opaque key);

    /// <summary>The keys of a table that begin so, ascending.</summary>
    IReadOnlyList<Opaque> Keys(VaultTable table, Opaque prefix);

    /// <summary>In place of the earlier record.</summary>
    void Put(VaultTable table, Opaque key, ReadOnlySpan<byte> record);

    /// <summary>Nothing, if there is none.</summary>
    void Remove(VaultTable table, Opaque key);

    /// <summary>Makes everything since the last commit durable.</summary>
    /// <param name="erasure">When what was replaced or removed is to be in no file any more.</param>
    void Commit(Erasure erasure = Erasure.Now);

    /// <summary>Undoes everything since the last commit.</summary>
    void Undo();
}

/// <summary>When what a commit replaces or removes is gone from the disk.</summary>
public enum Erasure
{
    /// <summary>When the commit returns.</summary>
    Now,

    /// <summary>With the next commit that says so, or before: it holds nothing that must not be read again.</summary>
    Later,
}
