using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;
using static Coulisse.Talks.Tests.Scenes.Scene;

namespace Coulisse.Talks.Tests.Scenes;

/// <summary>An act of any kind, its references given.</summary>
internal static class RandomAct
{
    internal static readonly byte[] ReleaseSalt = new byte[ActLimits.SaltBytes];

    /// <summary>Good whoever gives it, for talks in which anybody says anything.</summary>
    internal static readonly Octets AnybodysSignature = Octets.CopyOf([0xff]);

    internal static TalkAct Of(ActKind kind, MessageId matter, MessageId version, Func<int, int> pick) =>
        Words(kind, matter, version, pick) ?? Ledgers(kind, matter, version, pick)
        ?? Caucus(kind, matter, pick) ?? Open(kind, matter, version, pick);

    private static TalkAct? Words(ActKind kind, MessageId matter, MessageId version, Func<int, int> pick) =>
        kind switch
        {
            ActKind.ItemsSaid => new TalkAct.ItemsSaid(
                [.. Enumerable.Range(0, 1 + pick(4)).Select(one => En($"Item {one}"))]),
            ActKind.QueryAsked => new TalkAct.QueryAsked(matter, "en", new(4, 8), pick(8) == 0 ? "lime" : "line",
                En("Which?")),
            ActKind.QueryAnswered => new TalkAct.QueryAnswered(matter, En($"This one {pick(9)}.")),
            ActKind.QueryClosed => new TalkAct.QueryClosed(matter),
            ActKind.QueryTakenBack => new TalkAct.QueryTakenBack(matter),
            ActKind.ReadBackSaid => new TalkAct.ReadBackSaid(matter,
                [.. Enumerable.Range(pick(2), 1 + pick(2)).Select(one => new ItemUnderstood((uint)one, En("So.")))],
                Morning + Duration.FromHours(pick(9))),
            ActKind.ReadBackConfirmed => new TalkAct.ReadBackConfirmed(matter),
            ActKind.ReadBackCorrected => new TalkAct.ReadBackCorrected(matter, En("Not so.")),
            ActKind.ReadBackTakenBack => new TalkAct.ReadBackTakenBack(matter),
            ActKind.TermRaised => new TalkAct.TermRaised([new("en", "line"), new("fr", "ligne")]),
            ActKind.TermDefined => new TalkAct.TermDefined(matter, En("line"), En($"Meaning {pick(5)}.")),
            ActKind.TermAgreed => new TalkAct.TermAgreed(matter, version),
            ActKind.TermHasNoEquivalent => new TalkAct.TermHasNoEquivalent(matter, "ru", []),
            ActKind.TermWithdrawn => new TalkAct.TermWithdrawn(matter, version),
            _ => null,
        };

    private static TalkAct? Ledgers(ActKind kind, MessageId matter, MessageId version, Func<int, int> pick) =>
        kind switch
        {
            ActKind.RedLineStated => new TalkAct.RedLineStated(Line(pick)),
            ActKind.RedLineQuestioned => new TalkAct.RedLineQuestioned(matter, version, En("Also by sea?")),
            ActKind.RedLineClarified => new TalkAct.RedLineClarified(matter, Line(pick)),
            ActKind.RedLineUnderstood => new TalkAct.RedLineUnderstood(matter, version),
            ActKind.RedLineContested => new TalkAct.RedLineContested(matter, version, En("No.")),
            ActKind.RedLineWithdrawn => new TalkAct.RedLineWithdrawn(matter, []),
            ActKind.CommitmentMade => new TalkAct.CommitmentMade(En("To open the bridge."), "minister", new(
                new LocalDateTime(2031, 5, 5, 9 + pick(9), 0), 120, "Europe/Zurich")),
            ActKind.CommitmentAcknowledged => new TalkAct.CommitmentAcknowledged(matter),
            ActKind.CommitmentWithdrawn => new TalkAct.CommitmentWithdrawn(matter, []),
            ActKind.CommitmentReleased => new TalkAct.CommitmentReleased(matter),
            ActKind.CommitmentJudged => new TalkAct.CommitmentJudged(matter, (Verdict)(1 + pick(3)), []),
            ActKind.RhythmProposed => new TalkAct.RhythmProposed(Morning + Duration.FromHours(pick(5)), 60,
                (uint)pick(30)),
            ActKind.RhythmAgreed => new TalkAct.RhythmAgreed(matter),
            ActKind.RhythmWithdrawn => new TalkAct.RhythmWithdrawn(matter),
            ActKind.RhythmEnded => new TalkAct.RhythmEnded(matter, Morning + Duration.FromHours(pick(9))),
            ActKind.SituationReported => new TalkAct.SituationReported(matter, (uint)pick(6),
                (SituationLevel)(1 + pick(4)),
                [], En("Quiet."), []),
            _ => null,
        };

