namespace Coulisse.World.Days;

/// <summary>What a day was: chosen by its seed alone, the same however often it is played.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Messages">How many messages were said.</param>
/// <param name="Commits">How many commits became part of a log.</param>
/// <param name="Intents">How many rooms were asked for beside the first, whatever became of it.</param>
/// <param name="Faults">What the link, the disks and strangers did wrong.</param>
/// <param name="Crashes">How often a machine stopped.</param>
/// <param name="Violation">The invariant that broke, and how; null if none did.</param>
/// <param name="Chosen">What the seed chose, line by line.</param>
public sealed record DayReport(ulong Seed, int Messages, int Commits, int Intents, int Faults, int Crashes,
    string? Violation, IReadOnlyList<string> Chosen)
{
    public const int MessagesMin = 50;
    public const int CommitsMin = 5;
    public const int IntentsMin = 1;
    public const int FaultsMin = 10;
    public const int CrashesMin = 2;

    /// <summary>Whether too little happened to mean anything.</summary>
    public bool IsThin => Messages < MessagesMin || Commits < CommitsMin || Intents < IntentsMin
        || Faults < FaultsMin || Crashes < CrashesMin;
}
