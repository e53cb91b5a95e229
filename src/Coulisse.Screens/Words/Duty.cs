using Coulisse.Door;

namespace Coulisse.Screens.Words;

/// <summary>What waits for a person of ours in a room.</summary>
internal static class Duty
{
    /// <summary>The key of its phrase; null if nothing does.</summary>
    internal static string? Of(RoomAnswer room) => room.Status switch
    {
        "Invited" => room.IsOwnSide == true ? "duty.conferred" : "duty.invited",
        "AsksForConsent" when room.Waiting == 0 => "duty.opening",
        _ => Proposals(room).Any() ? "duty.proposal" : null,
    };

    /// <summary>The proposals of the other side that no answer of ours is under way to.</summary>
    internal static IEnumerable<ProposalAnswer> Proposals(RoomAnswer room) => room.Proposals
        .Where(one => one is { IsOurs: false, State: "Proposed", IsAnswering: false });
}
