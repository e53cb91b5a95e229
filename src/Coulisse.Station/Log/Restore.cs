using Coulisse.Crypto.Codec;
using Coulisse.Station.Intake;
using Coulisse.Station.Rooms;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Log;

/// <summary>
/// Whether this station's file may be an old copy, so that nothing is written into its log. That ends when the other
/// station was heard and holds nothing that is not here, and every serving desk has submitted what follows its last
/// one here: an entry holds nothing but submissions, so none was written after the copy.
/// </summary>
internal sealed class Restore(OwnLog own, DeskRoll desks, Side side, bool isOn)
{
    private readonly HashSet<Opaque> inStep = [];
    private bool isHeard;

    internal bool IsOn { get; private set; } = isOn;

    /// <summary>Rises when it begins or ends.</summary>
    internal ulong Changes { get; private set; }

    /// <summary>What was heard before counts for nothing.</summary>
    internal void Begin()
    {
        Changes++;
        (IsOn, isHeard) = (true, false);
        inStep.Clear();
    }

    /// <summary>The other station said what it holds. Who holds more of our log than is here met a later state of this
    /// station; without anybody's word of a restore that is for people to look at.</summary>
    internal Freeze? Heard(Standing standing)
    {
        var more = standing.Other.FirstOrDefault(one => one.Stored.Highest > HeadOf(one.Incarnation));
        isHeard = more is null;
        return more is null || IsOn ? null : new Freeze(FreezeReason.OwnLogIsOld,
            new(more.Incarnation, more.Stored.Highest), EntryLink.Start.Hash, WireValue.Encode(standing));
    }

    /// <summary>A desk has said what it has processed.</summary>
    internal void Reported(Opaque desk)
    {
        if (!IsOn && HasReadMore(desk))
            Begin();
    }

    /// <summary>What to say of a submission without a verdict. Whose number is ahead of the file had its verdicts from
    /// a later state of this station; one that only claims so is for its party to cut off.</summary>
    internal VerdictKind Decide(DeskRow desk, Submission submission, RoomLedger rooms, WireList<LogProgress> otherHas)
    {
        if (!desk.IsCutOff && submission.Number > desk.Number + 1)
        {
            if (!IsOn)
                Begin();
            inStep.Remove(desk.Desk);
            return VerdictKind.Restoring;
        }
        var kind = SubmissionRules.Decide(submission, desk, rooms);
        if (!IsOn || kind is VerdictKind.CutOff or VerdictKind.NotTheSuccessor)
            return kind;
        inStep.Add(desk.Desk);
        return TryEnd(otherHas) ? kind : VerdictKind.Restoring;
    }

    private bool TryEnd(WireList<LogProgress> otherHas)
    {
        var serving = desks.Serving.Select(desk => desk.Desk).ToList();
        if (!isHeard || !serving.All(inStep.Contains) || serving.Any(HasReadMore) || !own.TryOpenIncarnation(otherHas))
            return false;
        (IsOn, Changes) = (false, Changes + 1);
        return true;
    }

    private bool HasReadMore(Opaque desk) => desks.Of(desk) is { IsCutOff: false } known
        && known.Reports.Any(one => one.Side == side && one.Processed.Highest > HeadOf(one.Incarnation));

    private ulong HeadOf(uint incarnation) =>
        own.Heads.FirstOrDefault(head => head.Place.Incarnation == incarnation)?.Place.Sequence ?? 0;
}
