namespace Coulisse.Desk.StationLink;

/// <summary>Something at the desk could not be looked at, by a fault of ours. Nothing has changed.</summary>
/// <param name="fault">What was thrown; its text may hold words, and is told to nobody.</param>
public sealed class LookFailedException(Exception fault)
    : Exception($"It could not be looked at ({fault?.GetType().Name}).", fault);
