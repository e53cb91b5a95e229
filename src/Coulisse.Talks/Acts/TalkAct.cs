using System.Collections.Immutable;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Talks.Acts;

/// <summary>
/// What can be said in a talk besides words. Past tense; said once, never edited. An act that opens a matter is known
/// by its message; the others name that message as their <see cref="Matter"/>. Who may do what: protocol/talks.md.
/// </summary>
public abstract record TalkAct
{
    private TalkAct(ActKind kind, MessageId matter = default, MessageId about = default, MessageId version = default)
    {
        Kind = kind;
        Matter = matter;
        About = about;
        Version = version;
    }

    /// <summary>Which it is.</summary>
    public ActKind Kind { get; }

    /// <summary>The message that opened what this belongs to; none where this opens something.</summary>
    public MessageId Matter { get; }

    /// <summary>The message that this is about, and that has to be here first; or none.</summary>
    public MessageId About { get; }

    /// <summary>The version that this speaks of, where there are several: the message that brought it.</summary>
    public MessageId Version { get; }

    /// <summary>All messages that it names: what it says rests on them.</summary>
    public IEnumerable<MessageId> References => Named.Where(id => !id.IsNone);

    private IEnumerable<MessageId> Named => this switch
    {
        RecordProposed proposed => proposed.Messages,
        RemarkMade remark => [remark.Under],
        DissentRecorded dissent => [dissent.Subject],
        _ => [Matter, About, Version],
    };

    /// <summary>A message of numbered, separate items, one to four.</summary>
    public sealed record ItemsSaid(ImmutableArray<ImmutableArray<Wording>> Items) : TalkAct(ActKind.ItemsSaid);

    /// <summary>What did you mean by these words?</summary>
    public sealed record QueryAsked(MessageId About, string Language, TextRange Range, string Quoted,
        ImmutableArray<Wording> Question)
        : TalkAct(ActKind.QueryAsked, about: About);

    /// <summary>What was meant.</summary>
    public sealed record QueryAnswered(MessageId Matter, ImmutableArray<Wording> Answer)
        : TalkAct(ActKind.QueryAnswered, Matter);

    /// <summary>The asker has understood.</summary>
    public sealed record QueryClosed(MessageId Matter) : TalkAct(ActKind.QueryClosed, Matter);

    /// <summary>The asker no longer asks.</summary>
    public sealed record QueryTakenBack(MessageId Matter) : TalkAct(ActKind.QueryTakenBack, Matter);

    /// <summary>What was understood, in other words: of the whole (item 0) or of each item.</summary>
    public sealed record ReadBackSaid(MessageId About, ImmutableArray<ItemUnderstood> Items, Instant AnswerBy)
        : TalkAct(ActKind.ReadBackSaid, about: About);

    /// <summary>It was meant so.</summary>
    public sealed record ReadBackConfirmed(MessageId Matter) : TalkAct(ActKind.ReadBackConfirmed, Matter);

    /// <summary>It was meant otherwise.</summary>
    public sealed record ReadBackCorrected(MessageId Matter, ImmutableArray<Wording> Meant)
        : TalkAct(ActKind.ReadBackCorrected, Matter);

    /// <summary>Who read back would say it otherwise.</summary>
    public sealed record ReadBackTakenBack(MessageId Matter) : TalkAct(ActKind.ReadBackTakenBack, Matter);

    /// <summary>A word that may be misread, as it stands in each language that has it.</summary>
    public sealed record TermRaised(ImmutableArray<Wording> Terms) : TalkAct(ActKind.TermRaised);

    /// <summary>What it is to mean, and its word, in each language.</summary>
    public sealed record TermDefined(MessageId Matter, ImmutableArray<Wording> Terms,
        ImmutableArray<Wording> Definitions)
        : TalkAct(ActKind.TermDefined, Matter);

    /// <summary>It means that.</summary>
    public sealed record TermAgreed(MessageId Matter, MessageId Version)
        : TalkAct(ActKind.TermAgreed, Matter, version: Version);

    /// <summary>A language has no word for it; what is said instead.</summary>
    public sealed record TermHasNoEquivalent(MessageId Matter, string Language, ImmutableArray<Wording> Remark)
        : TalkAct(ActKind.TermHasNoEquivalent, Matter);

    /// <summary>A definition is not proposed any more.</summary>
    public sealed record TermWithdrawn(MessageId Matter, MessageId Version)
        : TalkAct(ActKind.TermWithdrawn, Matter, version: Version);

    /// <summary>A limit that must not be crossed.</summary>
    public sealed record RedLineStated(RedLineText Text) : TalkAct(ActKind.RedLineStated);

    /// <summary>What would cross it?</summary>
    public sealed record RedLineQuestioned(MessageId Matter, MessageId Version, ImmutableArray<Wording> Question)
        : TalkAct(ActKind.RedLineQuestioned, Matter, version: Version);

