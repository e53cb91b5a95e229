using Coulisse.Talks.Acts;
using Coulisse.Talks.Contents;
using Coulisse.Talks.Ledgers;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;
using static Coulisse.Talks.Tests.Scenes.People;
using static Coulisse.Talks.Tests.Scenes.Scene;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>Situation reports on an agreed rhythm: short, typed, and missed when they do not come.</summary>
public sealed class HowThingsStand
{
    private static readonly Instant Noon = Instant.FromUtc(2031, 5, 5, 12, 0);

    private readonly Scene scene = new();
    private readonly MessageId rhythm;

    // Given a report every six hours, half an hour of grace.
    public HowThingsStand() => rhythm = scene.Does(Adviser, new TalkAct.RhythmProposed(Noon, 360, 30));

    private static TalkAct Report(MessageId rhythm, uint period, string text = "Quiet.") =>
        new TalkAct.SituationReported(rhythm, period, SituationLevel.Calm, En(text), [], []);

    private IEnumerable<(Side, uint)> Missing(int hours, int minutes = 0) => scene.Talk
        .Missing(Noon + Duration.FromMinutes((hours * 60) + minutes)).Select(one => (one.Side, one.Period));

    [Fact]
    public void Nothing_is_due_before_both_have_agreed()
    {
        Assert.Empty(Missing(100));
        Assert.Equal(Refusal.NotNow, scene.Refuses(Adviser, Report(rhythm, 0)));
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(DutyOfficer, new TalkAct.RhythmAgreed(rhythm)));
    }

    [Fact]
    public void A_report_that_does_not_come_is_missing_once_its_grace_is_over()
    {
        scene.Does(Secretary, new TalkAct.RhythmAgreed(rhythm));
        scene.Does(TheirScribe, Report(rhythm, 0));
        Assert.Empty(Missing(0, 29));
        Assert.Equal([(Side.A, 0u)], Missing(0, 30));
        Assert.Equal([(Side.A, 1u), (Side.B, 1u), (Side.A, 0u)], Missing(6, 30));
        scene.Does(DutyOfficer, Report(rhythm, 0));
        Assert.Equal([(Side.A, 1u), (Side.B, 1u)], Missing(6, 30));
        Assert.Equal(SituationLevel.Calm, Assert.Single(scene.Talk.Rhythms).Reports[0].Level);
    }

    [Fact]
    public void The_list_of_what_is_missing_has_an_end()
    {
        scene.Does(Secretary, new TalkAct.RhythmAgreed(rhythm));
        Assert.Equal(RhythmView.MissingMax, Missing(24 * 365 * 50).Count());
    }

    [Fact]
    public void After_its_end_nothing_more_is_due_and_what_was_due_stays_missing()
    {
        scene.Does(Secretary, new TalkAct.RhythmAgreed(rhythm));
        scene.Does(Secretary, new TalkAct.RhythmEnded(rhythm, Noon + Duration.FromHours(6)));
        Assert.Equal([(Side.A, 0u), (Side.B, 0u)], Missing(100));
        Assert.Equal(Refusal.Over, scene.Refuses(Adviser, Report(rhythm, 1)));
    }

    [Fact]
    public void Reports_go_on_for_as_long_as_the_rhythm_does_and_four_of_a_period_count()
    {
        scene.Does(Secretary, new TalkAct.RhythmAgreed(rhythm));
        for (var period = 0u; period < 100; period++)
            scene.Does(DutyOfficer, Report(rhythm, period));
        for (var more = 1; more < ActLimits.ReportsOfPeriodMax; more++)
            scene.Does(DutyOfficer, Report(rhythm, 99, $"Quiet, {more}."));
        Assert.Equal(Refusal.TooManyReports, scene.Refuses(DutyOfficer, Report(rhythm, 99)));
        scene.Does(Adviser, Report(rhythm, 99));
        Assert.DoesNotContain(Missing(99 * 6, 30), one => one.Item1 == Side.A);
        Assert.Null(scene.Refuses(DutyOfficer, new TalkAct.RhythmEnded(rhythm, Noon)));
    }

    [Fact]
    public void A_report_that_crossed_the_end_holds_and_one_that_had_seen_it_does_not()
    {
        scene.Does(Secretary, new TalkAct.RhythmAgreed(rhythm));
        var before = scene.Heads;
        scene.Does(Secretary, new TalkAct.RhythmEnded(rhythm, Noon));
        scene.Does(DutyOfficer, Report(rhythm, 0), before);
        scene.Does(DutyOfficer, Report(rhythm, 1), scene.Heads);
        Assert.Equal([0u], Assert.Single(scene.Talk.Rhythms).Reports.Select(report => report.Period));
        Assert.Equal(Refusal.Over, Assert.Single(scene.Talk.WithoutEffect).Why);
    }

    [Fact]
    public void Years_of_reports_are_gone_through_in_a_moment()
    {
        scene.Does(Secretary, new TalkAct.RhythmAgreed(rhythm));
        var heads = scene.Heads;
        var years = Enumerable.Range(0, 20_000).Select(period => Entry(TheirScribe, (ulong)period + 1,
            MessageContent.Of(Salt, Report(rhythm, (uint)period), En("(an act)")), heads));
        var clock = TimeProvider.System.GetTimestamp();
        var view = Assert.Single(scene.Talk.After(years).Rhythms);
        Assert.Equal(20_000u, view.NextOf(Side.B, Noon));
        Assert.InRange(TimeProvider.System.GetElapsedTime(clock).TotalSeconds, 0, 20);
    }

    [Fact]
    public void What_was_missing_when_reports_ended_stays_missing_whatever_its_author_says_of_the_time()
    {
        scene.Does(Secretary, new TalkAct.RhythmAgreed(rhythm));
        var back = new TalkAct.RhythmEnded(rhythm, Morning - Duration.FromHours(2));
        Assert.Equal(Refusal.DatedBack, scene.Refuses(Secretary, back));
        scene.Does(Secretary, back, scene.Heads);
        Assert.Equal(Refusal.DatedBack, Assert.Single(scene.Talk.WithoutEffect).Why);
        Assert.Equal(Stage.Agreed, Assert.Single(scene.Talk.Rhythms).Stage);
    }

    [Fact]
    public void An_end_whose_author_s_clock_goes_back_as_well_leaves_missing_what_had_not_come_when_it_was_here()
    {
        scene.Does(Secretary, new TalkAct.RhythmAgreed(rhythm));
        var end = Entry(Secretary, 2, MessageContent.Of(Salt, new TalkAct.RhythmEnded(rhythm, Noon), En("(an act)")),
            scene.Heads) with
        {
            Claimed = Noon,
            Here = Noon + Duration.FromHours(13),
        };
        var talk = scene.Talk.After(end);
        Assert.Equal([2u, 1u, 0u], talk.Missing(Noon + Duration.FromHours(100))
            .Where(one => one.Side == Side.B).Select(one => one.Period));
        Assert.Empty(scene.Talk.After(end with { Here = null }).Missing(Noon + Duration.FromHours(100)));
    }

    [Fact]
    public void A_report_is_short_in_any_script()
    {
        scene.Does(Secretary, new TalkAct.RhythmAgreed(rhythm));
        Assert.Null(scene.Refuses(Adviser, Report(rhythm, 0, new string('橋', 280))));
        Assert.Equal(Refusal.TooLong, scene.Refuses(Adviser, Report(rhythm, 0, new string('a', 281))));
        Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(Interpreter, Report(rhythm, 0)));
    }

    [Fact]
    public void A_proposal_is_withdrawn_by_its_own_side_and_then_not_agreed()
    {
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(Secretary, new TalkAct.RhythmWithdrawn(rhythm)));
        var before = scene.Heads;
        scene.Does(Secretary, new TalkAct.RhythmAgreed(rhythm), before);
        scene.Does(Adviser, new TalkAct.RhythmWithdrawn(rhythm), before);
        Assert.Equal(Stage.Withdrawn, Assert.Single(scene.Talk.Rhythms).Stage);
        Assert.Equal(Refusal.NumberOutOfRange, scene.Refuses(Adviser, new TalkAct.RhythmProposed(Noon, 0, 0)));
    }
}
