using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Desk.Vault.Sqlite;

/// <summary>What a row holds from the next commit on; the vault disposes its record.</summary>
internal sealed class UnsealedRow(VaultTable table, Opaque key, ulong number, bool isNew, SecretBytes record)
{
    /// <summary>Whether the file has no such row yet.</summary>
    internal bool IsNew => isNew;

    internal VaultTable Table => table;

    internal Opaque Key => key;

    internal ulong Number => number;

    internal SecretBytes Record => record;
}
