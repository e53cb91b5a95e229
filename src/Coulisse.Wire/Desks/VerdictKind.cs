namespace Coulisse.Wire.Desks;

/// <summary>
/// What a station says of a submission. Up to <see cref="Stale"/> it is the last word: the number is used up, and the
/// same submission again gets the same word. After that nothing was decided: the same bytes may come again later.
/// </summary>
public enum VerdictKind : ushort
{
    /// <summary>It is in the log, at the place that the verdict names.</summary>
    Taken = 1,

    /// <summary>Another commit of the own side was written for that epoch first.</summary>
    EpochTaken = 2,

    /// <summary>The own side has written in a later epoch: seal it again.</summary>
    Stale = 3,

    /// <summary>The desk was cut off by its own party.</summary>
    CutOff = 16,

    /// <summary>It does not follow the desk's last one: another holder of the same keys has written.</summary>
    NotTheSuccessor = 17,

    /// <summary>It breaks a rule of its format; the desk's program is at fault, or is another version.</summary>
    Malformed = 18,

    /// <summary>The own log has grown as far as the other station takes it; wait.</summary>
    WindowFull = 19,

    /// <summary>The line is frozen: two histories were found, and people have to look at the evidence.</summary>
    Frozen = 20,

    /// <summary>The station cannot write to its disk now; nothing was taken.</summary>
    NotStored = 21,

    /// <summary>It is of an epoch to which no commit that this station knows has led.</summary>
    TooEarly = 22,

    /// <summary>The station's file may be an old copy: until that is settled nothing is written. Not the desk's
    /// fault.</summary>
    Restoring = 23,
}

/// <summary>What follows from a kind alone.</summary>
public static class VerdictKinds
{
    /// <summary>Whether it is the last word on a submission.</summary>
    public static bool IsFinal(this VerdictKind kind) => kind <= VerdictKind.Stale;
}
