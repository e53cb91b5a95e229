using System.Buffers.Binary;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Passphrases;
using Coulisse.Crypto.Secrets;
using Microsoft.Data.Sqlite;

namespace Coulisse.Desk.Vault.Sqlite;

/// <summary>
/// A vault in one file, under a passphrase. The file shows how many records there are, how long each is, and which were
/// written together; neither what they are nor what they are called. Taking one row back to an earlier state, leaving
/// one out or exchanging two is noticed; taking the whole file back is another mechanism's business.
/// </summary>
/// <remarks><c>protocol/vault.md</c>. What the disk refuses throws <see cref="SqliteException"/>.</remarks>
internal sealed class SealedVault : IVault
{
    internal const int HeaderId = 1;
    private const int SumId = 2;
    private const int SqliteError = 1;
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteCorrupt = 11;
    private const int SqliteNotADatabase = 26;
    private const ulong NumbersApart = 1 << 20; // more than one transaction ever writes

    private static readonly Opaque NoName = Opaque.Zeros(RecordSeal.NameBytes);

    private readonly VaultDatabase database;
    private readonly SecretBytes root;
    private readonly RecordSeal seal;
    private readonly IRandomSource random;
    private readonly VaultIndex index;
    private readonly Dictionary<Opaque, UnsealedRow> unsealed = []; // by name, until the commit
    private ulong lastNumber;

    private SealedVault(VaultDatabase database, SecretBytes root, IRandomSource random)
    {
        (this.database, this.root, this.random) = (database, root, random);
        seal = new(root, random);
        index = new(seal);
    }

    /// <summary>Its file.</summary>
    internal VaultDatabase Database => database;

    /// <summary>A new, empty vault; never in place of a file.</summary>
    /// <exception cref="IOException">The file exists, or cannot be made.</exception>
    internal static SealedVault Create(
        string file, Passphrase passphrase, Argon2Parameters cost, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(passphrase);
        var vault = new SealedVault(
            VaultDatabase.Create(file), SecretBytes.Random(VaultHeader.RootBytes, random), random);
        vault.database.SetContent(HeaderId, VaultHeader.Write(vault.root, passphrase, cost, random));
        vault.Commit();
        return vault;
    }

    /// <summary>Opens a vault; whatever the file holds, the answer is a result.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="ask">Asked for the passphrase once the file has turned out to be a vault that nobody has open; what
    /// it gives is disposed here.</param>
    /// <param name="random">For nonces.</param>
    /// <exception cref="InsufficientMemoryException">The machine has not the memory that the vault asks
    /// for.</exception>
    internal static VaultOpening Open(string file, Func<Passphrase> ask, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(ask);
        if (!File.Exists(file))
            return Refused(VaultRefusal.Missing);
        VaultDatabase? opening = null;
        SealedVault? vault = null;
        try
        {
            opening = VaultDatabase.Open(file, out var why);
            if (opening is null)
                return Refused(why);
            if (!opening.HasOnlyOurSchema())
                return Refused(VaultRefusal.Damaged);
            var header = opening.Content(HeaderId);
            if (VaultHeader.RefusalOf(header) is { } refusal)
                return Refused(refusal);
            using var passphrase = ask();
            if (VaultHeader.Open(header, passphrase) is not { } root)
                return Refused(VaultRefusal.WrongPassphrase);
            vault = new SealedVault(opening, root, random);
            opening = null; // the vault's from here on
            if (!vault.Load())
                return Refused(VaultRefusal.Damaged);
            var opened = new VaultOpening.Opened(vault);
            vault = null;
            return opened;
        }
        catch (SqliteException failure) when (Of(failure) is { } refusal)
        {
            return Refused(refusal);
        }
        finally
        {
            opening?.Dispose();
            vault?.Dispose();
        }
    }

    /// <summary>Keeps the root key under another passphrase; no record is touched.</summary>
    internal void ChangePassphrase(Passphrase passphrase, Argon2Parameters cost)
    {
        database.SetContent(HeaderId, VaultHeader.Write(root, passphrase, cost, random));
        Commit();
    }

