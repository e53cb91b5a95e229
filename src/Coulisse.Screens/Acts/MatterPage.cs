namespace Coulisse.Screens.Acts;

/// <summary>A page of a room's matters.</summary>
/// <param name="Name">In its address, and the end of its phrase's key.</param>
/// <param name="Kinds">Which matters stand on it.</param>
/// <param name="Openings">By which acts such matters are opened from it; a query and a read-back begin at the words
/// that they are about.</param>
internal sealed record MatterPage(string Name, IReadOnlyList<string> Kinds, IReadOnlyList<string> Openings)
{
    /// <summary>All of them.</summary>
    internal static IReadOnlyList<MatterPage> All { get; } =
    [
        new("words", ["Query", "ReadBack"], []),
        new("terms", ["Term"], ["TermRaised"]),
        new("red-lines", ["RedLine"], ["RedLineStated"]),
        new("commitments", ["Commitment"], ["CommitmentMade"]),
        new("reports", ["Rhythm"], ["RhythmProposed"]),
        new("open", ["Signal", "Release"], ["SignalAsked", "ReleaseOffered"]),
        new("counterparts", ["Counterpart"], ["CounterpartNamed"]),
    ];

    /// <summary>The page on which a matter stands; null if it stands on none.</summary>
    internal static MatterPage? Of(string kind) => All.FirstOrDefault(page => page.Kinds.Contains(kind));
}
