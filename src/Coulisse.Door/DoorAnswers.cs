using System.Text.Json.Serialization;

namespace Coulisse.Door;

/// <summary>A person at a desk, by what their party's seal says: never a name without its party.</summary>
public sealed record PersonAnswer(string Party, string Office, string? Mandate, string Desk, bool IsOurs);

/// <summary>A person in a room: the key that an order of their party names, and whether there is one that takes them
/// out or puts other keys of theirs in their place.</summary>
public sealed record MemberAnswer(PersonAnswer Person, string Leaf, bool IsRecalled, bool IsReplaced);

/// <summary>Somebody who was proposed for a room, or terms that were: exactly one of the two; named by the number of
/// the message that did it; whether an answer of ours is on its way; and since when it is known here, by this desk's
/// clock.</summary>
public sealed record ProposalAnswer(ulong Number, bool IsOurs, PersonAnswer? Whom, TermsAnswer? Terms, string State,
    string Words, string Reason, bool IsAnswering, DateTimeOffset? Since = null);

/// <summary>The terms of a room.</summary>
public sealed record TermsAnswer(string Purpose, string Excluded);

/// <summary>What a message did, if it was more than words; in a sentence, and the number of the proposal.</summary>
public sealed record ActAnswer(string Kind, string Words, ulong? Proposal);

/// <summary>When a message reached a rung; in words, and by the rung's name in this program.</summary>
public sealed record RungAnswer(string Rung, DateTimeOffset At, string Name);

/// <summary>One message: when it was written by its author's clock, and how many messages of others its author had
/// read that are not here.</summary>
public sealed record MessageAnswer(ulong Order, PersonAnswer Author, ulong Number, string Rung,
    IReadOnlyList<RungAnswer> Rungs, DateTimeOffset Written, uint MissingBefore, ulong AnswersUnread, string Text,
    ActAnswer? Act = null);

/// <summary>Messages of one author that somebody else has read and that are not here: withheld, or on their
/// way.</summary>
public sealed record AwaitedAnswer(PersonAnswer Author, ulong Count, PersonAnswer ReadBy, DateTimeOffset Since);

/// <summary>The room whose place one takes: why, and how far each side had come in it; by number of the keys and
/// tag.</summary>
public sealed record PredecessorAnswer(string Room, string Why, string Words);

/// <summary>One room; its opposite numbers are told of one room alone.</summary>
public sealed record RoomAnswer(string Room, string Status, string Words, string? Purpose, string? Excluded,
    PersonAnswer Counterpart, string Turn, DateTimeOffset? TurnSince, ulong? Epoch, string? Tag,
    IReadOnlyList<MemberAnswer> Members, IReadOnlyList<ProposalAnswer> Proposals,
    IReadOnlyList<AwaitedAnswer> Awaited, PredecessorAnswer? Follows, string? FollowedBy, ulong Messages,
    int Waiting, bool IsStuck, IReadOnlyList<PairAnswer>? Pairs = null);

/// <summary>Two opposite numbers, and which sides say so.</summary>
public sealed record PairAnswer(PersonAnswer Ours, PersonAnswer Theirs, bool IsSaidByUs, bool IsSaidByThem);

/// <summary>What a desk has kept of a room, checked against itself.</summary>
public sealed record ArchiveAnswer(string Room, ulong Messages, bool IsWhole, IReadOnlyList<ArchivedAnswer> Authors);

/// <summary>One author of it: their own numbers from the first to the last, how many of them are not here, and which
/// are not what their chain says, or not what somebody else has read.</summary>
public sealed record ArchivedAnswer(PersonAnswer Author, ulong First, ulong Last, ulong Missing,
    IReadOnlyList<ulong> Broken, IReadOnlyList<ulong> ReadOtherwise);

/// <summary>What went wrong, and when it was noticed.</summary>
public sealed record AlarmAnswer(DateTimeOffset At, string What, string? Room, string Words);

/// <summary>The line.</summary>
public sealed record LineAnswer(string Line, PersonAnswer We, string Them, string State, string Words,
    DateTimeOffset Since, bool IsFrozen, ulong Missing, int Waiting, IReadOnlyList<PersonAnswer> Theirs,
    IReadOnlyList<RoomAnswer> Rooms, IReadOnlyList<string> Warnings, IReadOnlyList<AlarmAnswer> Alarms,
    IReadOnlyList<SealAnswer> Seals);

