namespace Coulisse.Signals.Exchange;

/// <summary>What a file is that should be a page's.</summary>
internal enum PageFileVerdict
{
    /// <summary>A page's, of this version or an earlier one.</summary>
    Whole,

    /// <summary>No page's, or not as a page wrote it.</summary>
    Damaged,

    /// <summary>A later version's: what belongs in it is not known here.</summary>
    Newer,
}
