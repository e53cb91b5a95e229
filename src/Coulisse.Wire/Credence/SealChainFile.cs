using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Storage;

namespace Coulisse.Wire.Credence;

/// <summary>
/// The file beside a key file that holds everything the seal ever signed, in order. Appended only; an entry is on
/// the disk before anyone sees it; locked while open, so that two signings can never continue the chain at once.
/// </summary>
/// <remarks>
/// An incomplete last record is what a crash while signing leaves. It is never passed over: the chain stays closed
/// until <see cref="SetTornTailAside"/> was called by a person's decision, which keeps the bytes in a file of their
/// own.
/// </remarks>
public sealed class SealChainFile : IDisposable
{
    /// <summary>The largest chain file, in bytes: some 200,000 entries.</summary>
    public const long BytesMax = 64 * 1024 * 1024;

    private readonly FileStream file;
    private ImmutableArray<SealEntry> entries;
    private bool unsure;

    private SealChainFile(FileStream file, ImmutableArray<SealEntry> entries)
    {
        this.file = file;
        this.entries = entries;
    }

    /// <summary>Every entry, the first one first.</summary>
    public ImmutableArray<SealEntry> Entries => entries;

    /// <summary>The number and hash of the last entry.</summary>
    public ChainHead Head => ChainHead.After(entries.IsEmpty ? null : entries[^1]);

    /// <summary>Whether the seal named its successor: then nothing is ever added.</summary>
    public bool HasEnded => !entries.IsEmpty && entries[^1].Content.Kind == SealEntryKind.Succession;

    /// <summary>Starts the chain of a new seal: a new file, mode 0600.</summary>
    /// <exception cref="IOException">The file exists already.</exception>
    public static void Create(string path, Seal seal)
    {
        ArgumentNullException.ThrowIfNull(seal);
        DurableFile.CreatePrivate(path, SealChainRecords.Header(seal.Party, seal.PublicKey));
    }

    /// <summary>Opens and locks the chain of a seal, every signature and link verified.</summary>
    public static SealChainOpening Open(string path, string party, SealPublicKey key)
    {
        var (file, refusal) = Lock(path);
        if (file is null)
            return new SealChainOpening.Refused(refusal!.Value, 0);
        var (entries, end, trouble) = Read(file, party, key);
        if (trouble is null)
            return new SealChainOpening.Opened(new SealChainFile(file, entries));
        file.Dispose();
        return new SealChainOpening.Refused(trouble.Value, end);
    }

    /// <summary>
    /// Moves an incomplete last record into a file beside the chain and gives that file's path; null when the chain
    /// ends well (or cannot be opened for another reason, which <see cref="Open"/> will say).
    /// </summary>
    public static string? SetTornTailAside(string path, string party, SealPublicKey key)
    {
        var (file, _) = Lock(path);
        if (file is null)
            return null;
        using (file)
        {
            var (_, end, trouble) = Read(file, party, key);
            if (trouble != SealChainRefusal.TornTail)
                return null;
            var torn = new byte[file.Length - end];
            file.Position = end;
            file.ReadExactly(torn);
            var aside = $"{path}.torn-{end}";
            for (var copy = 2; File.Exists(aside); copy++)
                aside = $"{path}.torn-{end}-{copy}";
            DurableFile.CreatePrivate(aside, torn);
            file.SetLength(end);
            file.Flush(flushToDisk: true);
            return aside;
        }
    }

    /// <summary>
    /// Signs the next entry and returns it once it is on the disk. The same kind and body as an entry already in the
    /// chain gives that entry back, so that a signing repeated after a crash never signs twice.
    /// </summary>
    /// <exception cref="IOException">The disk failed; open the chain again to learn what it holds.</exception>
    /// <exception cref="InvalidOperationException">The chain <see cref="HasEnded"/>.</exception>
    public SealEntry Continue(Seal seal, SealEntryKind kind, Opaque body, DateTimeOffset claimedAt)
    {
        ArgumentNullException.ThrowIfNull(seal);
        if (Known(kind, body) is { } known)
            return known;
        if (unsure)
            throw new IOException("An earlier write to the seal's chain failed; open the chain again.");
        if (HasEnded)
            throw new InvalidOperationException("A seal that named its successor signs nothing more.");
        var next = seal.Sign(Next(seal, kind, body, claimedAt));
        Append(next);
        entries = entries.Add(next);
        return next;
    }

    /// <summary>What <see cref="Continue"/> would sign, or signed.</summary>
    internal SealEntryContent Next(Seal seal, SealEntryKind kind, Opaque body, DateTimeOffset claimedAt) =>
        Known(kind, body)?.Content ?? new(seal.Party, seal.PublicKey, Head.Number + 1, Head.Hash, kind,
            WholeSeconds(claimedAt), body);

    /// <summary>Closes the file and gives up the lock.</summary>
    public void Dispose() => file.Dispose();

    private static (FileStream? File, SealChainRefusal? Refusal) Lock(string path)
    {
        try
        {
            return (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None), null);
        }
        catch (FileNotFoundException)
        {
            return (null, SealChainRefusal.Missing);
        }
        catch (IOException failure) when (IsInUse(failure))
        {
            return (null, SealChainRefusal.InUse);
        }
    }

    // .NET reports a lock held by another as the raw EWOULDBLOCK (Linux 11, macOS 35) or Windows' sharing violation.
    private static bool IsInUse(IOException failure) => failure.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static (ImmutableArray<SealEntry> Entries, long End, SealChainRefusal? Trouble) Read(
        FileStream file, string party, SealPublicKey key)
    {
        if (file.Length > BytesMax)
            return ([], 0, SealChainRefusal.Full);
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        return SealChainRecords.Read(bytes, party, key);
    }

    private SealEntry? Known(SealEntryKind kind, Opaque body) =>
        entries.FirstOrDefault(entry => entry.Content.Kind == kind && entry.Content.Body == body);

    private static DateTimeOffset WholeSeconds(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());

    private void Append(SealEntry entry)
    {
        unsure = true; // Until the disk has it; a failed flush is never tried again as if it could still succeed.
        file.Position = file.Length;
        file.Write(SealChainRecords.Record(entry, file.Position));
        file.Flush(flushToDisk: true);
        unsure = false;
    }
}
