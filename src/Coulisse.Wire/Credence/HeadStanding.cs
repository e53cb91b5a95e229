namespace Coulisse.Wire.Credence;

/// <summary>What the heads that a party's desks name say about the entries that its station passed on.</summary>
public enum HeadStanding
{
    /// <summary>Every entry up to the highest head is here, with the content of every recall.</summary>
    Whole = 1,

    /// <summary>Entries, or contents of recalls, have not arrived: a recall may be among them.</summary>
    Withheld,

    /// <summary>A head names another hash than the entry of that number has: there are two chains.</summary>
    Forked,
}
