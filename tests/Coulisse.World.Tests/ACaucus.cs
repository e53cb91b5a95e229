using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Tests;

/// <summary>A room of one side, over real stations: the other side learns nothing of it, and is not needed.</summary>
public sealed class ACaucus : IDisposable
{
    private readonly Pair pair = new(new Seed(7));
    private readonly Cast cast;
    private readonly DeskWorld world;

    public ACaucus()
    {
        cast = new(pair, new Seed(11), each: 3, Ciphersuite.X25519Aes128Gcm);
        world = new(new Seed(3), cast, Weather.Fair);
    }

    private SimulatedDesk Adviser => world.Desks[0];

    private SimulatedDesk Colleague => world.Desks[1];

    private SimulatedDesk Third => world.Desks[2];

    private SimulatedDesk Opposite => world.Desks[3];

    [Fact]
    public void Two_of_one_side_open_it_and_speak_and_nobody_of_the_other_side_is_asked()
    {
        var caucus = world.Confer(Adviser, Colleague, "what we may give");
        Assert.Equal(RoomStatus.Open, Adviser.Home.StatusOf(caucus));
        Assert.Equal(RoomStatus.Open, Colleague.Home.StatusOf(caucus));
        Say(Adviser, caucus, "We could give them Friday.");
        Say(Colleague, caucus, "Not before they ask.");
        Pass();
        foreach (var desk in (SimulatedDesk[])[Adviser, Colleague])
            Assert.Equal(["Not before they ask.", "We could give them Friday."], Texts(desk, caucus).Order());
        Assert.All(Adviser.Home.TranscriptOf(caucus).Take(1), heard => Assert.Equal(
            [Rung.Written, Rung.AtOurStation, Rung.OnTheirDesk], heard.Rungs.Select(one => one.Rung)));
        Assert.Empty(world.Desks.Where(desk => desk.Identity.Side == Side.B).SelectMany(desk => desk.Home.Rooms));
        Assert.Null(Third.Home.StatusOf(caucus));
        Assert.True(world.Watch.AtHome.Count > 0);
        Quiet();
    }

    [Fact]
    public void A_third_is_let_in_by_a_mandate_of_ours_alone_reads_nothing_of_before_and_is_put_out_and_let_in_again()
    {
        var caucus = world.Confer(Adviser, Colleague, "what we may give");
        Say(Adviser, caucus, "between us two");
        Pass();
        Invite(caucus, Third);
        Assert.Equal(RoomStatus.Open, Third.Home.StatusOf(caucus));
        Say(Colleague, caucus, "for three");
        Pass();
        Assert.Equal(["for three"], Texts(Third, caucus));
        Adviser.DoAtHome(new DeskEvent.ChangeProposed(caucus, new RoomChange.Removal(Third.Identity.Id), "enough"));
        Pass();
        Assert.Equal(RoomStatus.Left, Third.Home.StatusOf(caucus));
        Say(Adviser, caucus, "for two");
        Pass();
        Assert.Equal(["for three"], Texts(Third, caucus));
        Assert.Contains("for two", Texts(Colleague, caucus));
        Assert.Equal(IntentState.CarriedOut, Colleague.Home.IntentsOf(caucus)[^1].State);
        Invite(caucus, Third);
        Pass();
        Assert.Equal(RoomStatus.Open, Third.Home.StatusOf(caucus));
        Quiet();
    }

    [Fact]
    public void It_goes_on_while_the_line_is_down()
    {
        world.Stations.Weather = Weather.Fair with { DarkFrom = TimeSpan.Zero, DarkUntil = TimeSpan.FromDays(30) };
        var caucus = world.Confer(Adviser, Colleague, "what to do while they are silent");
        Say(Colleague, caucus, "Wait.");
        Pass();
        Assert.Equal(["Wait."], Texts(Adviser, caucus));
        Quiet();
    }

    [Fact]
    public void Whoever_leaves_is_out_and_the_last_one_may_ask_others_in_or_leave()
    {
        var caucus = world.Confer(Adviser, Colleague, "an hour");
        Colleague.DoAtHome(new DeskEvent.LeaveTaken(caucus));
        Pass();
        Assert.Equal(RoomStatus.Left, Colleague.Home.StatusOf(caucus));
        Invite(caucus, Third);
        Say(Third, caucus, "I am here.");
        Pass();
        Assert.Equal(["I am here."], Texts(Adviser, caucus));
        Third.DoAtHome(new DeskEvent.LeaveTaken(caucus));
        Pass();
        Adviser.DoAtHome(new DeskEvent.LeaveTaken(caucus));
        Assert.Equal(RoomStatus.Left, Adviser.Home.StatusOf(caucus));
        Quiet();
    }

    [Fact]
    public void Nobody_of_the_other_side_can_be_asked_in()
    {
        var caucus = world.Confer(Adviser, Colleague, "an hour");
        Adviser.DoAtHome(new DeskEvent.ChangeProposed(caucus,
            new RoomChange.Admission(Opposite.Identity.Accreditation), "by mistake"));
        Assert.Equal(DeskRefusal.OfAnotherParty,
            Adviser.Screen.OfType<DeskEffect.Refused>().Last().Why);
    }

    [Fact]
    public void What_all_have_read_is_dropped()
    {
        var caucus = world.Confer(Adviser, Colleague, "an hour");
        for (var number = 0; number < 20; number++)
            Say(Adviser, caucus, $"remark {number}");
        world.Pass(TimeSpan.FromMinutes(20));
        Assert.Equal(20, Texts(Colleague, caucus).Count);
        Assert.Equal(0, world.Stations.Stations.Sum(station => station.Disk.Bodies));
    }

