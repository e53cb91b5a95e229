using Coulisse.Talks.Acts;
using Coulisse.Talks.Ledgers;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Signals;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;
using static Coulisse.Talks.Tests.Scenes.People;
using static Coulisse.Talks.Tests.Scenes.Scene;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>What is due is told in time, and to both whose it is; that a time is over decides nothing.</summary>
public sealed class WhatIsDue
{
    private static readonly Instant Noon = Instant.FromUtc(2031, 5, 5, 12, 0);
    private static readonly Octets Salt32 = Octets.CopyOf(new byte[ActLimits.SaltBytes]);

    private readonly Scene scene = new();

    private IEnumerable<(MatterKind, Side, DueState)> At(int hours, int minutes = 0) => scene.Talk
        .Due(Noon + Duration.FromMinutes((hours * 60) + minutes)).Select(one => (one.Kind, one.Side, one.State));

    private MessageId EverySixHours()
    {
        var rhythm = scene.Does(Adviser, new TalkAct.RhythmProposed(Noon, 360, 30));
        scene.Does(Secretary, new TalkAct.RhythmAgreed(rhythm));
        return rhythm;
    }

    private MessageId Reports(Person who, MessageId rhythm, uint period) => scene.Does(who,
        new TalkAct.SituationReported(rhythm, period, SituationLevel.Calm, En("Quiet."), [], []));

    [Fact]
    public void A_report_comes_nearer_is_due_and_is_over_for_each_side_on_its_own()
    {
        var rhythm = EverySixHours();
        (MatterKind, Side, DueState)[] Both(DueState state) =>
            [(MatterKind.Rhythm, Side.A, state), (MatterKind.Rhythm, Side.B, state)];
        Assert.Empty(At(-25));
        Assert.Equal(Both(DueState.Coming), At(-2));
        Assert.Equal(Both(DueState.Soon), At(-1));
        Assert.Equal(Both(DueState.Due), At(0));
        Assert.Equal([.. Both(DueState.Over), .. Both(DueState.Coming)], At(0, 31));
        Reports(DutyOfficer, rhythm, 0);
        Assert.Equal([(MatterKind.Rhythm, Side.B, DueState.Due), (MatterKind.Rhythm, Side.A, DueState.Coming)],
            At(0, 29));
    }

    [Fact]
    public void A_report_is_for_the_nearest_period_without_one_and_late_by_its_author_s_clock()
    {
        var rhythm = EverySixHours();
        RhythmView View() => Assert.Single(scene.Talk.Rhythms);
        uint For(int hours) => View().PeriodFor(Side.A, Noon + Duration.FromHours(hours));
        Assert.Equal([0u, 0u, 1u, 1u], [For(-2), For(2), For(4), For(7)]);
        Reports(Adviser, rhythm, 0);
        Reports(Adviser, rhythm, 1);
        Assert.Equal([2u, 2u, 2u], [For(-2), For(2), For(7)]);
        Assert.Equal(2u, View().NextOf(Side.A, Noon));
        scene.Does(Secretary, new TalkAct.RhythmEnded(rhythm, Noon + Duration.FromHours(12)));
        Assert.Null(View().NextOf(Side.A, Noon));
        Assert.Equal(1u, View().NextOf(Side.B, Noon + Duration.FromHours(2)));
        var report = View().Reports[0];
        Assert.False(View().IsLate(report with { Claimed = Noon + Duration.FromMinutes(30) }));
        Assert.True(View().IsLate(report with { Claimed = Noon + Duration.FromMinutes(31) }));
    }

    [Fact]
    public void A_read_back_waits_for_the_side_whose_words_they_were()
    {
        var said = scene.Says(Secretary, "We shall see.");
        var back = scene.Does(Adviser, new TalkAct.ReadBackSaid(said, [new(0, En("You wait."))], Noon));
        Assert.Equal([(MatterKind.ReadBack, Side.B, DueState.Soon)], At(-1));
        Assert.Equal([(MatterKind.ReadBack, Side.B, DueState.Over)], At(1));
        scene.Does(Secretary, new TalkAct.ReadBackConfirmed(back));
        Assert.Empty(At(-1));
    }

    [Fact]
    public void Of_a_promise_the_word_that_is_missing_is_due()
    {
        var promise = scene.Does(Adviser, new TalkAct.CommitmentMade(En("The road opens."), "minister",
            AgreedMoment.In(DateTimeZone.Utc, Noon.InUtc().LocalDateTime)));
        Assert.Equal([(MatterKind.Commitment, Side.A, DueState.Over)], At(1));
        scene.Does(Adviser, new TalkAct.CommitmentJudged(promise, Verdict.Kept, []));
        Assert.Equal([(MatterKind.Commitment, Side.B, DueState.Over)], At(1));
        Assert.Equal(Side.B, Assert.Single(scene.Talk.Commitments(Noon)).Owes);
        scene.Does(Secretary, new TalkAct.CommitmentJudged(promise, Verdict.Broken, []));
        Assert.Null(Assert.Single(scene.Talk.Commitments(Noon)).Owes);
        Assert.Empty(At(1));
    }

    [Fact]
    public void A_signal_goes_to_and_fro_and_a_release_binds_both()
    {
        var signal = scene.Does(Adviser, new TalkAct.SignalAsked(En("Say that it is open."), Noon));
        Assert.Equal([(MatterKind.Signal, Side.B, DueState.Soon)], At(-1));
        var words = scene.Does(Secretary, new TalkAct.SignalCountered(signal, En("That it is not closed.")));
        Assert.Equal([(MatterKind.Signal, Side.A, DueState.Soon)], At(-1));
        scene.Does(Adviser, new TalkAct.SignalAccepted(signal, words));
        Assert.Equal([(MatterKind.Signal, Side.B, DueState.Soon)], At(-1));
        scene.Does(Aide, new TalkAct.SignalReleased(signal, "our page"));
        Assert.Empty(At(-1));

        var release = scene.Does(Adviser, new TalkAct.ReleaseOffered(En("The bridge"), Noon,
            ReleaseCommitment.Of(Salt32, "It opens.")));
        Assert.Equal([(MatterKind.Release, Side.B, DueState.Soon)], At(-1));
        scene.Does(Secretary, new TalkAct.ReleaseJoined(release, ReleaseCommitment.Of(Salt32, "We open it.")));
        Assert.Equal([(MatterKind.Release, Side.A, DueState.Due), (MatterKind.Release, Side.B, DueState.Due)], At(0));
        scene.Does(Adviser, new TalkAct.ReleaseRevealed(release, Salt32, "It opens.", Noon));
        Assert.Equal([(MatterKind.Release, Side.B, DueState.Over)], At(1));
    }
}
