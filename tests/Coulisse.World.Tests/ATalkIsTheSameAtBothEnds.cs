using System.Collections.Immutable;
using Coulisse.Desk;
using Coulisse.Talks;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Stations;
using NodaTime;

namespace Coulisse.World.Tests;

/// <summary>Acts of a talk, over two real stations: what they come to is the same on both desks.</summary>
public sealed class ATalkIsTheSameAtBothEnds : RoomForThree
{
    private static ImmutableArray<Wording> En(string text) => [new("en", text)];

    private void Does(SimulatedDesk desk, TalkAct act, Precedence precedence = Precedence.Routine) =>
        desk.Do(new DeskEvent.ActSaid(Room, act, ActWords.Of(act), precedence));

    private MessageId Last(SimulatedDesk desk) => MessageId.From(desk.Transcript(Room)[^1].Name.Span);

    private MessageId Words(SimulatedDesk desk, string text) => MessageId.From(
        desk.Transcript(Room).Single(heard => heard.Text == text).Name.Span);

    private TalkAct.QueryAsked AboutBeing(SimulatedDesk desk) =>
        new(Words(desk, "we are alone"), "und", new(7, 12), "alone", En("Who else was there?"));

    private Talk Talk(SimulatedDesk desk) => desk.Core.TalkOf(Room);

