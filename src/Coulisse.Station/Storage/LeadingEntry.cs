using Coulisse.Wire.Lines;

namespace Coulisse.Station.Storage;

/// <summary>An entry that leaves before its turn: the highest rank first, then by place.</summary>
public readonly record struct LeadingEntry(LeadRank Rank, EntryPlace Place) : IComparable<LeadingEntry>
{
    public static bool operator <(LeadingEntry left, LeadingEntry right) => left.CompareTo(right) < 0;

    public static bool operator >(LeadingEntry left, LeadingEntry right) => left.CompareTo(right) > 0;

    public static bool operator <=(LeadingEntry left, LeadingEntry right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LeadingEntry left, LeadingEntry right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(LeadingEntry other) =>
        Rank == other.Rank ? Place.CompareTo(other.Place) : other.Rank.CompareTo(Rank);
}
