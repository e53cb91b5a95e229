namespace Coulisse.Door;

/// <summary>Where words were found, the newest first, and whether there is more.</summary>
public sealed record FoundAnswer(IReadOnlyList<HitAnswer> Hits, bool IsMore);

/// <summary>A message in which all the words stand: where, whose, since when it is here; what stands around the first
/// of them, and where they stand in that, in UTF-16.</summary>
public sealed record HitAnswer(string Room, bool IsOwnSide, ulong Order, PersonAnswer Author, DateTimeOffset At,
    string Text, IReadOnlyList<MarkAnswer> Marks);
