using Coulisse.Talks.Acts;
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
