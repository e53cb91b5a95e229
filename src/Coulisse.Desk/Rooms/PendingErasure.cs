namespace Coulisse.Desk.Rooms;

/// <summary>Words that are to be erased, as the terms say.</summary>
/// <param name="At">When, by this desk's clock.</param>
/// <param name="Count">Those of how many messages.</param>
public sealed record PendingErasure(DateTimeOffset At, int Count);
