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

    /// <summary>What is due in a room.</summary>
    internal static IReadOnlyList<DueAnswer> Of(
        DeskCore core, RoomId room, DeskIdentity identity, DateTimeOffset now) =>
        Of(core.TalkOf(room), identity, now, id => core.PlaceOf(room, id)!.Value.Order);

    internal static IReadOnlyList<DueAnswer> Of(
        Talk talk, DeskIdentity identity, DateTimeOffset now, Func<MessageId, ulong> orderOf) =>
    [
        .. talk.Due(Instant.FromDateTimeOffset(now)).Select(one => new DueAnswer(orderOf(one.Matter),
            one.Kind.ToString(), one.Side == ActMaker.SideOf(identity), one.At.ToDateTimeOffset(),
            one.State.ToString(), one.Period, Words(WhatOf(talk, one), one.Period), WhatOf(talk, one))),
    ];

    private static string WhatOf(Talk talk, DueThing due) => due.Kind switch
    {
        MatterKind.Rhythm => "Report",
        MatterKind.ReadBack => "ReadBack",
        MatterKind.Commitment => talk.Of(due.Matter) is { Opener.Side: var promiser } && promiser == due.Side
            ? "Promise" : "PromiseWord",
        MatterKind.Signal => talk.Of(due.Matter)?.Stage == Stage.Accepted ? "Signal" : "SignalAnswer",
        MatterKind.Release => talk.Of(due.Matter)?.Stage == Stage.Proposed ? "ReleaseAnswer" : "ReleaseText",
        _ => throw new UnreachableException(),
    };

    private static string Words(string what, uint? period) => what switch
    {
        "Report" => $"situation report {period}",
        "ReadBack" => "a word on whether it was understood as it was meant",
        "Promise" => "what was promised, or a word on it",
        "PromiseWord" => "a word on whether the promise was kept",
        "Signal" => "the signal that was accepted",
        "SignalAnswer" => "an answer to the signal that is asked for",
        "ReleaseAnswer" => "an answer to the joint release",
        "ReleaseText" => "the text of the joint release",
        _ => throw new UnreachableException(),
    };
}
