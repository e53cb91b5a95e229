namespace Coulisse.Wire.Credence;

/// <summary>Why a seal's chain was not opened for signing.</summary>
public enum SealChainRefusal
{
    /// <summary>There is no chain file. A second chain must never be started for a seal: bring the file back.</summary>
    Missing = 1,

    /// <summary>Another signing has it open.</summary>
    InUse,

    /// <summary>The file does not begin as a chain file does.</summary>
    NotAChain,

    /// <summary>The chain is another seal's.</summary>
    AnotherSeal,

    /// <summary>Bytes before the last record were changed or lost.</summary>
    Damaged,

    /// <summary>The last record is incomplete, as a crash while signing leaves it.</summary>
    TornTail,

    /// <summary>The file has reached its largest size.</summary>
    Full,
}
