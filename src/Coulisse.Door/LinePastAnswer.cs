namespace Coulisse.Door;

/// <summary>What a desk knows of its line over time: how it was while the desk was open, how long messages of its own
/// took, and what is on its way.</summary>
public sealed record LinePastAnswer(IReadOnlyList<LineSpanAnswer> Spans, IReadOnlyList<TripAnswer> Trips,
    IReadOnlyList<QueueAnswer> Queues);

/// <summary>A time in which it was so, and why; by a name, and how many that is about.</summary>
public sealed record LineSpanAnswer(DateTimeOffset From, DateTimeOffset Until, string Cause, ulong Number);

/// <summary>A message of this desk's: when it was written, and how many seconds it took to our station, from there to
/// theirs, and from there to their desk; null for as long as it is not there.</summary>
public sealed record TripAnswer(DateTimeOffset At, double? ToOurStation, double? ToTheirStation, double? ToTheirDesk);

/// <summary>What was said in a room and has come so far and no farther; how many, and since when the oldest of
/// them.</summary>
public sealed record QueueAnswer(string Room, string Rung, int Count, DateTimeOffset Oldest);