    /// <inheritdoc/>
    public SecretBytes? Get(VaultTable table, Opaque key)
    {
        if (index.Find(table, key) is not { } place)
            return null;
        var (name, number) = (place.Name, place.Number);
        if (unsealed.TryGetValue(name, out var written))
            return SecretBytes.CopyOf(written.Record.Reveal());
        return database.Get(name) is var (kept, record) && kept == number
            && seal.Open(RowPart.Record, name, number, record) is { } content
                ? content : throw new VaultDamagedException(table);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Opaque> Keys(VaultTable table, Opaque prefix) => index.Keys(table, prefix);

    /// <inheritdoc/>
    public void Put(VaultTable table, Opaque key, ReadOnlySpan<byte> record)
    {
        // Sealed once, as it is at the commit: a step after step changes the same few records.
        var place = index.Find(table, key);
        var name = place?.Name ?? seal.NameOf(table, key);
        if (unsealed.Remove(name, out var earlier))
            earlier.Record.Dispose();
        else
            index.Set(table, key, name, ++lastNumber);
        unsealed[name] = new(table, key, earlier?.Number ?? lastNumber, earlier?.IsNew ?? place is null,
            SecretBytes.CopyOf(record));
    }

    /// <inheritdoc/>
    public void Remove(VaultTable table, Opaque key)
    {
        if (index.Find(table, key) is not { Name: var name })
            return;
        if (unsealed.Remove(name, out var written))
            written.Record.Dispose();
        database.Remove(name);
        index.Set(table, key, name, null);
    }

    /// <inheritdoc/>
    public void Commit(Erasure erasure = Erasure.Now)
    {
        if (unsealed.Count == 0 && !database.IsWriting)
        {
            if (erasure == Erasure.Now && database.HasLog)
                database.EmptyLog();
            return;
        }
        Seal();
        Span<byte> sum = stackalloc byte[8 + RecordSeal.CodeBytes];
        BinaryPrimitives.WriteUInt64BigEndian(sum, lastNumber);
        index.Sum.CopyTo(sum[8..]);
        database.SetContent(SumId, seal.Seal(RowPart.Sum, NoName, 0, sum));
        database.Commit(erasure);
        index.Committed();
    }

    /// <inheritdoc/>
    public void Undo()
    {
        Wipe();
        database.Undo();
        index.Undo(); // the numbers are used up: none is given twice
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Wipe();
        seal.Dispose();
        root.Dispose();
        database.Dispose();
    }

    private void Seal()
    {
        Span<byte> kept = stackalloc byte[2];
        foreach (var (name, row) in unsealed)
        {
            var record = seal.Seal(RowPart.Record, name, row.Number, row.Record.Reveal());
            BinaryPrimitives.WriteUInt16BigEndian(kept, (ushort)row.Table);
            if (row.IsNew)
                database.Add(name, row.Number, seal.Seal(RowPart.Key, name, 0, [.. kept, .. row.Key.Span]), record);
            else if (!database.Replace(name, row.Number, record))
                throw new VaultDamagedException(row.Table);
        }
        Wipe();
    }

    private void Wipe()
    {
        foreach (var written in unsealed.Values)
            written.Record.Dispose();
        unsealed.Clear();
    }

    // Every row's key opens, and all together they are what was summed up at the last commit.
    private bool Load()
    {
        foreach (var row in database.Rows())
        {
            if (row.Name.Length != RecordSeal.NameBytes)
                return false;
            using var kept = seal.Open(RowPart.Key, row.Name, 0, row.Key.Span);
            if (kept is null || kept.Length < 2)
                return false;
            var table = (VaultTable)BinaryPrimitives.ReadUInt16BigEndian(kept.Reveal());
            index.Set(table, Opaque.CopyOf(kept.Reveal()[2..]), row.Name, row.Number);
        }
        using var sum = seal.Open(RowPart.Sum, NoName, 0, database.Content(SumId));
        if (sum is null || !sum.Reveal()[8..].SequenceEqual(index.Sum))
            return false;
        lastNumber = BinaryPrimitives.ReadUInt64BigEndian(sum.Reveal()) + NumbersApart; // beyond what a crash cut off
        index.Committed();
        database.EmptyLog();
        return true;
    }

    private static VaultRefusal? Of(SqliteException failure) => failure.SqliteErrorCode switch
    {
        SqliteBusy or SqliteLocked => VaultRefusal.InUse,
        SqliteNotADatabase => VaultRefusal.NotAVault,
        SqliteError or SqliteCorrupt => VaultRefusal.Damaged,
        _ => null,
    };

    private static VaultOpening.Refused Refused(VaultRefusal why) => new(why);
}
