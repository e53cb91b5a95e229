using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using CsCheck;

namespace Coulisse.Talks.Tests.Properties;

/// <summary>What a person is offered next is what they may do, and nothing that they may do is kept from
/// them.</summary>
public sealed class WhatIsOffered
{
    // Acts that say all by themselves, so that they can be made for any matter.
    private static readonly (ActKind Kind, Func<MessageId, TalkAct> Make)[] Bare =
    [
        (ActKind.QueryClosed, matter => new TalkAct.QueryClosed(matter)),
        (ActKind.QueryTakenBack, matter => new TalkAct.QueryTakenBack(matter)),
        (ActKind.ReadBackConfirmed, matter => new TalkAct.ReadBackConfirmed(matter)),
        (ActKind.ReadBackTakenBack, matter => new TalkAct.ReadBackTakenBack(matter)),
        (ActKind.CommitmentAcknowledged, matter => new TalkAct.CommitmentAcknowledged(matter)),
        (ActKind.CommitmentReleased, matter => new TalkAct.CommitmentReleased(matter)),
        (ActKind.RhythmAgreed, matter => new TalkAct.RhythmAgreed(matter)),
        (ActKind.RhythmWithdrawn, matter => new TalkAct.RhythmWithdrawn(matter)),
        (ActKind.CounterpartEnded, matter => new TalkAct.CounterpartEnded(matter)),
        (ActKind.SignalTakenBack, matter => new TalkAct.SignalTakenBack(matter)),
    ];

    [Fact]
    public void Is_what_that_person_may_do() => RandomTalk.Any.Sample(said =>
    {
        var talk = Talk.Empty.After(said);
        var people = said.Select(entry => entry.Author).Distinct().ToList();
        foreach (var matter in talk.Matters.Take(6))
        {
            foreach (var who in people)
            {
                var offered = talk.Possible(matter, who).Where(one => one.Why is null).Select(one => one.Act)
                    .ToHashSet();
                foreach (var (kind, make) in Bare)
                    Assert.Equal(TalkActs.May(make(matter.Id), talk, who, Scene.Morning) is null,
                        offered.Contains(kind));
            }
        }
    }, iter: 40);

    [Fact]
    public void Says_of_a_narrow_mandate_that_it_is_too_narrow_and_offers_the_others_side_nothing_of_ours() =>
        RandomTalk.Any.Sample(said =>
        {
            var talk = Talk.Empty.After(said);
            foreach (var matter in talk.Matters
                .Where(one => one.Kind == MatterKind.Query && one.Stage == Stage.Asked))
            {
                var observer = new Person(matter.Opener.Id, matter.Opener.Side, "observer", Mandate.Observer);
                Assert.All(talk.Possible(matter, observer), one => Assert.NotNull(one.Why));
                Assert.DoesNotContain(talk.Possible(matter, matter.Opener),
                    one => one.Act == ActKind.QueryAnswered);
            }
        }, iter: 60);

    [Fact]
    public void Opens_in_a_caucus_what_is_for_ones_own_and_elsewhere_what_is_not()
    {
        var who = new Person(default, Side.A, "adviser", Mandate.Principal);

        Assert.Equal([ActKind.RemarkMade, ActKind.DissentRecorded, ActKind.ApprovalAsked, ActKind.RuleSet],
            Talk.Caucus(Side.A).Openings(who).Select(one => one.Act));
        Assert.DoesNotContain(Talk.Empty.Openings(who).Select(one => one.Act), kind => kind is ActKind.RemarkMade);
        Assert.Contains(Talk.Empty.Openings(who), one => one is { Act: ActKind.RedLineStated, Why: null });
    }
}
