namespace Coulisse.Talks.Acts;

/// <summary>What an act is. The numbers are on the wire: protocol/talks.md.</summary>
public enum ActKind
{
    /// <summary>A message of numbered, separate items.</summary>
    ItemsSaid = 1,

    /// <summary>What did you mean by these words?</summary>
    QueryAsked = 10,

    /// <summary>What was meant.</summary>
    QueryAnswered = 11,

    /// <summary>The asker has understood.</summary>
    QueryClosed = 12,

    /// <summary>The asker no longer asks.</summary>
    QueryTakenBack = 13,

    /// <summary>What was understood, in other words.</summary>
    ReadBackSaid = 20,

    /// <summary>It was meant so.</summary>
    ReadBackConfirmed = 21,

    /// <summary>It was meant otherwise.</summary>
    ReadBackCorrected = 22,

    /// <summary>Who read back would say it otherwise.</summary>
    ReadBackTakenBack = 23,

    /// <summary>A word that may be misread.</summary>
    TermRaised = 30,

    /// <summary>What it is to mean, in each language.</summary>
    TermDefined = 31,

    /// <summary>It means that.</summary>
    TermAgreed = 32,

    /// <summary>A language has no word for it.</summary>
    TermHasNoEquivalent = 33,

    /// <summary>The definition is not proposed any more.</summary>
    TermWithdrawn = 34,

    /// <summary>A limit that must not be crossed.</summary>
    RedLineStated = 40,

    /// <summary>What would cross it?</summary>
    RedLineQuestioned = 41,

    /// <summary>The limit in clearer words: another version.</summary>
    RedLineClarified = 42,

    /// <summary>It is understood, which is not agreed.</summary>
    RedLineUnderstood = 43,

    /// <summary>It is understood and not accepted.</summary>
    RedLineContested = 44,

    /// <summary>The limit holds no longer.</summary>
    RedLineWithdrawn = 45,

    /// <summary>A promise with a date.</summary>
    CommitmentMade = 50,

    /// <summary>The promise was heard.</summary>
    CommitmentAcknowledged = 51,

    /// <summary>The promise is taken back before it was acknowledged.</summary>
    CommitmentWithdrawn = 52,

    /// <summary>To whom it was promised asks for it no longer.</summary>
    CommitmentReleased = 53,

    /// <summary>Kept, broken or contested, as one side sees it.</summary>
    CommitmentJudged = 54,

    /// <summary>Situation reports at these times.</summary>
    RhythmProposed = 60,

    /// <summary>The other side agrees to the times.</summary>
    RhythmAgreed = 61,

    /// <summary>The times are not proposed any more.</summary>
    RhythmWithdrawn = 62,

    /// <summary>No more reports are due.</summary>
    RhythmEnded = 63,

    /// <summary>How things stand, for one period.</summary>
    SituationReported = 64,

    /// <summary>Who of ours is the opposite number of whom of theirs.</summary>
    CounterpartNamed = 70,

    /// <summary>No longer.</summary>
    CounterpartEnded = 71,

    /// <summary>A remark under a message, a draft or another remark.</summary>
    RemarkMade = 80,

    /// <summary>+1, 0 or −1.</summary>
    RemarkVoted = 81,

    /// <summary>Somebody does not agree with a message, or with holding the contact at all.</summary>
    DissentRecorded = 82,

    /// <summary>May this go to the other side?</summary>
    ApprovalAsked = 83,

    /// <summary>It may.</summary>
    ApprovalGiven = 84,

    /// <summary>It may not.</summary>
    ApprovalRefused = 85,

    /// <summary>It is not asked any more.</summary>
    ApprovalTakenBack = 86,

    /// <summary>The approved words have been said to the other side.</summary>
    ApprovalUsed = 87,

    /// <summary>What is said in a room of both sides needs this caucus's approval.</summary>
    RuleSet = 88,

    /// <summary>It needs it no longer.</summary>
    RuleLifted = 89,

    /// <summary>Would you say this in the open?</summary>
    SignalAsked = 90,

    /// <summary>We would; or: your words will do.</summary>
    SignalAccepted = 91,

    /// <summary>We would not.</summary>
    SignalRefused = 92,

    /// <summary>We would say this instead.</summary>
    SignalCountered = 93,

    /// <summary>It has been said in the open.</summary>
    SignalReleased = 94,

    /// <summary>It is not asked any more.</summary>
    SignalTakenBack = 95,

    /// <summary>Let both publish at this minute: the hash of our text.</summary>
    ReleaseOffered = 100,

    /// <summary>Agreed: the hash of ours.</summary>
    ReleaseJoined = 101,

    /// <summary>Nothing is published together.</summary>
    ReleaseCalledOff = 102,

    /// <summary>The text, its salt, and when it was published.</summary>
    ReleaseRevealed = 103,

    /// <summary>Let this be on record: signed.</summary>
    RecordProposed = 110,

    /// <summary>So be it: signed.</summary>
    RecordCountersigned = 111,

    /// <summary>It is not to be on record.</summary>
    RecordDeclined = 112,

    /// <summary>Let these be the terms of the line: signed.</summary>
    LineCharterProposed = 120,

    /// <summary>So be it: signed.</summary>
    LineCharterAgreed = 121,

    /// <summary>They are not to be.</summary>
    LineCharterDeclined = 122,
}
