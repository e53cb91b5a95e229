using Coulisse.Talks.Acts;
using Coulisse.Talks.Ledgers;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;
using static Coulisse.Talks.Tests.Scenes.People;
using static Coulisse.Talks.Tests.Scenes.Scene;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>A commitment: what, by whom, by when; acknowledged; kept, broken, contested or lapsed.</summary>
public sealed class WhatWasPromised
{
    private static readonly AgreedMoment Friday =
        AgreedMoment.In(DateTimeZoneProviders.Tzdb["Europe/Zurich"], new(2031, 5, 9, 18, 0));

    private static readonly Instant Before = Instant.FromUtc(2031, 5, 9, 16, 0);
    private static readonly Instant After = Before + Duration.FromSeconds(1);

    private readonly Scene scene = new();
    private readonly MessageId promise;

    public WhatWasPromised() => promise = scene.Does(Adviser,
        new TalkAct.CommitmentMade(En("The two fishermen go home."), "minister of the interior", Friday));

    private CommitmentView Seen(Instant now) => Assert.Single(scene.Talk.Commitments(now));

    private void Judges(Parties.Person who, Verdict verdict) =>
        scene.Does(who, new TalkAct.CommitmentJudged(promise, verdict, []));

    [Fact]
    public void A_promise_is_acknowledged_and_kept_by_the_word_of_both()
    {
        Assert.Equal(Standing.Promised, Seen(Before).Standing);
        scene.Does(Aide, new TalkAct.CommitmentAcknowledged(promise));
        Assert.Equal((Standing.Acknowledged, Aide), (Seen(Before).Standing, Seen(Before).AcknowledgedBy));
        Judges(DutyOfficer, Verdict.Kept);
        Assert.Equal(Standing.KeptSaysOne, Seen(After).Standing);
        Judges(Secretary, Verdict.Kept);
        Assert.Equal((Standing.Kept, false), (Seen(After).Standing, Seen(After).IsOpen));
    }

    [Fact]
    public void Each_side_s_view_stands_beside_the_other_s()
    {
        Judges(Adviser, Verdict.Kept);
        Judges(Secretary, Verdict.Broken);
        Assert.Equal(Standing.Contested, Seen(After).Standing);
        Assert.Equal((Verdict.Kept, Verdict.Broken), (Seen(After).Promiser?.Verdict, Seen(After).Other?.Verdict));
        Judges(Adviser, Verdict.Broken);
        Assert.Equal(Standing.Broken, Seen(After).Standing);
    }

    [Fact]
    public void When_the_date_has_passed_in_silence_it_has_lapsed_and_is_neither_kept_nor_broken()
    {
        Assert.Equal(Standing.Promised, Seen(Before).Standing);
        Assert.Equal(Standing.Lapsed, Seen(After).Standing);
        Judges(Secretary, Verdict.Broken);
        Assert.Equal(Standing.BrokenSaysOne, Seen(After).Standing);
    }

    [Fact]
    public void What_is_due_appears_in_time_the_earliest_first()
    {
        var sooner = scene.Does(Secretary, new TalkAct.CommitmentMade(En("A list of names."), "aide", Friday with
        {
            Local = new(2031, 5, 8, 9, 0),
        }));
        var monday = Instant.FromUtc(2031, 5, 5, 8, 0);
        Assert.Empty(scene.Talk.Due(monday));
        Assert.Equal([sooner, promise], scene.Talk.Due(monday + Duration.FromDays(4)).Select(one => one.Matter));
        scene.Does(Aide, new TalkAct.CommitmentReleased(promise));
        Assert.Equal([(sooner, Parties.Side.B, DueState.Over)],
            scene.Talk.Due(After).Select(one => (one.Matter, one.Side, one.State)));
    }

    [Fact]
    public void It_is_taken_back_before_it_is_acknowledged_and_only_released_after()
    {
        Assert.Null(scene.Refuses(Adviser, new TalkAct.CommitmentWithdrawn(promise, [])));
        scene.Does(Secretary, new TalkAct.CommitmentAcknowledged(promise));
        Assert.Equal(Refusal.NotNow, scene.Refuses(Adviser, new TalkAct.CommitmentWithdrawn(promise, [])));
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(Adviser, new TalkAct.CommitmentReleased(promise)));
        scene.Does(Secretary, new TalkAct.CommitmentReleased(promise));
        Assert.Equal(Standing.Released, Seen(After).Standing);
        Assert.Equal(Refusal.Over,
            scene.Refuses(Secretary, new TalkAct.CommitmentJudged(promise, Verdict.Broken, [])));
    }

    [Fact]
    public void Nobody_acknowledges_their_own_promise_and_no_interpreter_makes_one()
    {
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(DutyOfficer, new TalkAct.CommitmentAcknowledged(promise)));
        Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(Interpreter,
            new TalkAct.CommitmentMade(En("Anything."), "minister", Friday)));
    }

    [Fact]
    public void The_offset_that_was_written_holds_whatever_a_reader_s_table_says()
    {
        Assert.Equal(Before, Friday.Instant);
        var read = (TalkAct.CommitmentMade)ActBytes.Read(ActBytes.Write(
            new TalkAct.CommitmentMade(En("A."), "b", Friday with { OffsetMinutes = 180 })))!;
        Assert.Equal(Instant.FromUtc(2031, 5, 9, 15, 0), read.Due.Instant);
        Assert.True(read.Due.IsDoubtful(DateTimeZoneProviders.Tzdb));
        Assert.False(Friday.IsDoubtful(DateTimeZoneProviders.Tzdb));
        Assert.True((Friday with { Zone = "Lake/Ferry" }).IsDoubtful(DateTimeZoneProviders.Tzdb));
    }
}
