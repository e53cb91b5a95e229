namespace Coulisse.Talks.Charters;

/// <summary>What can be proved afterwards.</summary>
public enum RecordMode
{
    /// <summary>Nothing to an outsider.</summary>
    OffRecord = 1,

    /// <summary>What both countersign.</summary>
    OnRecord = 2,
}
