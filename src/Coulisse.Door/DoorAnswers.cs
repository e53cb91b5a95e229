using System.Text.Json.Serialization;

namespace Coulisse.Door;

/// <summary>A person at a desk, by what their party's seal says: never a name without its party.</summary>
public sealed record PersonAnswer(string Party, string Office, string? Mandate, string Desk, bool IsOurs);

/// <summary>A person in a room: the key that an order of their party names, and whether there is one that takes them
/// out or puts other keys of theirs in their place.</summary>
public sealed record MemberAnswer(PersonAnswer Person, string Leaf, bool IsRecalled, bool IsReplaced);

/// <summary>Somebody who was proposed for a room, or terms that were: exactly one of the two; named by the number of
/// the message that did it; whether an answer of ours is on its way; since when it is known here, by this desk's
/// clock; and whether they are to go.</summary>
public sealed record ProposalAnswer(ulong Number, bool IsOurs, PersonAnswer? Whom, TermsAnswer? Terms, string State,
    string Words, string Reason, bool IsAnswering, DateTimeOffset? Since = null,
    IReadOnlyList<TermChangeAnswer>? Changes = null, bool IsOut = false);


/// <summary>When a message reached a rung; in words, and by the rung's name in this program.</summary>
public sealed record RungAnswer(string Rung, DateTimeOffset At, string Name);

/// <summary>One message: when it was written by its author's clock, how many messages of others its author had
/// read that are not here, and, on a page of screens, where terms stand in its words; in a caucus, that nobody of the
/// other side is in the room; and after how many days its words were erased, if they were.</summary>
public sealed record MessageAnswer(ulong Order, PersonAnswer Author, ulong Number, string Rung,
    IReadOnlyList<RungAnswer> Rungs, DateTimeOffset Written, uint MissingBefore, ulong AnswersUnread, string Text,
    ActAnswer? Act = null, IReadOnlyList<MarkAnswer>? Marks = null, bool? IsOwnSide = null,
    uint? ErasedAfterDays = null);

/// <summary>A place in a room's transcript; 0 if there is none.</summary>
public sealed record PlaceAnswer(string Room, ulong Order);

/// <summary>Messages of one author that somebody else has read and that are not here: withheld, or on their
/// way.</summary>
public sealed record AwaitedAnswer(PersonAnswer Author, ulong Count, PersonAnswer ReadBy, DateTimeOffset Since);

/// <summary>The room whose place one takes: why, and how far each side had come in it; by number of the keys and
/// tag.</summary>
public sealed record PredecessorAnswer(string Room, string Why, string Words);

/// <summary>One room; its opposite numbers are told of one room alone, and what is due in it with the line. A caucus
/// says that it is of our own side alone, and whether this desk came into it later: then what was said before is not
/// known here. Since when words are held in it that can still be taken back. What others said is counted by how far
/// each of them has come. Of a room of both sides the terms of its line, and in which fields its own let
/// more.</summary>
public sealed record RoomAnswer(string Room, string Status, string Words, string? Purpose, string? Excluded,
    PersonAnswer Counterpart, string Turn, DateTimeOffset? TurnSince, ulong? Epoch, string? Tag,
    IReadOnlyList<MemberAnswer> Members, IReadOnlyList<ProposalAnswer> Proposals,
    IReadOnlyList<AwaitedAnswer> Awaited, PredecessorAnswer? Follows, string? FollowedBy, ulong Messages,
    int Waiting, bool IsStuck, IReadOnlyList<PairAnswer>? Pairs = null, IReadOnlyList<DueAnswer>? Due = null,
    bool? IsOwnSide = null, TermsAnswer? Terms = null, ErasureAnswer? Erases = null,
    bool? CameLater = null, DateTimeOffset? HeldSince = null, ulong OthersSaid = 0, LineCharterAnswer? OfLine = null,
    IReadOnlyList<string>? Wider = null);

/// <summary>What a desk has kept of a room, checked against itself; and of how many messages the words were erased, as
/// the terms say under which they were said.</summary>
public sealed record ArchiveAnswer(string Room, ulong Messages, bool IsWhole, IReadOnlyList<ArchivedAnswer> Authors,
    ulong Erased = 0);

