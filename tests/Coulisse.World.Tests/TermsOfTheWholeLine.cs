using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Values;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Table = Coulisse.World.Desks.Table;

namespace Coulisse.World.Tests;

/// <summary>Terms of the line: agreed in one room by both sides' signatures, the same on every desk of it.</summary>
public sealed class TermsOfTheWholeLine : RoomForThree
{
    private static readonly Charter Terms =
        Charter.Usual("to keep each from misreading the other", "the settlement");

    private static readonly Charter Narrow = Terms with { RetentionDays = 30, Quoting = Quoting.Never };

    private DateTimeOffset Now => Cast.FirstDay + World.Agenda.Now;

    private void Propose(SimulatedDesk desk, RoomId room, Charter terms)
    {
        Chartering.Propose(desk, room, terms, Now);
        Pass();
    }

    private TalkAct Agreement(SimulatedDesk desk, RoomId room)
    {
        var (act, why) = Chartering.Agreement(desk, room, Now);
        Assert.Null(why);
        return act!;
    }

    private void Agree(SimulatedDesk desk, RoomId room)
    {
        Chartering.Say(desk, room, Agreement(desk, room));
        Pass();
    }

    private void Hold(Charter? terms, params IEnumerable<SimulatedDesk> desks) => Assert.All(desks,
        desk => Assert.Equal(terms, desk.Core.LineCharter?.Charter.Terms.Terms));

    [Fact]
    public void What_both_sign_in_one_room_is_told_in_every_other_one_and_then_all_is_silent()
    {
        var between = World.Open(Adviser, TheirColleague, "between");
        var far = World.Open(Colleague, TheirColleague, "far");
        Propose(Adviser, Room, Terms);
        Hold(null, World.Desks);
        Agree(Opposite, Room);
        World.Pass(TimeSpan.FromMinutes(1));
        Hold(Terms, World.Desks);
        Assert.Single(World.Desks.Select(desk => desk.Core.LineCharter!.Charter.Hash()).Distinct());
        Assert.Empty(Colleague.Transcript(far)); // it is shown where it was said, and held everywhere
        Assert.Empty(TheirColleague.Transcript(between));
        Assert.All(World.Desks, desk => Assert.All(desk.Core.Rooms,
            room => Assert.True(desk.Core.ArchiveOf(room)!.IsWhole)));
        World.Pass(TimeSpan.FromMinutes(20));
        var written = World.Watch.Logs.Count;
        World.Pass(TimeSpan.FromHours(1));
        Assert.Equal(written, World.Watch.Logs.Count);
        Quiet();
    }

    [Fact]
    public void Who_is_let_in_later_learns_them_and_keeps_them_when_opened_again()
    {
        Propose(Opposite, Room, Terms);
        Agree(Adviser, Room);
        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps"), Colleague);
        World.Pass(TimeSpan.FromMinutes(1));
        Hold(Terms, Adviser, Opposite, Colleague);
        Hold(null, TheirColleague);
        Colleague.Stop();
        World.Pass(TimeSpan.FromMinutes(5));
        Hold(Terms, Colleague);
        Quiet();
    }

    [Fact]
    public void Later_ones_take_the_place_of_earlier_ones_and_an_earlier_one_told_again_changes_nothing()
    {
        Propose(Adviser, Room, Terms);
        Agree(Opposite, Room);
        var first = Adviser.Core.LineCharter!;
        Propose(Opposite, Room, Narrow);
        Agree(Adviser, Room);
        Hold(Narrow, Adviser, Opposite);
        Assert.Equal(first.Charter.Hash(), Adviser.Core.LineCharter!.Charter.Follows);
        Assert.Equal([2UL, 1UL], Adviser.Core.LineCharters.Select(one => one.Charter.Number));

        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps"), Colleague);
        using var table = new Table(Pair, new Seed(5), Adviser, Colleague, Opposite);
        table.GoOnAfter(World.Stations);
        table.Give(Side.A, Chartering.Tells(table.Of(Colleague), Room, first));
        Assert.Equal(Narrow, table.Of(Opposite).LineCharter!.Charter.Terms.Terms);
    }

    [Fact]
    public void What_one_side_alone_has_signed_or_signed_for_something_else_is_no_charter()
    {
        Propose(Adviser, Room, Terms);
        Agree(Opposite, Room);
        var agreed = Adviser.Core.LineCharter!;
        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps"), Colleague);
        foreach (var one in Chartering.Forged(Colleague, Narrow, agreed, Now))
        {
            using var table = new Table(Pair, new Seed(5), Adviser, Colleague, Opposite);
            table.GoOnAfter(World.Stations);
            table.Give(Side.A, Chartering.Tells(table.Of(Colleague), Room, one));
            Assert.Contains(table.Screen, shown => shown is DeskEffect.Alarm { What: DeskAlarm.BrokenRule });
            Assert.Equal(Terms, table.Of(Opposite).LineCharter!.Charter.Terms.Terms);
        }
    }

    [Fact]
    public void Two_proposals_that_cross_are_agreed_to_by_nobody_before_one_is_made_anew()
    {
        Chartering.Propose(Adviser, Room, Terms, Now);
        Chartering.Propose(Opposite, Room, Narrow, Now);
        Pass();
        Assert.All((SimulatedDesk[])[Adviser, Opposite],
            desk => Assert.Equal("OursIsAsHigh", Chartering.Agreement(desk, Room, Now).Why));
        Propose(Adviser, Room, Terms);
        Agree(Opposite, Room);
        Hold(Terms, Adviser, Opposite);
        // What was kept back of an earlier number takes nobody's place any more.
        Assert.Equal("Overtaken", Chartering.Agreement(Adviser, Room, Now).Why);
        Quiet();
    }

