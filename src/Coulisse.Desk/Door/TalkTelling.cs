using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Talks;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Signals;
using Coulisse.Talks.Transcripts;
using Coulisse.Wire.Rooms;
using NodaTime;

namespace Coulisse.Desk.Door;

/// <summary>What a room's acts come to, for people: each by the number that its message has here.</summary>
internal static class TalkTelling
{
    internal static TalkAnswer Of(DeskCores both, RoomId room, Telling telling, DateTimeOffset now)
    {
        var core = both.Of(room);
        var (identity, talk) = (core.Identity, core.TalkOf(room));
        var heard = core.TranscriptOf(room, 0, int.MaxValue)
            .Where(one => one.Heard.Number > 0)
            .ToDictionary(one => MessageId.From(one.Heard.Name.Span),
                one => (one.Order, one.Heard.Desk, Here: one.Heard.Rungs[0].Instant));
        var commitments = talk.Commitments(Instant.FromDateTimeOffset(now)).ToDictionary(one => one.Id);
        var releases = talk.Releases(Instant.FromDateTimeOffset(now)).ToDictionary(one => one.Id);
        var late = talk.Rhythms.SelectMany(rhythm => rhythm.Reports.Where(rhythm.IsLate).Select(one => one.Id))
            .ToHashSet();
        PersonAnswer By(TranscriptEntry entry) => telling.PersonOf(heard[entry.Id].Desk);
        var answer = new TalkAnswer(room.ToString(),
            [
                .. talk.Matters.Select(matter => new MatterAnswer(matter.Kind.ToString(), heard[matter.Id].Order,
                    By(matter.Opening), commitments.GetValueOrDefault(matter.Id)?.Standing.ToString()
                        ?? matter.Stage.ToString(), ActWords.Of(matter.Steps[0].Act)[0].Text,
                    commitments.GetValueOrDefault(matter.Id) is not { IsOpen: false } && !identity.IsHome
                        && Owes(matter) is { } side
                        ? side == ActMaker.SideOf(identity) ? "we" : "they" : null, DueOf(matter),
                    [
                        .. matter.Steps.Select(step => new StepAnswer(heard[step.Entry.Id].Order, By(step.Entry),
                            step.Act.Kind.ToString(), ActWords.Of(step.Act)[0].Text,
                            step.Refusal is { } why ? RefusalWords.Of(why) : null, late.Contains(step.Entry.Id))),
                    ], Parts(releases.GetValueOrDefault(matter.Id), matter, ActMaker.SideOf(identity),
                        id => heard[id].Here))),
            ],
            [.. talk.Waiting.Select(one => heard[one.Entry.Id].Order)], Pairs(talk, telling, identity),
            DueTelling.Of(talk, identity, now, id => heard[id].Order));
        return identity.IsHome ? new CaucusTelling(both, telling, room).Add(answer, talk, id => heard[id].Order)
            : answer;
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

    // When it was published is each side's own word; when it was here is ours.
    private static PartAnswer[]? Parts(
        ReleaseView? release, Matter matter, Side own, Func<MessageId, DateTimeOffset> hereSince)
    {
        DateTimeOffset? HereSince(Side side) => matter.Of<TalkAct.ReleaseRevealed>()
            .Where(one => one.Entry.Author.Side == side).Select(one => (DateTimeOffset?)hereSince(one.Entry.Id))
            .FirstOrDefault();
        return release is null ? null : [.. release.Parts.Select(one => new PartAnswer(one.Side == own,
            one.Publication.ToString(), one.PublishedAt?.ToDateTimeOffset(), HereSince(one.Side)))];
    }

    // Whose word is waited for; nobody's where it has ended, or where silence changes nothing.
    private static Side? Owes(Matter matter)
    {
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
            Stage.Acknowledged => opener,
            _ => null,
        };
    }

    private static DateTimeOffset? DueOf(Matter matter) => matter.Steps[0].Act switch
    {
        TalkAct.ReadBackSaid said when matter.Stage == Stage.Said => said.AnswerBy.ToDateTimeOffset(),
        TalkAct.CommitmentMade made => made.Due.Instant.ToDateTimeOffset(),
        TalkAct.SignalAsked asked => asked.Until.ToDateTimeOffset(),
        TalkAct.ReleaseOffered offered => offered.Minute.ToDateTimeOffset(),
        _ => null,
    };
}