    /// <summary>The limit in clearer words: another version.</summary>
    public sealed record RedLineClarified(MessageId Matter, RedLineText Text)
        : TalkAct(ActKind.RedLineClarified, Matter);

    /// <summary>It is understood, which is not agreed.</summary>
    public sealed record RedLineUnderstood(MessageId Matter, MessageId Version)
        : TalkAct(ActKind.RedLineUnderstood, Matter, version: Version);

    /// <summary>It is understood and not accepted.</summary>
    public sealed record RedLineContested(MessageId Matter, MessageId Version, ImmutableArray<Wording> Reason)
        : TalkAct(ActKind.RedLineContested, Matter, version: Version);

    /// <summary>The limit holds no longer.</summary>
    public sealed record RedLineWithdrawn(MessageId Matter, ImmutableArray<Wording> Reason)
        : TalkAct(ActKind.RedLineWithdrawn, Matter);

    /// <summary>A promise with a date, and the office that is to keep it.</summary>
    public sealed record CommitmentMade(ImmutableArray<Wording> What, string ByWhom, AgreedMoment Due)
        : TalkAct(ActKind.CommitmentMade);

    /// <summary>The promise was heard.</summary>
    public sealed record CommitmentAcknowledged(MessageId Matter) : TalkAct(ActKind.CommitmentAcknowledged, Matter);

    /// <summary>The promise is taken back before it was acknowledged.</summary>
    public sealed record CommitmentWithdrawn(MessageId Matter, ImmutableArray<Wording> Reason)
        : TalkAct(ActKind.CommitmentWithdrawn, Matter);

    /// <summary>To whom it was promised asks for it no longer.</summary>
    public sealed record CommitmentReleased(MessageId Matter) : TalkAct(ActKind.CommitmentReleased, Matter);

    /// <summary>Kept, broken or contested, as one side sees it.</summary>
    public sealed record CommitmentJudged(MessageId Matter, Verdict Verdict, ImmutableArray<Wording> Remark)
        : TalkAct(ActKind.CommitmentJudged, Matter);

    /// <summary>Situation reports, first for the period that ends then, and so often.</summary>
    public sealed record RhythmProposed(Instant FirstDue, uint EveryMinutes, uint GraceMinutes)
        : TalkAct(ActKind.RhythmProposed);

    /// <summary>The other side agrees to the times.</summary>
    public sealed record RhythmAgreed(MessageId Matter) : TalkAct(ActKind.RhythmAgreed, Matter);

    /// <summary>The times are not proposed any more.</summary>
    public sealed record RhythmWithdrawn(MessageId Matter) : TalkAct(ActKind.RhythmWithdrawn, Matter);

    /// <summary>No more reports are due.</summary>
    public sealed record RhythmEnded(MessageId Matter, Instant From) : TalkAct(ActKind.RhythmEnded, Matter);

    /// <summary>How things stand, for one period, the first being 0.</summary>
    public sealed record SituationReported(MessageId Matter, uint Period, SituationLevel Level,
        ImmutableArray<Wording> Changes, ImmutableArray<Wording> Expected, ImmutableArray<Wording> Wishes)
        : TalkAct(ActKind.SituationReported, Matter);

    /// <summary>Who of ours is the opposite number of whom of theirs.</summary>
    public sealed record CounterpartNamed(DelegateId Ours, DelegateId Theirs) : TalkAct(ActKind.CounterpartNamed);

    /// <summary>No longer.</summary>
    public sealed record CounterpartEnded(MessageId Matter) : TalkAct(ActKind.CounterpartEnded, Matter);

    /// <summary>A remark under a message, a draft or another remark, of this room or of another.</summary>
    public sealed record RemarkMade(MessageId Under, bool IsElsewhere, string Text)
        : TalkAct(ActKind.RemarkMade, about: IsElsewhere ? default : Under);

    /// <summary>A vote of +1, 0 or −1.</summary>
    public sealed record RemarkVoted(MessageId Matter, int Value) : TalkAct(ActKind.RemarkVoted, Matter);

    /// <summary>Somebody does not agree with a message, or, where none is named, with the contact at all.</summary>
    public sealed record DissentRecorded(MessageId Subject, string Text) : TalkAct(ActKind.DissentRecorded);

    /// <summary>May this go to the other side, into that room? One of these mandates has to say so.</summary>
    public sealed record ApprovalAsked(ImmutableArray<Wording> Draft, Mandate Mandates, Octets Room)
        : TalkAct(ActKind.ApprovalAsked);

    /// <summary>It may.</summary>
    public sealed record ApprovalGiven(MessageId Matter) : TalkAct(ActKind.ApprovalGiven, Matter);

