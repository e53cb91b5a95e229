using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Talks;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Ledgers;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Signals;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Wire.Rooms;
using NodaTime;

namespace Coulisse.Desk.Door;

/// <summary>What a room's acts come to, for people: each by the number that its message has here.</summary>
internal sealed class TalkTelling(
    DeskCore core, RoomId room, Telling telling, DeskIdentity identity, DateTimeOffset now)
{
    private const int ReportsTold = 64;

    /// <summary>What the acts of a room come to; of a caucus its remarks and dissent as well.</summary>
    internal static TalkAnswer Of(DeskCores both, RoomId room, Telling telling, DateTimeOffset now)
    {
        var core = both.Of(room);
        var told = new TalkTelling(core, room, telling, core.Identity, now);
        return core.Identity.IsHome ? new CaucusTelling(both, telling, room).Add(told.Tell(), told.talk, told.OrderOf)
            : told.Tell();
    }

    private readonly Talk talk = core.TalkOf(room);
    private readonly Instant instant = Instant.FromDateTimeOffset(now);

    /// <summary>All of it.</summary>
    private TalkAnswer Tell()
    {
        var commitments = talk.Commitments(instant).ToDictionary(one => one.Id);
        var releases = talk.Releases(instant).ToDictionary(one => one.Id);
        var late = talk.Rhythms.SelectMany(rhythm => rhythm.Reports.Where(rhythm.IsLate).Select(one => one.Id))
            .ToHashSet();
        return new(room.ToString(),
            [
                .. talk.Matters.Select(matter => new MatterAnswer(matter.Kind.ToString(), OrderOf(matter.Id),
                    By(matter.Opening), commitments.GetValueOrDefault(matter.Id)?.Standing.ToString()
                        ?? matter.Stage.ToString(), ActWords.Whole(matter.Steps[0].Act),
                    !identity.IsHome && Owes(matter, commitments.GetValueOrDefault(matter.Id)) is { } side
                        ? side == ActMaker.SideOf(identity) ? "we" : "they" : null,
                    DueOf(matter),
                    [.. Told(matter).Select(step => Step(step, late))],
                    [.. Possible(matter, releases.GetValueOrDefault(matter.Id))], VersionOf(matter),
                    Parts(releases.GetValueOrDefault(matter.Id), matter))),
            ],
            [.. talk.Waiting.Select(one => OrderOf(one.Entry.Id))], Pairs(talk, telling, identity),
            DueTelling.Of(talk, identity, now, OrderOf), [.. talk.Openings(core.OwnPerson).SelectMany(Told)]);
    }

    // Reports come for as long as a rhythm goes on; earlier ones stand in the transcript.
    private static IEnumerable<Step> Told(Matter matter)
    {
        var earlier = matter.Steps.Where(step => step.Act is TalkAct.SituationReported).SkipLast(ReportsTold)
            .ToHashSet();
        return matter.Steps.Where(step => !earlier.Contains(step));
    }

    /// <summary>Who is whose opposite number.</summary>
    internal static PairAnswer[] Pairs(Talk talk, Telling telling, DeskIdentity identity)
    {
        PersonAnswer Person(DelegateId id) => telling.PersonOf(Opaque.Owning(id.ToBytes()));
        return
        [
            .. talk.Pairs.Select(pair => ActMaker.SideOf(identity) == Side.A
                ? new PairAnswer(Person(pair.OfA), Person(pair.OfB), pair.IsSaidByA, pair.IsSaidByB)
                : new(Person(pair.OfB), Person(pair.OfA), pair.IsSaidByB, pair.IsSaidByA)),
        ];
    }

    private PersonAnswer By(TranscriptEntry entry) => telling.PersonOf(core.PlaceOf(room, entry.Id)!.Value.Desk);

    private ulong OrderOf(MessageId id) => core.PlaceOf(room, id)!.Value.Order;

    private ulong? VersionOf(Matter matter) => matter.Held.LastOrDefault(step => Tables.BringsVersion(step.Act.Kind))
        is { } last ? OrderOf(last.Entry.Id) : null;

    private StepAnswer Step(Step step, HashSet<MessageId> late) => new(OrderOf(step.Entry.Id), By(step.Entry),
        step.Act.Kind.ToString(), ActWords.Whole(step.Act), step.Refusal is { } why ? RefusalWords.Of(why) : null,
        step.Refusal is { } name ? OfTalk(name) : null, step.Entry.Claimed.ToDateTimeOffset(),
        telling.Act(core, room, step.Act), late.Contains(step.Entry.Id));

    /// <summary>The name of a refusal, as it passes the door.</summary>
    internal static string OfTalk(Refusal why) => $"talk.{why}";

    // Of what has ended nothing is offered but a text that our side has still to show, in its minute.
    private IEnumerable<PossibleAnswer> Possible(Matter matter, ReleaseView? release)
    {
        if (release is null ? Tables.Of(matter.Kind).EndsIn(matter.Stage) : !IsShownNext(release, matter.Stage))
            return [];
        return talk.Possible(matter, core.OwnPerson)
            .Where(one => one.Act != ActKind.ApprovalUsed // the desk says that, with the words that it allows
                && (one.Act != ActKind.ReleaseRevealed || instant >= release!.Minute)).SelectMany(Told);
    }

    private bool IsShownNext(ReleaseView release, Stage stage) => stage is Stage.Proposed or Stage.Bound
        || (stage == Stage.Revealed && release.Parts.Single(part => part.Side == ActMaker.SideOf(identity))
            .Publication is Publication.NotYet or Publication.Missing);

    // What became of a promise is said by one of three acts.
    private static IEnumerable<PossibleAnswer> Told(Possibility one) => (one.Act == ActKind.CommitmentJudged
        ? Enum.GetNames<Verdict>() : [one.Act.ToString()])
        .Select(kind => new PossibleAnswer(kind, one.Needs.ToString(), one.Why is null));

    // When it was published is each side's own word, and the same for both sides; when it was here is ours, and no word
    // of its author makes it punctual.
    private PartAnswer[]? Parts(ReleaseView? release, Matter matter)
    {
        DateTimeOffset? HereSince(Side side) => matter.Of<TalkAct.ReleaseRevealed>()
            .Where(one => one.Entry.Author.Side == side)
            .Select(one => core.PlaceOf(room, one.Entry.Id)?.Here).FirstOrDefault();
        return release is null ? null : [.. release.Parts.Select(one =>
        {
            var here = HereSince(one.Side);
            return new PartAnswer(one.Side == ActMaker.SideOf(identity), one.Publication.ToString(),
                one.PublishedAt?.ToDateTimeOffset(), here, one.Publication == Publication.AsAgreed
                    && here is { } at && Instant.FromDateTimeOffset(at) >= release.Minute + Duration.FromMinutes(1));
        })];
    }

    // Whose word is waited for; nobody's where it has ended, or where silence changes nothing.
    private static Side? Owes(Matter matter, CommitmentView? promise)
    {
        if (promise is not null && promise.Standing is not Standing.Promised)
            return promise.Owes;
        var (opener, other) = (matter.Opener.Side, matter.Opener.Side == Side.A ? Side.B : Side.A);
        var last = matter.Held.LastOrDefault(step => Tables.BringsVersion(step.Act.Kind))?.Entry.Author.Side;
        return matter.Stage switch
        {
            Stage.Asked or Stage.Countered when last is { } author => author == Side.A ? Side.B : Side.A,
            Stage.Asked when matter.Kind == MatterKind.Query => other,
            Stage.Accepted => other,
            Stage.Proposed when last is null => other,
            Stage.Answered => opener,
            Stage.Said when matter.Kind == MatterKind.ReadBack => other,
            Stage.Proposed or Stage.Reopened when last is { } author => author == Side.A ? Side.B : Side.A,
            Stage.Questioned => opener,
            Stage.Stated or Stage.Clarified when matter.Kind == MatterKind.RedLine => other,
            Stage.Promised => other,
            _ => null,
        };
    }

    // What has ended is due no more; of a release that is open, a text may still be missing.
    private static DateTimeOffset? DueOf(Matter matter) => matter.Steps[0].Act switch
    {
        _ when Tables.Of(matter.Kind).EndsIn(matter.Stage) && matter.Stage != Stage.Revealed => null,
        TalkAct.ReadBackSaid said when matter.Stage == Stage.Said => said.AnswerBy.ToDateTimeOffset(),
        TalkAct.CommitmentMade made => made.Due.Instant.ToDateTimeOffset(),
        TalkAct.SignalAsked asked => asked.Until.ToDateTimeOffset(),
        TalkAct.ReleaseOffered offered => offered.Minute.ToDateTimeOffset(),
        _ => null,
    };
}
