using Coulisse.Desk.Rooms;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Transcripts;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Exports;

/// <summary>Whether a copy of messages is as the terms say under which each was said. Nobody can keep a party from its
/// own copies: whoever makes one against the terms is asked, and the register says so.</summary>
internal static class QuotingRule
{
    /// <summary>What the terms say of those that they do not let be quoted, the strictest first; none if they let all.
    /// Only on the desk's own thread.</summary>
    internal static (Quoting Against, IReadOnlyList<ulong> Orders) Of(
        DeskCore core, RoomId room, IReadOnlyList<ulong> orders)
    {
        var agreed = core.TalkOf(room).Records.Where(one => one.Stage == Stage.Countersigned)
            .SelectMany(one => one.Messages).ToHashSet();
        var against = orders.Select(order => (Order: order, Heard: core.MessageOf(room, order)!))
            .Select(one => (one.Order, core.TermsOf(room, one.Heard).Quoting, one.Heard))
            .Where(one => one.Quoting switch
            {
                Quoting.Never => true,
                Quoting.ByConsent => !agreed.Contains(MessageId.From(one.Heard.Name.Span)),
                Quoting.OwnWords => !IsOurs(core, room, one.Heard),
                _ => false, // nothing was agreed
            }).ToList();
        return against.Count == 0 ? (default, [])
            : (against.Min(one => one.Quoting), [.. against.Select(one => one.Order)]);
    }

    private static bool IsOurs(DeskCore core, RoomId room, Heard heard) =>
        core.AuthorOf(room, heard.Desk)?.By.Party == core.Identity.Accreditation.By.Party;
}
