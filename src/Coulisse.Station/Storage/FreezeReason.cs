namespace Coulisse.Station.Storage;

/// <summary>What a line was frozen for.</summary>
public enum FreezeReason : ushort
{
    /// <summary>The other side wrote two entries of one number.</summary>
    TwoEntriesOfOneNumber = 1,

    /// <summary>An entry of the other side names another one before it than was received.</summary>
    BrokenChain = 2,

    /// <summary>The other side's standing names another head than was received.</summary>
    AnotherHead = 3,

    /// <summary>The other side holds more of the own log than the own station has: its file is an old copy.</summary>
    OwnLogIsOld = 4,

    /// <summary>What a restored station was given of its own log is another entry than the one it has, or than it was
    /// given by somebody else.</summary>
    TwoOwnHistories = 5,
}
