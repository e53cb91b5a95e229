using Coulisse.Crypto.Codec;
using Coulisse.Station.Intake;
using Coulisse.Station.Rooms;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Log;

/// <summary>
/// Whether this station's file may be an old copy, so that nothing new is written into its log. That ends when the
/// other station was heard in this life, every serving desk has said what it remembers, and nothing that any of them
/// knows of this log is missing: it was taken back, or a person has given it up.
/// </summary>
internal sealed class Restore(
    OwnLog own, DeskRoll desks, Lives lives, TheirWord theirs, TakingBack takingBack, Side side, bool isOn,
    RestoreRules rules)
{
    private readonly Dictionary<Opaque, DeskMemory> memories = [];
    private bool isGivenUp;

    internal bool IsOn { get; private set; } = isOn;

    /// <summary>Rises when it begins or ends, or is further.</summary>
    internal ulong Changes { get; private set; }

    /// <summary>What desks have submitted, and may be in no entry.</summary>
    internal Offered Offered { get; } = new();

    /// <summary>What was heard before counts for nothing.</summary>
    internal void Begin()
    {
        if (!rules.IsFenced)
            return;
        Changes++;
        (IsOn, isGivenUp, takingBack.Heard) = (true, false, null);
        memories.Clear();
        Offered.Clear();
        lives.Begin();
    }

    /// <summary>A person does not want to wait for what is missing.</summary>
    internal void GiveUp()
    {
        if (!IsOn)
            return;
        isGivenUp = true;
        Changes++;
    }

    /// <summary>The other station said what it holds. Who holds more of our log than is here, or has heard a later life
    /// of ours, met a later state of this station; without anybody's word of a restore that is for people to look at.
    /// </summary>
    internal Freeze? Heard(Standing standing)
    {
        if (IsOn)
        {
            if (lives.IsHeard(standing.Memory.Other)
                && (takingBack.Heard is null || standing.Number >= takingBack.Heard.Number))
                (takingBack.Heard, Changes) = (standing, Changes + (takingBack.Heard is null ? 1UL : 0));
            return null;
        }
        var more = HighestOf(standing.Other.Select(one => (one.Incarnation, one.Stored)));
        if (rules.IsFenced && more > own.Head.Place)
            return Old(more.Value, standing);
        return lives.IsEarlier(standing.Memory.Other) ? Old(own.Head.Place, standing) : null;
    }

    /// <summary>A desk has said what it has processed.</summary>
    internal void Reported(Opaque desk)
    {
        if (!IsOn && HasReadMore(desk))
            Begin();
    }

    /// <summary>A desk has said what it remembers, after all that it keeps. One that remembers more than is here had it
    /// from a later state of this station; one that only claims so is for its party to cut off.</summary>
    internal void Remembers(DeskRow desk, DeskMemory memory)
    {
        if (!IsOn && memory.Number > desk.Number)
            Begin();
        if (!IsOn || memories.GetValueOrDefault(desk.Desk) == memory)
            return;
        memories[desk.Desk] = memory;
        Changes++;
    }

    /// <summary>What to say of a submission without a verdict.</summary>
    internal VerdictKind Decide(DeskRow desk, Submission submission, RoomLedger rooms)
    {
        if (!IsOn && !desk.IsCutOff && submission.Number > desk.Number + 1)
            Begin();
        var kind = SubmissionRules.Decide(submission, desk, rooms);
        return IsOn && kind != VerdictKind.CutOff ? VerdictKind.Restoring : kind;
    }

    /// <summary>How many entries others know of and are not here.</summary>
    internal ulong Lost => IsOn && HighestOf(Knowing()) is { } known && known > own.Head.Place
        ? Math.Max(known.Sequence, own.Head.Place.Sequence + 1) - own.Head.Place.Sequence : 0;

    /// <summary>How many desks have not said what they remember.</summary>
    internal uint Awaited => IsOn ? (uint)desks.Serving.Count(desk => !memories.ContainsKey(desk.Desk)) : 0;

    /// <summary>The places of those, by incarnation.</summary>
    internal IEnumerable<LogReport> Missing() => Knowing()
        .Where(one => one.Incarnation >= Present && one.Set.Highest > own.Head.Place.Sequence)
        .GroupBy(one => one.Incarnation, one => one.Set.Highest).OrderBy(group => group.Key)
        .Select(group => new LogReport(side, group.Key,
            SequenceSet.Of(new SequenceRange(own.Head.Place.Sequence + 1, group.Max()))));

    /// <summary>Passes over what everybody has read. A freeze if two of them tell two stories.</summary>
    internal Freeze? GoOn() => !IsOn ? null : takingBack.PassOver([
        .. takingBack.Heard?.Memory.Held ?? [], .. memories.Values.Select(one => one.Own)]);

    /// <summary>Ends it, if there is nothing to wait for: desks go on where they remember to be, in a new
    /// incarnation.</summary>
    internal bool TryEnd()
    {
        if (!IsOn || takingBack.Heard is null || Awaited > 0 || (Lost > 0 && !isGivenUp)
            || !own.TryOpenIncarnation(Knowing().Select(one => one.Incarnation)))
            return false;
        foreach (var (id, memory) in memories)
        {
            if (desks.Of(id) is { } desk && memory.Number > desk.Number)
                desks.Decided(desk, memory.Number, memory.Last);
        }
        (IsOn, Changes) = (false, Changes + 1);
        return true;
    }

    private uint Present => Math.Max(own.Head.Place.Incarnation, own.Incarnation);

    private bool HasReadMore(Opaque desk) => desks.Of(desk) is { IsCutOff: false } known
        && HighestOf(ReadBy(known)) > own.Head.Place;

    private IEnumerable<(uint Incarnation, SequenceSet Set)> Knowing() =>
        theirs.Has.Select(one => (one.Incarnation, one.Stored))
            .Concat(desks.Serving.SelectMany(ReadBy));

    private IEnumerable<(uint Incarnation, SequenceSet Set)> ReadBy(DeskRow desk) => desk.Reports
        .Where(one => one.Side == side).Select(one => (one.Incarnation, one.Processed));

    // What is of an incarnation before the present one was settled when that began.
    private EntryPlace? HighestOf(IEnumerable<(uint Incarnation, SequenceSet Set)> known) => known
        .Where(one => one.Incarnation >= Present && one.Set.Highest > 0)
        .Select(one => (EntryPlace?)new EntryPlace(one.Incarnation, one.Set.Highest)).Max();

    private static Freeze Old(EntryPlace at, Standing standing) =>
        new(FreezeReason.OwnLogIsOld, at, EntryLink.Start.Hash, WireValue.Encode(standing));
}
