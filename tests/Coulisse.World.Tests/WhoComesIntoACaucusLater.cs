using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Values;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Tests;

/// <summary>A newcomer reads nothing of before, and is bound as everybody else is.</summary>
public sealed class WhoComesIntoACaucusLater : IDisposable
{
    private readonly Pair pair = new(new Seed(7));
    private readonly Cast cast;
    private readonly DeskWorld world;

    public WhoComesIntoACaucusLater()
    {
        cast = new(pair, new Seed(11), each: 3, Ciphersuite.X25519Aes128Gcm);
        world = new(new Seed(3), cast, Weather.Fair);
    }

    private SimulatedDesk Adviser => world.Desks[0];

    private SimulatedDesk Colleague => world.Desks[1];

    private SimulatedDesk Third => world.Desks[2];

    public void Dispose()
    {
        world.Dispose();
        cast.Dispose();
        pair.Dispose();
    }

    [Fact]
    public void Who_comes_later_is_told_the_rules_that_hold_and_hears_when_one_is_lifted()
    {
        var (bound, other) = (new RoomId(world.Stations.Random(16)), new RoomId(world.Stations.Random(16)));
        var caucus = world.Confer(Adviser, Colleague, "what we may give");
        Do(Adviser, caucus, new TalkAct.RuleSet(Octets.CopyOf(bound.Value.Span), Mandate.Principal));
        world.Pass(TimeSpan.FromSeconds(2));
        var rule = Assert.Single(Adviser.Home.TalkOf(caucus).Rules).Id;
        Admit(caucus, Third);
        Assert.All((SimulatedDesk[])[Adviser, Colleague, Third], desk => Assert.True(desk.Home.Binds(caucus, bound)));
        Assert.False(Third.Home.Binds(caucus, other));
        Assert.Empty(Third.Home.TalkOf(caucus).Rules); // it has not read how it was set
        Third.Stop();
        world.Pass(TimeSpan.FromMinutes(5));
        Assert.True(Third.Home.Binds(caucus, bound));
        Do(Colleague, caucus, new TalkAct.RuleLifted(rule));
        world.Pass(TimeSpan.FromSeconds(2));
        Assert.All((SimulatedDesk[])[Adviser, Colleague, Third], desk => Assert.False(desk.Home.Binds(caucus, bound)));
        Do(Third, caucus, new TalkAct.RuleSet(Octets.CopyOf(other.Value.Span), Mandate.Principal));
        world.Pass(TimeSpan.FromSeconds(2));
        Assert.All((SimulatedDesk[])[Adviser, Colleague, Third], desk => Assert.True(desk.Home.Binds(caucus, other)));
        world.Pass(TimeSpan.FromMinutes(20));
        var written = world.Watch.AtHome.Count;
        world.Pass(TimeSpan.FromHours(1));
        Assert.Equal(written, world.Watch.AtHome.Count);
        Assert.Empty(world.Desks.SelectMany(desk => desk.Screen).OfType<DeskEffect.Alarm>());
    }

    [Fact]
    public void Who_comes_later_approves_and_reads_approvals_by_the_mandates_that_a_rule_names()
    {
        var (bound, words) = (Octets.CopyOf(world.Stations.Random(16).Span), "We open the bridge on Monday.");
        var caucus = world.Confer(Adviser, Colleague, "what we may give");
        Do(Adviser, caucus, new TalkAct.RuleSet(bound, Mandate.DutyOfficer));
        world.Pass(TimeSpan.FromSeconds(2));
        Admit(caucus, Third);
        Assert.Equal(Adviser.Home.TalkOf(caucus).RulesInForce, Third.Home.TalkOf(caucus).RulesInForce);
        Do(Adviser, caucus, new TalkAct.ApprovalAsked(
            [new("en", words)], Mandate.Principal | Mandate.DutyOfficer, bound));
        world.Pass(TimeSpan.FromSeconds(2));
        var asked = Assert.Single(Third.Home.TalkOf(caucus).Approvals).Id;
        Do(Third, caucus, new TalkAct.ApprovalGiven(asked)); // a principal
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.NotInThisTalk, Refusal.NotByTheRule), Third.Screen);
        Do(Colleague, caucus, new TalkAct.ApprovalGiven(asked));
        world.Pass(TimeSpan.FromSeconds(2));
        Assert.All((SimulatedDesk[])[Adviser, Colleague, Third], desk => Assert.True(
            Assert.Single(desk.Home.TalkOf(caucus).Approvals).Allows(bound, words, [Mandate.DutyOfficer])));
    }

    private static void Do(SimulatedDesk desk, RoomId caucus, TalkAct act) =>
        desk.DoAtHome(new DeskEvent.ActSaid(caucus, act, ActWords.Of(act), Precedence.Routine));

    private void Admit(RoomId caucus, SimulatedDesk whom)
    {
        Adviser.DoAtHome(
            new DeskEvent.ChangeProposed(caucus, new RoomChange.Admission(whom.Identity.Accreditation), ""));
        world.Pass(TimeSpan.FromSeconds(2));
        whom.DoAtHome(new DeskEvent.InvitationAccepted(caucus));
        world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(RoomStatus.Open, whom.Home.StatusOf(caucus));
    }
}