/// <summary>A seal by which people of a party are known here: our own, given by hand, or one that it
/// recognised; the key in hexadecimal digits.</summary>
public sealed record SealAnswer(string Party, string Key, bool IsOurs);

/// <summary>Words that somebody has begun and not said; at most as long as one message.</summary>
public sealed record DraftAnswer(string Room, string Text);

/// <summary>What is told to who follows a room: exactly one of the fields.</summary>
public sealed record NewsAnswer(MessageAnswer? Message = null, MessageAnswer? Further = null, RoomAnswer? Room = null,
    LineAnswer? Line = null, AlarmAnswer? Alarm = null, DueAnswer? Due = null);

/// <summary>What a person asks for when opening a room; one that follows another has its terms, unless they are
/// given.</summary>
public sealed record RoomQuestion(
    string With, string? Purpose, string? Excluded, string? Follows = null, string? Why = null);

/// <summary>Who is proposed for a room: by words or digits, or by an accreditation in base64; and why.</summary>
public sealed record InviteQuestion(string? Whom, string? Accreditation, string Reason);

/// <summary>Which terms are to become others, and why; null stays as it is.</summary>
public sealed record AmendQuestion(string? Purpose, string? Excluded, string Reason);

/// <summary>Which of the proposals in a room is meant, if it is not the only one, and why.</summary>
public sealed record ActQuestion(ulong? To, string Reason);

/// <summary>An order of the party's seal, and the request that it grants if another desk made it, in base64.</summary>
public sealed record OrderQuestion(string Order, string? Request = null);

/// <summary>The leaf that goes, in hexadecimal digits, if it is another than the desk remembers.</summary>
public sealed record ReplaceQuestion(string? Leaf);

/// <summary>What this desk asks its party for, in base64; and the room.</summary>
public sealed record RequestAnswer(string Request, RoomAnswer Room);

/// <summary>What a person does in a talk; whether this room is meant, the question being answered.</summary>
public sealed record TalkQuestion(string Kind, ulong? To, string Language, string Text, int AnswerMinutes,
    string Precedence, bool IsHere = false);

/// <summary>A matter of a talk, by the number of the message that opened it; whose it is to say something next, and by
/// when, where somebody owes something.</summary>
public sealed record MatterAnswer(string Kind, ulong Number, PersonAnswer By, string Stage, string Words,
    string? Owes, DateTimeOffset? Due, IReadOnlyList<StepAnswer> Steps, IReadOnlyList<PartAnswer>? Parts = null);

/// <summary>One side's part of a joint release: what became of it, when it was published, as they say, and since when
/// it is here, by our clock.</summary>
public sealed record PartAnswer(bool IsOurs, string Became, DateTimeOffset? At, DateTimeOffset? HereSince);

/// <summary>A text that is for the open, in its language.</summary>
public sealed record OpenTextAnswer(string Language, string Text);

/// <summary>What is to be put on record: messages by their numbers here, the words in which it is put (a subject;
/// behind
/// an empty line, minutes), and whether this room is meant, if much of them was said in another.</summary>
public sealed record RecordQuestion(IReadOnlyList<ulong> Messages, string Language, string Text, bool IsHere = false);

/// <summary>A text for the record, whole, the digits by which it is signed, and what a person has to know before they
/// sign.</summary>
public sealed record RecordTextAnswer(string Text, string Digest, string Words);

/// <summary>That a text is signed, by the digits of the one that was shown.</summary>
public sealed record SignQuestion(string Digest);

/// <summary>What one side has signed, or both: the number of the message that proposed it, since when it waits by its
/// author's clock, the messages of the passage by their numbers here, and how far it is, in a sentence.</summary>
public sealed record RecordAnswer(ulong Number, PersonAnswer By, string Stage, string Words, DateTimeOffset Since,
    string Subject, IReadOnlyList<ulong> Messages, bool HasMinutes, string? Digest, PersonAnswer? CountersignedBy,
    string? Declined);

/// <summary>A record as its file, in base64.</summary>
public sealed record RecordFileAnswer(string File, bool IsCountersigned);

/// <summary>Which messages are copied, by their numbers here (none: all), and for whom.</summary>
public sealed record ExportQuestion(IReadOnlyList<ulong> Messages, string For);

/// <summary>A copy that left this desk, and when it was made, its text.</summary>
public sealed record ExportAnswer(ulong Number, DateTimeOffset At, string Room, string By, string For,
    IReadOnlyList<ulong> Messages, string Hash, string? Text = null);

