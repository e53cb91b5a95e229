using System.Diagnostics;
using Coulisse.Talks;
using Coulisse.Talks.Ledgers;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Transcripts;
using Coulisse.Wire.Rooms;
using NodaTime;

namespace Coulisse.Desk.Door;

/// <summary>What is due in a room, for people.</summary>
internal static class DueTelling
{
    private const int MissingShown = 3;

    /// <summary>What a screen shows: a rhythm that nobody keeps would fill it, so of each side's reports that are
    /// missing the latest.</summary>
    internal static IReadOnlyList<DueAnswer> Shown(IReadOnlyList<DueAnswer> due)
    {
        var hidden = due.Where(one => one is { Period: not null, State: nameof(DueState.Over) })
            .GroupBy(one => (one.Number, one.IsOurs)).SelectMany(one => one.SkipLast(MissingShown)).ToHashSet();
        return [.. due.Where(one => !hidden.Contains(one))];
    }

    /// <summary>What is due in a room: the numbers of its messages are looked up only if something
    /// is.</summary>
    internal static IReadOnlyList<DueAnswer> Of(DeskCore core, RoomId room, DeskIdentity identity, DateTimeOffset now)
    {
        var talk = core.TalkOf(room);
        var orders = new Lazy<Dictionary<MessageId, ulong>>(() => core.TranscriptOf(room, 0, int.MaxValue)
            .Where(one => one.Heard.Number > 0)
            .ToDictionary(one => MessageId.From(one.Heard.Name.Span), one => one.Order));
        return Of(talk, identity, now, id => orders.Value[id]);
    }

    internal static IReadOnlyList<DueAnswer> Of(
        Talk talk, DeskIdentity identity, DateTimeOffset now, Func<MessageId, ulong> orderOf) =>
    [
        .. talk.Due(Instant.FromDateTimeOffset(now)).Select(one => new DueAnswer(orderOf(one.Matter),
            one.Kind.ToString(), one.Side == ActMaker.SideOf(identity), one.At.ToDateTimeOffset(),
            one.State.ToString(), one.Period, Words(talk, one))),
    ];

    private static string Words(Talk talk, DueThing due) => due.Kind switch
    {
        MatterKind.Rhythm => $"situation report {due.Period}",
        MatterKind.ReadBack => "a word on whether it was understood as it was meant",
        MatterKind.Commitment => talk.Of(due.Matter) is { Opener.Side: var promiser } && promiser == due.Side
            ? "what was promised, or a word on it" : "a word on whether the promise was kept",
        MatterKind.Signal => talk.Of(due.Matter)?.Stage == Stage.Accepted
            ? "the signal that was accepted" : "an answer to the signal that is asked for",
        MatterKind.Release => talk.Of(due.Matter)?.Stage == Stage.Proposed
            ? "an answer to the joint release" : "the text of the joint release",
        _ => throw new UnreachableException(),
    };
}
