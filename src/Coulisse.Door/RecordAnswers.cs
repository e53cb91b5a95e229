namespace Coulisse.Door;

/// <summary>What is to be put on record: messages by their numbers here, the words in which it is put (a subject;
/// behind an empty line, minutes), and whether this room is meant, if much of them was said in another.</summary>
public sealed record RecordQuestion(IReadOnlyList<ulong> Messages, string Language, string Text, bool IsHere = false);

/// <summary>A text for the record, whole, the digits by which it is signed, and what a person has to know before they
/// sign; in a sentence, and by a name: First, Second, Waiting or OnRecord.</summary>
public sealed record RecordTextAnswer(string Text, string Digest, string Words, string Means);

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
/// <param name="Messages">Which.</param>
/// <param name="For">For whom.</param>
/// <param name="IsAgainstTerms">Whether it is meant, though the terms of the room do not let it.</param>
public sealed record ExportQuestion(IReadOnlyList<ulong> Messages, string For, bool IsAgainstTerms = false);

/// <summary>A copy that left this desk, and when it was made, its text; and what of the room's terms it was against, if
/// it was.</summary>
public sealed record ExportAnswer(ulong Number, DateTimeOffset At, string Room, string By, string For,
    IReadOnlyList<ulong> Messages, string Hash, string? Text = null, string? AgainstTerms = null);

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

/// <summary>Which subject, one word or phrase a line; and what our side said in public: files, by their
/// names.</summary>
public sealed record ToldQuestion(string Subject, IReadOnlyList<ToldFile> Public);

/// <summary>A signed statement, an item file, or text; in base64.</summary>
public sealed record ToldFile(string Name, string File);

/// <summary>What our side told, promised and said in public: places, and the rows of like sentences.</summary>
public sealed record ToldAnswer(IReadOnlyList<ToldPlaceAnswer> Places, IReadOnlyList<ToldRowAnswer> Rows);

/// <summary>Where something was said, in words; by a name, Told, Promised or Public; and in which room, to
/// whom.</summary>
public sealed record ToldPlaceAnswer(string Words, string Kind, string? Room = null, PersonAnswer? To = null,
    string? File = null);

/// <summary>Like sentences; whether they were said in one place only, and whether they differ in a word.</summary>
public sealed record ToldRowAnswer(bool IsAlone, bool Differs, IReadOnlyList<ToldSentenceAnswer> Sentences);

/// <summary>A sentence: where, in words and by the place's index; in which message or text; and its words that no
/// other of its row has.</summary>
public sealed record ToldSentenceAnswer(string Place, int At, ulong Number, string Text,
    IReadOnlyList<string> Differing);
