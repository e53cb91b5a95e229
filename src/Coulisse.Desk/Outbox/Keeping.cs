using System.Buffers.Binary;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Outbox;

/// <summary>
/// What our station has taken, until theirs has stored it: were our station's file put back to an old copy, nobody else
/// would have it. Within a bound; what comes beyond it is not kept, so that what is here follows on what theirs has.
/// </summary>
internal sealed class Keeping
{
    /// <summary>The most that is kept.</summary>
    internal const int KeptMax = 16_384;

    /// <summary>The most bytes of it together.</summary>
    internal const long BytesMax = 64 << 20;

    private static readonly Opaque NewestKey = Opaque.CopyOf("newest own entry"u8);

    private readonly IVault vault;
    private readonly SortedDictionary<EntryPlace, (int Bytes, bool IsSubmission, List<RoomId> Commits)> kept = [];
    private WireList<LogProgress> theirs = [];
    private long bytes;

    internal Keeping(IVault vault)
    {
        this.vault = vault;
        Newest = vault.Read<EntryLink>(VaultTable.Desk, NewestKey) ?? EntryLink.Start;
        foreach (var key in vault.Keys(VaultTable.Kept, Opaque.Empty))
        {
            var writing = vault.Read<KeptWriting>(VaultTable.Kept, key)!;
            Count(writing, writing.Envelopes);
        }
    }

    /// <summary>The highest entry of the own log that was given, whoever has it by now.</summary>
    internal EntryLink Newest { get; private set; }

    /// <summary>Everything, in the order of the log.</summary>
    internal IEnumerable<KeptWriting> All => kept.Keys.Select(Of);

    /// <summary>The submissions whose entries were not given yet.</summary>
    internal IReadOnlyList<KeptWriting> Submissions =>
        [.. kept.Where(one => one.Value.IsSubmission).Select(one => Of(one.Key))];

    /// <summary>How many commits of a room their station is not known to have.</summary>
    internal int CommitsOf(RoomId room) => kept.Values.Sum(one => one.Commits.Count(each => each == room));

    /// <summary>Our station took a submission.</summary>
    internal void Taken(Submission submission, Verdict verdict)
    {
        if (!kept.ContainsKey(verdict.Place))
            Keep(new(verdict.Place, verdict.Index, WireValue.Encode(submission), Opaque.Empty),
                submission.Envelopes);
    }

    /// <summary>Our station gave an entry of its own.</summary>
    internal void Given(Entry entry, Opaque bytes)
    {
        Keep(new(entry.Place, 0, Opaque.Empty, bytes), entry.Envelopes);
        if (entry.Place > Newest.Place)
            vault.Write(VaultTable.Desk, NewestKey, Newest = new(entry.Place, Entry.HashOf(bytes)));
    }

    /// <summary>A restored station took a submission once more, elsewhere, or had another word on it.</summary>
    internal void Forget(EntryPlace place)
    {
        if (!kept.Remove(place, out var gone))
            return;
        bytes -= gone.Bytes;
        vault.Remove(VaultTable.Kept, KeyOf(place));
    }

    /// <summary>What their station has need not be kept.</summary>
    internal void Told(LineNews news)
    {
        theirs = news.OtherHas;
        foreach (var place in kept.Keys.Where(IsTheirs).ToList())
            Forget(place);
    }

    private void Keep(KeptWriting writing, IEnumerable<Envelope> envelopes)
    {
        if (IsTheirs(writing.Place))
            return;
        Forget(writing.Place);
        if (kept.Count >= KeptMax || bytes + writing.Bytes > BytesMax)
            return;
        Count(writing, envelopes);
        vault.Write(VaultTable.Kept, KeyOf(writing.Place), writing);
    }

    private void Count(KeptWriting writing, IEnumerable<Envelope> envelopes)
    {
        kept[writing.Place] = (writing.Bytes, writing.IsSubmission, [.. envelopes
            .Where(one => one.Kind == EnvelopeKind.Commit).Select(one => one.Room)]);
        bytes += writing.Bytes;
    }

    private bool IsTheirs(EntryPlace place) => theirs.FirstOrDefault(one => one.Incarnation == place.Incarnation)
        ?.Stored.Contains(place.Sequence) == true;

    private KeptWriting Of(EntryPlace place) => vault.Read<KeptWriting>(VaultTable.Kept, KeyOf(place))!;

    private static Opaque KeyOf(EntryPlace place)
    {
        Span<byte> key = stackalloc byte[12];
        BinaryPrimitives.WriteUInt32BigEndian(key, place.Incarnation);
        BinaryPrimitives.WriteUInt64BigEndian(key[4..], place.Sequence);
        return Opaque.CopyOf(key);
    }
}