    private static TalkAct? Caucus(ActKind kind, MessageId matter, Func<int, int> pick) =>
        kind switch
        {
            ActKind.CounterpartNamed => new TalkAct.CounterpartNamed(People.All[pick(8)].Id, People.All[pick(8)].Id),
            ActKind.CounterpartEnded => new TalkAct.CounterpartEnded(matter),
            ActKind.RemarkMade => new TalkAct.RemarkMade(matter, pick(3) == 0, $"Remark {pick(9)}."),
            ActKind.RemarkVoted => new TalkAct.RemarkVoted(matter, pick(3) - 1),
            ActKind.DissentRecorded => new TalkAct.DissentRecorded(pick(2) == 0 ? default : matter, "I am against."),
            ActKind.ApprovalAsked => new TalkAct.ApprovalAsked(En("We agree."), (Mandate)(1 + pick(3)), Room(pick)),
            ActKind.ApprovalGiven => new TalkAct.ApprovalGiven(matter),
            ActKind.ApprovalRefused => new TalkAct.ApprovalRefused(matter, "Not so."),
            ActKind.ApprovalTakenBack => new TalkAct.ApprovalTakenBack(matter),
            ActKind.ApprovalUsed => new TalkAct.ApprovalUsed(matter),
            ActKind.RuleSet => new TalkAct.RuleSet(Room(pick), (Mandate)(1 + pick(5))),
            ActKind.RuleLifted => new TalkAct.RuleLifted(matter),
            _ => null,
        };

    private static TalkAct Open(ActKind kind, MessageId matter, MessageId version, Func<int, int> pick) =>
        kind switch
        {
            ActKind.SignalAsked => new TalkAct.SignalAsked(En("Say that you are open."), Morning),
            ActKind.SignalAccepted => new TalkAct.SignalAccepted(matter, version),
            ActKind.SignalRefused => new TalkAct.SignalRefused(matter, []),
            ActKind.SignalCountered => new TalkAct.SignalCountered(matter, En($"Wording {pick(5)}.")),
            ActKind.SignalReleased => new TalkAct.SignalReleased(matter, "page of the party"),
            ActKind.SignalTakenBack => new TalkAct.SignalTakenBack(matter),
            ActKind.ReleaseOffered => new TalkAct.ReleaseOffered(En("The bridge"), Morning, Commitment(pick(2))),
            ActKind.ReleaseJoined => new TalkAct.ReleaseJoined(matter, Commitment(pick(2))),
            ActKind.ReleaseCalledOff => new TalkAct.ReleaseCalledOff(matter, []),
            ActKind.ReleaseRevealed => new TalkAct.ReleaseRevealed(matter, Octets.CopyOf(ReleaseSalt),
                $"Text {pick(2)}",
                Morning + Duration.FromMinutes(pick(3))),
            ActKind.RecordProposed => new TalkAct.RecordProposed(En("The bridge"), Octets.CopyOf(matter.ToBytes()),
                pick(2) == 0 ? [] : En("Both spoke of the bridge."), Octets.Empty, Signature(pick)),
            ActKind.RecordCountersigned => new TalkAct.RecordCountersigned(matter, Signature(pick)),
            ActKind.RecordDeclined => new TalkAct.RecordDeclined(matter, []),
            ActKind.LineCharterProposed => new TalkAct.LineCharterProposed(1 + (ulong)pick(3),
                Octets.CopyOf(new byte[ActLimits.HashBytes]), Charter.Usual($"Purpose {pick(3)}", ""), Signature(pick)),
            ActKind.LineCharterAgreed => new TalkAct.LineCharterAgreed(matter, Signature(pick)),
            ActKind.LineCharterDeclined => new TalkAct.LineCharterDeclined(matter, []),
            _ => throw new UnreachableException(),
        };

    // One of two, so that rules and approvals meet.
    private static Octets Room(Func<int, int> pick) =>
        Octets.CopyOf([.. new byte[ActLimits.RoomBytes - 1], (byte)(1 - pick(2))]);

    private static Octets Signature(Func<int, int> pick) =>
        pick(4) == 0 ? Octets.CopyOf([0]) : AnybodysSignature;

    private static RedLineText Line(Func<int, int> pick) => new(En("To cross the river."), En($"More than {pick(9)}."),
        En("We answer."), En("All of the river."), (Certainty)(1 + pick(3)));

    private static Octets Commitment(int text) =>
        Octets.CopyOf(SHA256.HashData([.. ReleaseSalt, .. Encoding.UTF8.GetBytes($"Text {text}")]));
}
