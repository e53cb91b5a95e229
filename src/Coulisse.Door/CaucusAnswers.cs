namespace Coulisse.Door;

/// <summary>A remark of a caucus, by its place, as 1.2, under what it is about: in words and, where the message is
/// here, by itself; and the votes.</summary>
public sealed record RemarkAnswer(ulong Number, string Place, string Subject, PersonAnswer By, string Words, int Sum,
    IReadOnlyList<VoteAnswer> Votes, SubjectAnswer? On = null);

/// <summary>An officer's vote: +1, 0 or -1.</summary>
public sealed record VoteAnswer(PersonAnswer By, int Value);

/// <summary>Dissent that stands on the record: from what, in words; by itself; or from the contact as such.</summary>
public sealed record DissentAnswer(ulong Number, PersonAnswer By, string Subject, string Words,
    SubjectAnswer? On = null, bool IsFromContact = false);

/// <summary>A message that our side speaks of: in which room, by its number there, whose, and what it says.</summary>
public sealed record SubjectAnswer(string Room, ulong Order, PersonAnswer By, string Words);
