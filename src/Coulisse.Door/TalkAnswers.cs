namespace Coulisse.Door;

/// <summary>What a message did, if it was more than words; in a sentence, and the number of the proposal. Of an act of
/// the talk: the numbers of the message that opened what it belongs to and of the one that it is about, and what its
/// author wrote, field by field.</summary>
public sealed record ActAnswer(string Kind, string Words, ulong? Proposal, ulong? Matter = null, ulong? About = null,
    IReadOnlyList<FieldAnswer>? Fields = null);

/// <summary>Words in one language, by its tag; empty where none was said.</summary>
public sealed record WordingAnswer(string Language, string Text);

/// <summary>A field of an act: its name, and what stands in it, each where there is one. A choice is named as in this
/// program; of a moment that people agreed on there is the clock in its zone as well.</summary>
public sealed record FieldAnswer(string Name, IReadOnlyList<WordingAnswer>? Words = null, string? Text = null,
    string? Choice = null, long? Number = null, DateTimeOffset? At = null, string? Clock = null,
    PersonAnswer? Person = null);

/// <summary>Where a term stands in a message's words, in UTF-16, and the number of the message that raised
/// it.</summary>
public sealed record MarkAnswer(int Start, int End, ulong Term);

/// <summary>What somebody of this desk's side could do next; what a mandate has to allow for it, and whether this
/// desk's does.</summary>
public sealed record PossibleAnswer(string Kind, string Right, bool IsMandated);

/// <summary>Two opposite numbers, and which sides say so.</summary>
public sealed record PairAnswer(PersonAnswer Ours, PersonAnswer Theirs, bool IsSaidByUs, bool IsSaidByThem);

/// <summary>Words that were marked in a message; and which of their places in it is meant, counted from 1.</summary>
public sealed record MarkedWords(string Words, int Place);

/// <summary>What a person does in a talk; whether this room is meant, the question being answered. In a caucus, the
/// room that the message spoken of is in, if it is another, or that a rule or an approval is for, of an approval by its
/// first digits, or none if a rule binds one alone; and whose word is needed. Of a question about words: those that its
/// text begins with; without them its first line, where it stands first. And the language of the text, where the act is
/// about another one.</summary>
public sealed record TalkQuestion(string Kind, ulong? To, string Language, string Text, int AnswerMinutes,
    string Precedence, bool IsHere = false, string? In = null, string? Of = null, MarkedWords? About = null,
    string? TextIn = null);

/// <summary>A matter of a talk, by the number of the message that opened it; whose it is to say something next, and by
/// when, where somebody owes something; and the message that brought its last version, where it has any.</summary>
public sealed record MatterAnswer(string Kind, ulong Number, PersonAnswer By, string Stage, string Words,
    string? Owes, DateTimeOffset? Due, IReadOnlyList<StepAnswer> Steps, IReadOnlyList<PossibleAnswer> Possible,
    ulong? Version = null, IReadOnlyList<PartAnswer>? Parts = null);

/// <summary>One side's part of a joint release: what became of it, when it was published, as they say, and since when
/// it is here, by our clock; whether it is of the agreed minute by its side's word alone, since it came here after
/// it.</summary>
public sealed record PartAnswer(bool IsOurs, string Became, DateTimeOffset? At, DateTimeOffset? HereSince,
    bool IsHereLate = false);

/// <summary>A text that is for the open, in its language.</summary>
public sealed record OpenTextAnswer(string Language, string Text);

/// <summary>Texts that are for the open, and the item file, by its name, that the page of our own side takes
/// up.</summary>
public sealed record OpenItemAnswer(IReadOnlyList<OpenTextAnswer> Texts, string Name, string File);

/// <summary>An act in it; why it came to nothing, if it did, in words and by its name; whether it is a report that came
/// too late.</summary>
public sealed record StepAnswer(ulong Number, PersonAnswer By, string Kind, string Words, string? WithoutEffect,
    string? Why, DateTimeOffset Written, ActAnswer Act, bool IsLate = false);

/// <summary>What is to be done by a certain time, in which matter, by us or by them: coming, soon, due or over; of a
/// situation report its period; in words and by a name.</summary>
public sealed record DueAnswer(ulong Number, string Kind, bool IsOurs, DateTimeOffset At, string State,
    uint? Period, string Words, string What);

/// <summary>What a room's acts come to, the numbers of those that refer to something not here yet, what is due, and
/// what this desk's side could open; of a caucus its remarks in their places, and who dissents.</summary>
public sealed record TalkAnswer(string Room, IReadOnlyList<MatterAnswer> Matters, IReadOnlyList<ulong> Waiting,
    IReadOnlyList<PairAnswer> Pairs, IReadOnlyList<DueAnswer> Due, IReadOnlyList<PossibleAnswer> Openings,
    IReadOnlyList<RemarkAnswer>? Remarks = null, IReadOnlyList<DissentAnswer>? Dissents = null);
