using Coulisse.Desk.Rooms;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Caucus;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk;

/// <summary>
/// Whether what a person says in a room of both sides may cross. A caucus that this desk is in, or was, may have set
/// the rule that it approves first: then exactly the approved words do, once. The rule is kept among one's own alone,
/// and the other side sees nothing but words.
/// </summary>
/// <param name="Blocking">The first caucus that has not approved, and whose approval its rules take; null if none
/// stands against it.</param>
/// <param name="Used">What allows it, to be used up by it.</param>
internal sealed record Crossing((RoomId Caucus, Mandate By)? Blocking,
    IReadOnlyList<(RoomId Caucus, MessageId Approval)> Used)
{
    private static readonly Crossing Free = new(null, []);

    /// <summary>What stands against it, or allows it.</summary>
    internal static Crossing Of(DeskCores both, DeskEvent act, RoomId room)
    {
        var known = both.Line.CharterOf(room)?.Terms;
        var words = WordsOf(act).Where(text => text.Length > 0
            && (act is not DeskEvent.ChangeProposed || !IsKnown(known, text))).ToList();
        if (words.Count == 0 || both.Of(room) == both.Home)
            return Free;
        var used = new List<(RoomId, MessageId)>();
        // Whoever has left the caucus is bound all the same: else leaving it would be the way around it.
        foreach (var caucus in both.Home.Rooms.Where(caucus => both.Home.Binds(caucus, room)))
        {
            foreach (var text in words)
            {
                if (both.Home.StatusOf(caucus) != RoomStatus.Open || Approval(both.Home, caucus, room, text,
                    used.Select(one => one.Item2)) is not { } approval)
                    return new((caucus, both.Home.TalkToBe(caucus).Approvers(Octets.CopyOf(room.Value.Span))), []);
                used.Add((caucus, approval.Id));
            }
        }
        return new(null, used);
    }

    /// <summary>Whether this caucus has approved exactly this text for this room.</summary>
    internal static bool IsApprovedFor(DeskCores both, RoomId caucus, RoomId room, string text) =>
        Approval(both.Home, caucus, room, text, []) is not null;

    /// <summary>Tells each caucus that its approval was used.</summary>
    internal IEnumerable<DeskEvent> Tell() => Used.Select(one => Tell(one.Caucus, new(one.Approval)));

    private static DeskEvent.ActSaid Tell(RoomId caucus, TalkAct.ApprovalUsed used) =>
        new(caucus, used, ActWords.Of(used), Precedence.Routine);

    private static ApprovalView? Approval(
        DeskCore home, RoomId caucus, RoomId room, string text, IEnumerable<MessageId> taken)
    {
        var (into, rules) = (Octets.CopyOf(room.Value.Span), home.RulesFor(caucus, room));
        return home.TalkToBe(caucus).Approvals.FirstOrDefault(one => one.Allows(into, text, rules)
            && !taken.Contains(one.Id));
    }

    // The other side has them: they are terms now, or every program says them.
    private static bool IsKnown(Charter? now, string text) =>
        new[] { now, Charter.Usual("", "") }.Any(one => one is not null
            && (one.Purpose == text || one.Excluded == text || one.MayKnow == text || one.End == text));

    // Every text of a person's own that crosses with an act. What closes or agrees in no words of one's own is free.
    private static IEnumerable<string> WordsOf(DeskEvent act) => act switch
    {
        DeskEvent.Said said => [said.Text],
        DeskEvent.ActSaid said => [said.Typed],
        DeskEvent.ChangeProposed { What.Charter.Terms: var terms } proposed =>
            [proposed.Reason, terms.Purpose, terms.Excluded, terms.MayKnow, terms.End],
        DeskEvent.ChangeProposed proposed => [proposed.Reason],
        DeskEvent.IntentAnswered answered => [answered.Reason],
        DeskEvent.IntentWithdrawn withdrawn => [withdrawn.Reason],
        _ => [],
    };
}
