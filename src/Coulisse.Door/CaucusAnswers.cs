namespace Coulisse.Door;

/// <summary>A remark of a caucus, by its place, as 1.2, under what it is about: in words, and the votes.</summary>
public sealed record RemarkAnswer(ulong Number, string Place, string Subject, PersonAnswer By, string Words, int Sum,
    IReadOnlyList<VoteAnswer> Votes);

/// <summary>An officer's vote: +1, 0 or -1.</summary>
public sealed record VoteAnswer(PersonAnswer By, int Value);

/// <summary>Dissent that stands on the record: from what, in words.</summary>
public sealed record DissentAnswer(ulong Number, PersonAnswer By, string Subject, string Words);
