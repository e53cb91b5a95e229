using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;

namespace Coulisse.Wire.Credence;

/// <summary>
/// A party's chain as another desk has come to know it. Entries arrive by stations, in any order; heads arrive inside
/// room messages, which no station can change. What the heads name and the entries lack was withheld.
/// </summary>
public sealed record KnownChain
{
    /// <summary>The highest number that is taken: more than a chain file can hold.</summary>
    public const int EntriesMax = 400_000;

    private const int NamedMax = 256;

    private KnownChain(PartyMark of) => Of = of;

    /// <summary>Whose chain.</summary>
    public PartyMark Of { get; }

    /// <summary>The highest head that was named.</summary>
    public ChainHead Heard { get; private init; } = ChainHead.None;

    private ImmutableSortedDictionary<ulong, SealEntry> Entries { get; init; } =
        ImmutableSortedDictionary<ulong, SealEntry>.Empty;

    private ImmutableSortedDictionary<ulong, Recall> Recalls { get; init; } =
        ImmutableSortedDictionary<ulong, Recall>.Empty;

    private ImmutableSortedSet<ulong> OpenRecalls { get; init; } = [];

    // Heads whose entry has not arrived: what was named must turn out to be what is shown.
    private ImmutableSortedDictionary<ulong, Opaque> Named { get; init; } =
        ImmutableSortedDictionary<ulong, Opaque>.Empty;

    private ulong Highest { get; init; }

    private ulong? End { get; init; }

    private bool HasFork { get; init; }

    /// <summary>Nothing known yet.</summary>
    public static KnownChain Empty(PartyMark of) => new(of);

    /// <summary>An entry whose content did not come along, as a statement's.</summary>
    public ChainTaking After(SealEntry arrived)
    {
        ArgumentNullException.ThrowIfNull(arrived);
        if (arrived.Content.Key != Of.Seal || arrived.Content.Party != Of.Party)
            return new ChainTaking.AnotherSeals();
        if (arrived.Content.Number > EntriesMax)
            return new ChainTaking.Full();
        if (Contradicted(arrived) is { } known)
            return new ChainTaking.Forked(known, arrived);
        return new ChainTaking.Taken(With(arrived));
    }

    /// <summary>A recall with its content.</summary>
    public ChainTaking After(Sealed<Recall> arrived)
    {
        ArgumentNullException.ThrowIfNull(arrived);
        return After(arrived.Entry) switch
        {
            ChainTaking.Taken taken => new ChainTaking.Taken(taken.Next with
            {
                Recalls = taken.Next.Recalls.SetItem(arrived.Number, arrived.Content),
                OpenRecalls = taken.Next.OpenRecalls.Remove(arrived.Number),
            }),
            var other => other,
        };
    }

    /// <summary>A head that a desk of the party named in a message.</summary>
    public KnownChain After(ChainHead named)
    {
        ArgumentNullException.ThrowIfNull(named);
        var isOpen = named.Number > 0 && !Entries.ContainsKey(named.Number);
        var contradicts =
            !Agrees(named) || (Named.TryGetValue(named.Number, out var earlier) && earlier != named.Hash);
        return this with
        {
            Heard = named.Number > Heard.Number ? named : Heard,
            Named = isOpen && Named.Count < NamedMax ? Named.SetItem(named.Number, named.Hash) : Named,
            HasFork = HasFork || contradicts,
        };
    }

    /// <summary>Of two entries that cannot both stand in it, one is here: it can be relied on no more.</summary>
    public KnownChain AsForked() => this with { HasFork = true };

    /// <summary>The highest head that an entry here or a message has shown.</summary>
    public ChainHead Last => Entries.Count > 0 && Highest > Heard.Number ? ChainHead.After(Entries[Highest]) : Heard;

    /// <summary>What the heads and the entries say of each other.</summary>
    public HeadStanding Standing => HasFork ? HeadStanding.Forked
        : Missing == 0 && OpenRecalls.IsEmpty ? HeadStanding.Whole
        : HeadStanding.Withheld;

    /// <summary>How many entries have not arrived, up to the highest number that is known to exist.</summary>
    public ulong Missing => Math.Max(Heard.Number, Highest) - (ulong)Entries.Count;

    /// <summary>The numbers of recalls whose content has not arrived, the first one first.</summary>
    public ImmutableArray<ulong> RecallsWithoutContent => [.. OpenRecalls];

    /// <summary>Whether the seal named its successor.</summary>
    public bool HasEnded => End is not null;

    /// <summary>Whether a recall of this accreditation is known.</summary>
    public bool IsRecalled(Sealed<Accreditation> accreditation)
    {
        ArgumentNullException.ThrowIfNull(accreditation);
        return Recalls.Values.Any(recall =>
            recall.Serial == accreditation.Number && recall.Accreditation == accreditation.Entry.Hash());
    }

    private bool Agrees(ChainHead head) =>
        !Entries.TryGetValue(head.Number, out var entry) || entry.Hash() == head.Hash;

    private KnownChain With(SealEntry arrived)
    {
        var (number, kind) = (arrived.Content.Number, arrived.Content.Kind);
        var isOpen = kind == SealEntryKind.Recall && !Recalls.ContainsKey(number);
        return this with
        {
            Entries = Entries.SetItem(number, arrived),
            OpenRecalls = isOpen ? OpenRecalls.Add(number) : OpenRecalls,
            Highest = Math.Max(Highest, number),
            End = kind == SealEntryKind.Succession ? number : End,
            Named = Named.Remove(number),
            HasFork = HasFork || (Named.TryGetValue(number, out var named) && named != arrived.Hash()),
        };
    }

    // The known entry that cannot stand in one chain with the one that arrived: of the same number, its neighbour
    // with another hash between them, or an end that something follows.
    private SealEntry? Contradicted(SealEntry arrived)
    {
        var number = arrived.Content.Number;
        if (Entries.TryGetValue(number, out var same) && same.Hash() != arrived.Hash())
            return same;
        if (number > 1 && Entries.TryGetValue(number - 1, out var before) && before.Hash() != arrived.Content.Previous)
            return before;
        if (Entries.TryGetValue(number + 1, out var after) && after.Content.Previous != arrived.Hash())
            return after;
        if (End < number)
            return Entries[End.Value];
        return arrived.Content.Kind == SealEntryKind.Succession && Highest > number ? Entries[Highest] : null;
    }
}