    [Fact]
    public void An_agreement_that_was_kept_back_loses_against_the_one_that_all_go_by()
    {
        Propose(Adviser, Room, Narrow);
        var keptBack = Agreement(Opposite, Room);
        Propose(Adviser, Room, Terms);
        Agree(Opposite, Room);
        Chartering.Say(Opposite, Room, keptBack);
        Pass();
        Assert.Equal([Stage.Agreed, Stage.Agreed], Adviser.Core.TalkOf(Room).LineCharters.Select(one => one.Stage));
        Hold(Terms, Adviser, Opposite);
        Quiet();
    }

    [Fact]
    public void Who_holds_other_terms_does_not_sign_what_takes_the_place_of_none()
    {
        Propose(Adviser, Room, Terms);
        Agree(Opposite, Room);
        Propose(Adviser, Room, Narrow);
        var theirs = Chartering.Last(Opposite, Room)!;
        Assert.NotNull(Chartering.Agreement(Opposite, theirs, Now).Act);
        Assert.Equal("OfAnother", Chartering.Agreement(Opposite,
            theirs with { Follows = Octets.CopyOf(new byte[ActLimits.HashBytes]) }, Now).Why);
    }

    [Fact]
    public void Whom_the_terms_of_the_line_do_not_let_consents_to_no_others()
    {
        var far = World.Open(Colleague, TheirColleague, "far"); // duty officers
        Propose(Colleague, far, Terms with { MayConsent = Talks.Parties.Mandate.Principal });
        Agree(TheirColleague, far);
        Propose(Colleague, far, Narrow);
        Assert.Equal("AnotherMandate", Chartering.Agreement(TheirColleague, far, Now).Why);
    }

    [Fact]
    public void A_room_wider_than_the_line_is_not_asked_for_nor_consented_to_nor_made_so()
    {
        var asked = World.Propose(Colleague, TheirColleague, "asked before"); // of terms that are kept for ever
        Pass();
        TheirColleague.Do(new DeskEvent.InvitationAccepted(asked));
        Pass();
        Propose(Adviser, Room, Narrow);
        Agree(Opposite, Room);
        var between = new RoomId(World.Stations.Random(16));
        Adviser.Do(new DeskEvent.RoomProposed(between, TheirColleague.Identity.Id, new(Terms)));
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.WiderThanLine), Adviser.Screen);
        Assert.Null(Adviser.Core.StatusOf(between));
        Adviser.Do(new DeskEvent.RoomProposed(between, TheirColleague.Identity.Id,
            new(Narrow with { RetentionDays = 3, Purpose = "the bridge" })));
        Pass();
        TheirColleague.Do(new DeskEvent.InvitationAccepted(between));
        Pass();
        TheirColleague.Do(new DeskEvent.Consented(between)); // it cannot know the line's terms yet
        World.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(RoomStatus.Open, Adviser.Core.StatusOf(between));
        Hold(Narrow, TheirColleague);

        TheirColleague.Do(new DeskEvent.Consented(asked));
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.WiderThanLine), TheirColleague.Screen);
        Adviser.Do(new DeskEvent.ChangeProposed(between, new RoomChange.Amendment(new(Terms)), "longer"));
        Assert.Equal(2, Adviser.Screen.Count(one => one is DeskEffect.Refused { Why: DeskRefusal.WiderThanLine }));
        Quiet();
    }

    [Theory]
    [InlineData(3)]
    public void In_any_weather_with_any_crash_all_come_to_hold_the_same(int seeds)
    {
        var between = World.Open(Adviser, TheirColleague, "between");
        var rooms = (RoomId[])[Room, between];
        for (var number = 1; number <= seeds; number++)
        {
            var seed = new Seed((ulong)number);
            World.Stations.Weather = Stations.Weather.Bad(seed);
            for (var act = 0; act < 25; act++)
            {
                var room = rooms[seed.Below(2)];
                var desk = seed.Below(2) == 0 ? Adviser : room == Room ? Opposite : TheirColleague;
                if (desk.IsRunning)
                    Act(desk, room, seed);
                World.Pass(seed.Between(TimeSpan.Zero, TimeSpan.FromMinutes(3)));
            }
            World.Stations.Weather = Stations.Weather.Fair;
            World.Pass(TimeSpan.FromMinutes(20));
            var desks = (SimulatedDesk[])[Adviser, Opposite, TheirColleague];
            var held = desks.Select(desk => desk.Core.LineCharter?.Charter).Distinct();
            Assert.NotNull(Assert.Single(held));
            Assert.Equal(desks.SelectMany(desk => desk.Core.LineCharters).Max(one => one.Charter.Number),
                Adviser.Core.LineCharter!.Charter.Number);
        }
    }

    private void Act(SimulatedDesk desk, RoomId room, Seed seed)
    {
        if (seed.Below(3) > 0 && Chartering.Agreement(desk, room, Now).Act is { } agree)
            Chartering.Say(desk, room, agree);
        else
            Chartering.Propose(desk, room, Terms with { Purpose = $"purpose {seed.Below(1_000)}" }, Now);
    }
}