    [Fact]
    public void A_station_that_is_put_back_has_all_of_it_again_from_its_desks_alone()
    {
        var caucus = world.Confer(Adviser, Colleague, "an hour");
        Say(Adviser, caucus, "before the copy");
        Pass();
        var station = world.Stations.StationOf(Side.A);
        var copy = station.Disk.Copy();
        Third.Stop(); // so that nothing is read by all
        Say(Adviser, caucus, "after it");
        Say(Colleague, caucus, "and this");
        Pass();
        Colleague.Stop();
        Say(Adviser, caucus, "and what only its author has");
        Pass();
        station.PutBack(copy);
        world.Pass(TimeSpan.FromSeconds(1));
        Say(Adviser, caucus, "meanwhile");
        world.Pass(TimeSpan.FromMinutes(10));
        Assert.False(station.AtHome.IsRestoring);
        foreach (var desk in (SimulatedDesk[])[Adviser, Colleague])
            Assert.Equal(["after it", "and this", "and what only its author has", "before the copy", "meanwhile"],
                Texts(desk, caucus).Order());
        Assert.Equal(0UL, station.AtHome.Lost);
        Quiet();
    }

    [Fact]
    public void A_desk_that_is_put_back_is_put_out_and_asked_in_again_by_a_colleague()
    {
        var caucus = world.Confer(Adviser, Colleague, "an hour");
        Say(Colleague, caucus, "in the copy");
        Pass();
        var copy = Colleague.Vault.Copy();
        Say(Colleague, caucus, "not in it");
        Pass();
        Colleague.PutBack(copy);
        world.Pass(TimeSpan.FromMinutes(3));
        Assert.Equal(DeskFreshness.Older, Colleague.Home.Freshness);
        Colleague.DoAtHome(new DeskEvent.PutBack());
        Pass();
        Assert.Equal(RoomStatus.SetBack, Colleague.Home.StatusOf(caucus));
        Colleague.DoAtHome(new DeskEvent.ReplacementAsked(caucus));
        Assert.Equal(DeskRefusal.NotAtHome, Colleague.Screen.OfType<DeskEffect.Refused>().Last().Why);
        Adviser.DoAtHome(new DeskEvent.ChangeProposed(caucus, new RoomChange.Removal(Colleague.Identity.Id), ""));
        Pass();
        Invite(caucus, Colleague);
        Assert.Equal(RoomStatus.Open, Colleague.Home.StatusOf(caucus));
        Say(Adviser, caucus, "welcome back");
        Pass();
        Assert.Equal(["in the copy", "welcome back"], Texts(Colleague, caucus));
        Assert.All(world.Desks.SelectMany(desk => desk.Screen).OfType<DeskEffect.Alarm>(),
            alarm => Assert.Equal(DeskAlarm.OlderThanItsWords, alarm.What));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_stops_on_the_way_all_of_it_arrives_once(int day)
    {
        var caucus = world.Confer(Adviser, Colleague, "an hour");
        Invite(caucus, Third);
        world.Stations.Weather = Weather.Bad(new Seed((ulong)day)) with { StopsPerThousand = 40 };
        for (var round = 0; round < 60; round++)
        {
            var desk = world.Desks[round % 3];
            if (desk.IsRunning)
                Say(desk, caucus, $"{Invariants.Words.Mark} in {caucus}, {round}");
            world.Pass(TimeSpan.FromSeconds(round % 7 * 20));
        }
        world.Stations.Weather = Weather.Fair;
        world.Pass(TimeSpan.FromMinutes(20));
        var all = Texts(Adviser, caucus).Order().ToList();
        Assert.True(all.Count > 30, $"{all.Count}");
        Assert.Equal(all, Texts(Colleague, caucus).Order());
        Assert.Equal(all, Texts(Third, caucus).Order());
        Assert.Single(world.Desks.Take(3).Select(desk => desk.Home.EpochOf(caucus)).Distinct());
        Assert.All(world.Desks.Take(3), desk => Assert.True(desk.Home.ArchiveOf(caucus)!.IsWhole));
        Quiet();
    }

    public void Dispose()
    {
        world.Dispose();
        cast.Dispose();
        pair.Dispose();
    }

    private void Invite(RoomId caucus, SimulatedDesk whom)
    {
        Adviser.DoAtHome(new DeskEvent.ChangeProposed(caucus, new RoomChange.Admission(whom.Identity.Accreditation),
            "they know the strait"));
        Pass();
        whom.DoAtHome(new DeskEvent.InvitationAccepted(caucus));
        world.Pass(TimeSpan.FromMinutes(1));
    }

    private void Pass() => world.Pass(TimeSpan.FromSeconds(2));

    private static void Say(SimulatedDesk desk, RoomId caucus, string text) =>
        desk.DoAtHome(new DeskEvent.Said(caucus, text, Precedence.Routine));

    private static List<string> Texts(SimulatedDesk desk, RoomId caucus) =>
        [.. desk.Home.TranscriptOf(caucus).Where(one => one.Act.Count == 0).Select(one => one.Text)];

    private void Quiet() =>
        Assert.Empty(world.Desks.SelectMany(desk => desk.Screen).OfType<DeskEffect.Alarm>());
}