    /// <summary>It may not.</summary>
    public sealed record ApprovalRefused(MessageId Matter, string Reason) : TalkAct(ActKind.ApprovalRefused, Matter);

    /// <summary>It is not asked any more.</summary>
    public sealed record ApprovalTakenBack(MessageId Matter) : TalkAct(ActKind.ApprovalTakenBack, Matter);

    /// <summary>The approved words have been said to the other side: they are used up.</summary>
    public sealed record ApprovalUsed(MessageId Matter) : TalkAct(ActKind.ApprovalUsed, Matter);

    /// <summary>What our side says in that room of both sides needs approval here, by one of these mandates.</summary>
    public sealed record RuleSet(Octets Room, Mandate Mandates) : TalkAct(ActKind.RuleSet);

    /// <summary>It needs it no longer.</summary>
    public sealed record RuleLifted(MessageId Matter) : TalkAct(ActKind.RuleLifted, Matter);

    /// <summary>Would you say this in the open?</summary>
    public sealed record SignalAsked(ImmutableArray<Wording> What, Instant Until) : TalkAct(ActKind.SignalAsked);

    /// <summary>We would; or: your words will do.</summary>
    public sealed record SignalAccepted(MessageId Matter, MessageId Version)
        : TalkAct(ActKind.SignalAccepted, Matter, version: Version);

    /// <summary>We would not.</summary>
    public sealed record SignalRefused(MessageId Matter, ImmutableArray<Wording> Reason)
        : TalkAct(ActKind.SignalRefused, Matter);

    /// <summary>We would say this instead.</summary>
    public sealed record SignalCountered(MessageId Matter, ImmutableArray<Wording> What)
        : TalkAct(ActKind.SignalCountered, Matter);

    /// <summary>It has been said in the open, there.</summary>
    public sealed record SignalReleased(MessageId Matter, string Place) : TalkAct(ActKind.SignalReleased, Matter);

    /// <summary>It is not asked any more.</summary>
    public sealed record SignalTakenBack(MessageId Matter) : TalkAct(ActKind.SignalTakenBack, Matter);

    /// <summary>Let both publish at this minute: the hash of our text.</summary>
    public sealed record ReleaseOffered(ImmutableArray<Wording> Subject, Instant Minute, Octets Commitment)
        : TalkAct(ActKind.ReleaseOffered);

    /// <summary>Agreed: the hash of ours.</summary>
    public sealed record ReleaseJoined(MessageId Matter, Octets Commitment) : TalkAct(ActKind.ReleaseJoined, Matter);

    /// <summary>Nothing is published together.</summary>
    public sealed record ReleaseCalledOff(MessageId Matter, ImmutableArray<Wording> Reason)
        : TalkAct(ActKind.ReleaseCalledOff, Matter);

    /// <summary>The text, its salt, and when it was published.</summary>
    public sealed record ReleaseRevealed(MessageId Matter, Octets Salt, string Text, Instant PublishedAt)
        : TalkAct(ActKind.ReleaseRevealed, Matter);

    /// <summary>Let this be on record: what it is about, the names of messages one behind the other, perhaps minutes,
    /// what is said of the authors, and the signature of who proposes it.</summary>
    public sealed record RecordProposed(ImmutableArray<Wording> Subject, Octets Passage,
        ImmutableArray<Wording> Minutes, Octets Authors, Octets Signature)
        : TalkAct(ActKind.RecordProposed)
    {
        /// <summary>The messages, in their order.</summary>
        public IEnumerable<MessageId> Messages => Passage.Span.ToArray().Chunk(MessageId.Bytes)
            .Where(name => name.Length == MessageId.Bytes).Select(name => MessageId.From(name));
    }

    /// <summary>So be it, and the signature.</summary>
    public sealed record RecordCountersigned(MessageId Matter, Octets Signature)
        : TalkAct(ActKind.RecordCountersigned, Matter);

    /// <summary>It is not to be on record.</summary>
    public sealed record RecordDeclined(MessageId Matter, ImmutableArray<Wording> Reason)
        : TalkAct(ActKind.RecordDeclined, Matter);

    /// <summary>Let these be the terms of the line: their number, the hash of those that they replace, and the
    /// signature of who proposes them.</summary>
    public sealed record LineCharterProposed(ulong Number, Octets Follows, Charter Terms, Octets Signature)
        : TalkAct(ActKind.LineCharterProposed);

    /// <summary>So be it, and the signature.</summary>
    public sealed record LineCharterAgreed(MessageId Matter, Octets Signature)
        : TalkAct(ActKind.LineCharterAgreed, Matter);

    /// <summary>They are not to be.</summary>
    public sealed record LineCharterDeclined(MessageId Matter, ImmutableArray<Wording> Reason)
        : TalkAct(ActKind.LineCharterDeclined, Matter);
}