    // Every matter with its acts and what came of each, in order.
    private string Seen(SimulatedDesk desk) => string.Join('\n', Talk(desk).Matters.Select(matter =>
        $"{matter.Kind} {matter.Stage}: {string.Join(", ", matter.Steps.Select(step =>
            $"{step.Entry.Id.ToString()[..6]} {step.Entry.Author.Office} {step.Act.Kind} {step.Refusal}"))}"))
        + $"\nwaiting {Talk(desk).Waiting.Length}, without effect "
        + string.Join(", ", Talk(desk).WithoutEffect.Select(one => $"{one.Entry.Id.ToString()[..6]} {one.Why}"));

    [Fact]
    public void A_query_is_asked_and_answered_and_closed_the_same_for_both()
    {
        Does(Adviser, AboutBeing(Adviser));
        Pass();
        Assert.Equal("Who else was there?", Assert.Single(Talk(Opposite).Queries).Question[0].Text);
        Does(Opposite, new TalkAct.QueryAnswered(Talk(Opposite).Queries[0].Id, En("Nobody.")));
        Pass();
        Does(Adviser, new TalkAct.QueryClosed(Talk(Adviser).Queries[0].Id));
        Pass();
        Assert.All([Adviser, Opposite], desk =>
        {
            var query = Assert.Single(Talk(desk).Queries);
            Assert.Equal((Stage.Closed, "alone"), (query.Stage, query.Quoted));
            Assert.Equal("Nobody.", Assert.Single(query.Answers).Words[0].Text);
        });
        Assert.Equal(Seen(Adviser), Seen(Opposite));
        Assert.Equal(ActWords.Of(AboutBeing(Adviser))[0].Text, Opposite.Transcript(Room)[^3].Text);
        Quiet();
    }

    [Fact]
    public void What_the_talk_does_not_allow_is_refused_with_its_reason_and_not_sent()
    {
        var before = Adviser.Transcript(Room).Count;
        Does(Adviser, AboutBeing(Adviser) with { Quoted = "afraid" });
        Does(Opposite, AboutBeing(Opposite));
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.NotInThisTalk, Refusal.QuoteDiffers), Adviser.Screen);
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.NotInThisTalk, Refusal.OwnWords), Opposite.Screen);
        Pass();
        Assert.Equal(before, Adviser.Transcript(Room).Count);
    }

    [Fact]
    public void What_waits_here_counts_for_what_is_done_next_and_for_nothing_that_is_shown()
    {
        Say(Adviser, "this is on its way first");
        Does(Adviser, AboutBeing(Adviser));
        Does(Adviser, new TalkAct.QueryTakenBack(Last(Adviser)), Precedence.Flash);
        Assert.Empty(Talk(Adviser).Queries); // our station has not taken it yet
        Pass();
        Assert.Equal(Stage.TakenBack, Assert.Single(Talk(Opposite).Queries).Stage);
        Assert.Equal(Seen(Adviser), Seen(Opposite));
        Quiet();
    }

    [Fact]
    public void Acts_that_cross_come_to_the_same_and_a_desk_opened_again_sees_what_it_saw()
    {
        Does(Adviser, new TalkAct.ItemsSaid([En("Twelve lorries."), En("No soldiers.")]));
        Pass();
        var items = Last(Adviser);
        Does(Opposite, new TalkAct.ReadBackSaid(items,
            [new(1, En("A dozen lorries.")), new(2, En("Nobody armed."))], Instant.FromUtc(2031, 5, 4, 12, 0)));
        Pass();
        var back = Last(Opposite);
        Does(Adviser, new TalkAct.ReadBackConfirmed(back));
        Does(Opposite, new TalkAct.ReadBackTakenBack(back)); // neither has seen the other's
        Pass();
        Assert.All([Adviser, Opposite], desk => Assert.Equal(Stage.TakenBack,
            Assert.Single(Talk(desk).ReadBacks(Instant.FromUtc(2031, 5, 4, 10, 0))).Stage));
        Assert.True(Assert.Single(Talk(Adviser).WithoutEffect).HasCrossed);
        var seen = Seen(Opposite);
        Assert.Equal(Seen(Adviser), seen);
        Opposite.Stop();
        World.Pass(TimeSpan.FromMinutes(5));
        Assert.Equal(seen, Seen(Opposite));
        Quiet();
    }

    [Theory]
    [InlineData(6)]
    public void In_any_weather_with_any_crash_both_come_to_the_same(int seeds)
    {
        for (var number = 1; number <= seeds; number++)
        {
            var seed = new Seed((ulong)number);
            World.Stations.Weather = Weather.Bad(seed);
            for (var act = 0; act < 40; act++)
            {
                var desk = seed.Below(2) == 0 ? Adviser : Opposite;
                if (desk.IsRunning)
                    Does(desk, Any(desk, seed), seed.Below(3) == 0 ? Precedence.Flash : Precedence.Routine);
                World.Pass(seed.Between(TimeSpan.Zero, TimeSpan.FromMinutes(3)));
            }
            World.Stations.Weather = Weather.Fair;
            World.Pass(TimeSpan.FromMinutes(20));
            Assert.Equal(Seen(Adviser), Seen(Opposite));
            Assert.Empty(Talk(Adviser).Waiting);
        }
        Assert.InRange(Talk(Adviser).Matters.Count(matter => matter.Held.Count() > 2), 5, int.MaxValue);
        Quiet();
    }

    private TalkAct Any(SimulatedDesk desk, Seed seed)
    {
        var open = Talk(desk).Matters.Where(matter => matter.Kind == MatterKind.RedLine).ToArray();
        var line = new RedLineText(En("To cross."), En($"{seed.Below(9)} boats."), En("We answer."), En("All."),
            Certainty.Certain);
        if (open.Length == 0 || seed.Below(6) == 0)
            return new TalkAct.RedLineStated(line);
        var matter = open[seed.Below(open.Length)];
        var version = matter.Held.Last(step => Tables.BringsVersion(step.Act.Kind)).Entry.Id;
        return seed.Below(6) switch
        {
            0 or 1 => new TalkAct.RedLineClarified(matter.Id, line),
            2 => new TalkAct.RedLineQuestioned(matter.Id, version, En("By night?")),
            3 => new TalkAct.RedLineUnderstood(matter.Id, version),
            4 => new TalkAct.RedLineContested(matter.Id, version, En("No.")),
            _ => new TalkAct.RedLineWithdrawn(matter.Id, []),
        };
    }
}