/// <summary>What our side says of a sentence of a report; or our own line for the press.</summary>
public sealed record LeakWord(ulong Number, int? Sentence, string? Mark, string? Line);

/// <summary>A report, what of it is like what was said or exported, and what our side says of it.</summary>
public sealed record LeakAnswer(ulong Number, string Name, DateTimeOffset At, string Line,
    IReadOnlyList<LeakSentenceAnswer> Sentences, IReadOnlyList<LeakCopyAnswer> Copies);

/// <summary>A sentence of a report: its number and line, our mark, and what it is like.</summary>
public sealed record LeakSentenceAnswer(int Number, int Line, string Text, string? Mark,
    IReadOnlyList<LikeAnswer> Like);

/// <summary>Words that were said and are like a sentence: how like, in hundredths; where; and the copies that hold
/// them.</summary>
public sealed record LikeAnswer(int Hundredths, string Room, ulong Message, PersonAnswer Author, string Text,
    IReadOnlyList<ulong> Copies);

/// <summary>A copy that is consistent with the report: like how many of its sentences it holds words, and how many are
/// like anything that was said.</summary>
public sealed record LeakCopyAnswer(ulong Number, string For, int Holds, int Of);

/// <summary>An act in it; why it came to nothing, if it did; whether it is a report that came too late.</summary>
public sealed record StepAnswer(ulong Number, PersonAnswer By, string Kind, string Words, string? WithoutEffect,
    bool IsLate = false);

/// <summary>What is to be done by a certain time, in which matter, by us or by them: coming, soon, due or over; of a
/// situation report its period.</summary>
public sealed record DueAnswer(ulong Number, string Kind, bool IsOurs, DateTimeOffset At, string State,
    uint? Period, string Words);

/// <summary>What a room's acts come to, the numbers of those that refer to something not here yet, and what is
/// due.</summary>
public sealed record TalkAnswer(string Room, IReadOnlyList<MatterAnswer> Matters, IReadOnlyList<ulong> Waiting,
    IReadOnlyList<PairAnswer> Pairs, IReadOnlyList<DueAnswer> Due);

/// <summary>Why something was not done, and the exit code that says so.</summary>
public sealed record RefusedAnswer(string Sentence, int Code, DoorQuestion? Asks = null);

/// <summary>What whoever says something is asked first; they may mean it all the same.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DoorQuestion>))]
public enum DoorQuestion
{
    /// <summary>Are the same words to be said once more?</summary>
    Again = 1,

    /// <summary>Is it for this room? Much of it was said in another.</summary>
    OtherRoom = 2,
}

/// <summary>How these are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LineAnswer))]
[JsonSerializable(typeof(IReadOnlyList<RoomAnswer>))]
[JsonSerializable(typeof(IReadOnlyList<MessageAnswer>))]
[JsonSerializable(typeof(ArchiveAnswer))]
[JsonSerializable(typeof(NewsAnswer))]
[JsonSerializable(typeof(RoomQuestion))]
[JsonSerializable(typeof(InviteQuestion))]
[JsonSerializable(typeof(AmendQuestion))]
[JsonSerializable(typeof(ActQuestion))]
[JsonSerializable(typeof(OrderQuestion))]
[JsonSerializable(typeof(TalkQuestion))]
[JsonSerializable(typeof(TalkAnswer))]
[JsonSerializable(typeof(DraftAnswer))]
[JsonSerializable(typeof(ReplaceQuestion))]
[JsonSerializable(typeof(RequestAnswer))]
[JsonSerializable(typeof(IReadOnlyList<OpenTextAnswer>))]
[JsonSerializable(typeof(RecordQuestion))]
[JsonSerializable(typeof(RecordTextAnswer))]
[JsonSerializable(typeof(SignQuestion))]
[JsonSerializable(typeof(IReadOnlyList<RecordAnswer>))]
[JsonSerializable(typeof(RecordFileAnswer))]
[JsonSerializable(typeof(ExportQuestion))]
[JsonSerializable(typeof(IReadOnlyList<ExportAnswer>))]
[JsonSerializable(typeof(LeakWord))]
[JsonSerializable(typeof(IReadOnlyList<LeakAnswer>))]
[JsonSerializable(typeof(RefusedAnswer))]
public sealed partial class DoorJson : JsonSerializerContext;
