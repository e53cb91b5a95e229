using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using static Coulisse.Talks.Acts.ActKind;
using static Coulisse.Talks.Matters.Stage;
using static Coulisse.Talks.Matters.Tables;

namespace Coulisse.Talks.Matters;

/// <summary>What stands between the sides: limits, promises, reports.</summary>
internal static class LedgerTables
{
    private static readonly Stage[] Standing = [Stated, Questioned, Clarified, Understood, Contested];

    // The other side's word moves nothing of what is stated. Each new version has to be understood anew.
    private static readonly Table RedLine = new(MatterKind.RedLine,
        [RedLineWithdrawn, RedLineClarified, RedLineContested, RedLineQuestioned, RedLineUnderstood],
    [
        new(Nothing, RedLineStated, Who.Either, Right.Speak, Stated),
        .. From(Standing, RedLineQuestioned, Who.Other, Right.Ask, Questioned),
        .. From(Standing, RedLineClarified, Who.Opener, Right.Speak, Clarified),
        .. From(Standing, RedLineUnderstood, Who.Other, Right.Speak, Understood),
        .. From(Standing, RedLineContested, Who.Other, Right.Speak, Contested),
        .. From(Standing, RedLineWithdrawn, Who.Opener, Right.Speak, Withdrawn),
    ]);

    //          CommitmentMade             CommitmentAcknowledged
    //  Nothing --------------> Promised ------------------------> Acknowledged
    //                             +-- withdrawn --> Withdrawn         |
    //                             +----------- released --------------+--> Released
    // What became of it is two words, one of each side, kept beside the stage.
    private static readonly Table Commitment = new(MatterKind.Commitment,
        [CommitmentWithdrawn, CommitmentReleased, CommitmentAcknowledged, CommitmentJudged],
    [
        new(Nothing, CommitmentMade, Who.Either, Right.Consent, Promised),
        new(Promised, CommitmentAcknowledged, Who.Other, Right.Speak, Acknowledged),
        new(Promised, CommitmentWithdrawn, Who.Opener, Right.Speak, Withdrawn),
        .. From([Promised, Acknowledged], CommitmentReleased, Who.Other, Right.Consent, Released),
        new(Promised, CommitmentJudged, Who.Either, Right.Speak, Promised),
        new(Acknowledged, CommitmentJudged, Who.Either, Right.Speak, Acknowledged),
    ]);

    //          RhythmProposed             RhythmAgreed            RhythmEnded
    //  Nothing --------------> Proposed --------------> Agreed --------------> Ended
    //                             +-- RhythmWithdrawn --> Withdrawn
    private static readonly Table Rhythm = new(MatterKind.Rhythm,
        [RhythmWithdrawn, SituationReported, RhythmEnded, RhythmAgreed],
    [
        new(Nothing, RhythmProposed, Who.Either, Right.Speak, Proposed),
        new(Proposed, RhythmAgreed, Who.Other, Right.Consent, Agreed),
        new(Proposed, RhythmWithdrawn, Who.Opener, Right.Speak, Withdrawn),
        new(Agreed, SituationReported, Who.Either, Right.Report, Agreed),
        new(Agreed, RhythmEnded, Who.Either, Right.Speak, Ended),
    ]);

    private static readonly Table Counterpart = new(MatterKind.Counterpart, [CounterpartEnded],
    [
        new(Nothing, CounterpartNamed, Who.Either, Right.Speak, Stated),
        new(Stated, CounterpartEnded, Who.Opener, Right.Speak, Ended),
    ]);

    internal static ImmutableArray<Table> All => [RedLine, Commitment, Rhythm, Counterpart];
}