/// <summary>One author of it: their own numbers from the first to the last, how many of them are not here, and which
/// are not what their chain says, or not what somebody else has read.</summary>
public sealed record ArchivedAnswer(PersonAnswer Author, ulong First, ulong Last, ulong Missing,
    IReadOnlyList<ulong> Broken, IReadOnlyList<ulong> ReadOtherwise);

/// <summary>What went wrong, and when it was noticed.</summary>
public sealed record AlarmAnswer(DateTimeOffset At, string What, string? Room, string Words);

/// <summary>A line: its state in a word, in a sentence and by the name of its cause, with how many it is
/// about; and everybody of either side who is known on it. The first line of a desk tells besides of the rooms of our
/// own side alone, if there are any, of every alarm, and of the desk's other lines, each with another party.</summary>
public sealed record LineAnswer(string Line, PersonAnswer We, string Them, string State, string Words,
    DateTimeOffset Since, bool IsFrozen, ulong Missing, int Waiting, IReadOnlyList<PersonAnswer> Theirs,
    IReadOnlyList<RoomAnswer> Rooms, IReadOnlyList<string> Warnings, IReadOnlyList<AlarmAnswer> Alarms,
    IReadOnlyList<SealAnswer> Seals, string Cause, ulong Number, IReadOnlyList<RoomAnswer>? Caucuses = null,
    IReadOnlyList<LineAnswer>? Others = null, IReadOnlyList<PersonAnswer>? People = null,
    LineChartersAnswer? Charters = null)
{
    /// <summary>This line and the others of its desk.</summary>
    [JsonIgnore]
    public IEnumerable<LineAnswer> All => [this, .. Others ?? []];

    /// <summary>The rooms of all lines.</summary>
    [JsonIgnore]
    public IReadOnlyList<RoomAnswer> AllRooms => [.. All.SelectMany(line => line.Rooms)];
}

/// <summary>A seal by which people of a party are known here: our own, given by hand, or one that it
/// recognised; the key in hexadecimal digits.</summary>
public sealed record SealAnswer(string Party, string Key, bool IsOurs);

/// <summary>Words that somebody has begun and not said, at most as long as one message; and those that they have said
/// and can still take back.</summary>
public sealed record DraftAnswer(string Room, string Text, HeldAnswer? Held = null);

/// <summary>Words that can still be taken back, and since when they are held.</summary>
public sealed record HeldAnswer(string Text, DateTimeOffset Since);

/// <summary>What is told to who follows a room: exactly one of the fields.</summary>
public sealed record NewsAnswer(MessageAnswer? Message = null, MessageAnswer? Further = null, RoomAnswer? Room = null,
    LineAnswer? Line = null, AlarmAnswer? Alarm = null, DueAnswer? Due = null);

/// <summary>What a person asks for when opening a room; one that follows another has its terms, unless they are
/// given. The line by the other party's short name, where words of an office are not enough.</summary>
public sealed record RoomQuestion(string With, string? Purpose, string? Excluded, string? Follows = null,
    string? Why = null, string? Line = null, FurtherTerms? Terms = null);

/// <summary>The room that would be asked for: with whom, on which terms, and which room's place it would take, and
/// why.</summary>
public sealed record RoomLookAnswer(PersonAnswer With, TermsAnswer Terms, string? Follows = null, string? Why = null);

/// <summary>Who is proposed for a room: by words or digits, or by an accreditation, in base64 or as its file; and
/// why.</summary>
public sealed record InviteQuestion(string? Whom, string? Accreditation, string Reason, string? File = null);

/// <summary>Which terms are to become others, and why; null stays as it is.</summary>
public sealed record AmendQuestion(
    string? Purpose, string? Excluded, string Reason, FurtherTerms? Terms = null);

/// <summary>Which of the proposals in a room is meant, if it is not the only one, and why.</summary>
public sealed record ActQuestion(ulong? To, string Reason);

/// <summary>An order of the party's seal, and the request that it grants if another desk made it, in base64; or the
/// order as its file.</summary>
public sealed record OrderQuestion(string? Order, string? Request = null, string? File = null);

/// <summary>The leaf that goes, in hexadecimal digits, if it is another than the desk remembers.</summary>
public sealed record ReplaceQuestion(string? Leaf);

/// <summary>What this desk asks its party for, in base64; the room; and as a file, with its name.</summary>
public sealed record RequestAnswer(string Request, RoomAnswer Room, string? Name = null, string? File = null);

/// <summary>Why something was not done, the exit code that says so, and which refusal it is of those that have a
/// name; the room that it is about, if it is another than the one asked of; and by which mandates it would be done, by
/// their names in this program, where a rule says.</summary>
public sealed record RefusedAnswer(string Sentence, int Code, DoorQuestion? Asks = null, string? Why = null,
    string? Room = null, string? Needs = null);

/// <summary>What whoever says something is asked first; they may mean it all the same.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DoorQuestion>))]
public enum DoorQuestion
{
    /// <summary>Are the same words to be said once more?</summary>
    Again = 1,

    /// <summary>Is it for this room? Much of it was said in another.</summary>
    OtherRoom = 2,

    /// <summary>Is it to be done against the terms of the room?</summary>
    AgainstTerms = 3,
}

/// <summary>How these are written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LineAnswer))]
[JsonSerializable(typeof(IReadOnlyList<RoomAnswer>))]
[JsonSerializable(typeof(IReadOnlyList<MessageAnswer>))]
[JsonSerializable(typeof(PlaceAnswer))]
[JsonSerializable(typeof(ArchiveAnswer))]
[JsonSerializable(typeof(NewsAnswer))]
[JsonSerializable(typeof(RoomQuestion))]
[JsonSerializable(typeof(RoomLookAnswer))]
[JsonSerializable(typeof(InviteQuestion))]
[JsonSerializable(typeof(AmendQuestion))]
[JsonSerializable(typeof(TermsAnswer))]
[JsonSerializable(typeof(ActQuestion))]
[JsonSerializable(typeof(OrderQuestion))]
[JsonSerializable(typeof(TalkQuestion))]
[JsonSerializable(typeof(TalkAnswer))]
[JsonSerializable(typeof(ActAnswer))]
[JsonSerializable(typeof(LinePastAnswer))]
[JsonSerializable(typeof(LetterAnswer))]
[JsonSerializable(typeof(GivenLetterAnswer))]
[JsonSerializable(typeof(LetterCodesAnswer))]
[JsonSerializable(typeof(JoinedLetterAnswer))]
[JsonSerializable(typeof(CompareQuestion))]
[JsonSerializable(typeof(ComparedAnswer))]
[JsonSerializable(typeof(UnlockAnswer))]
[JsonSerializable(typeof(PartiesAnswer))]
[JsonSerializable(typeof(DraftAnswer))]
[JsonSerializable(typeof(ReplaceQuestion))]
[JsonSerializable(typeof(RequestAnswer))]
[JsonSerializable(typeof(IReadOnlyList<OpenTextAnswer>))]
[JsonSerializable(typeof(OpenItemAnswer))]
[JsonSerializable(typeof(RecordQuestion))]
[JsonSerializable(typeof(RecordTextAnswer))]
[JsonSerializable(typeof(SignQuestion))]
[JsonSerializable(typeof(IReadOnlyList<RecordAnswer>))]
[JsonSerializable(typeof(RecordFileAnswer))]
[JsonSerializable(typeof(LineChartersAnswer))]
[JsonSerializable(typeof(CharterQuestion))]
[JsonSerializable(typeof(CharterTextAnswer))]
[JsonSerializable(typeof(ExportQuestion))]
[JsonSerializable(typeof(IReadOnlyList<ExportAnswer>))]
[JsonSerializable(typeof(ConveyQuestion))]
[JsonSerializable(typeof(ConveyTextAnswer))]
[JsonSerializable(typeof(IReadOnlyList<ConveyedAnswer>))]
[JsonSerializable(typeof(LeakWord))]
[JsonSerializable(typeof(IReadOnlyList<LeakAnswer>))]
[JsonSerializable(typeof(ToldQuestion))]
[JsonSerializable(typeof(ToldAnswer))]
[JsonSerializable(typeof(FoundAnswer))]
[JsonSerializable(typeof(RefusedAnswer))]
public sealed partial class DoorJson : JsonSerializerContext;
