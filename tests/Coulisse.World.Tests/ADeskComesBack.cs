using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Leaves;
using Coulisse.Wire.Lines;
using Coulisse.World.Desks;

namespace Coulisse.World.Tests;

/// <summary>Rules 3 and 8: a desk that was put back to an old copy takes its old leaf's place by its party's order
/// alone, whoever holds the turn.</summary>
[Trait("Row", "8")]
public sealed class ADeskComesBack : RoomForThree
{
    [Theory]
    [InlineData(Side.A)]
    [InlineData(Side.B)]
    public void It_takes_its_place_again_without_an_act_of_the_other_side(Side turn)
    {
        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps"), Colleague);
        Say(Colleague, "one of mine");
        var order = Lose(Colleague, turn);
        Adviser.Do(new DeskEvent.OrderBrought(order, Request(Colleague).KeyPackage));
        Pass();
        Assert.Equal(RoomStatus.Open, Colleague.Core.StatusOf(Room));
        Assert.All(Members, desk => Assert.Equal(3, desk.Core.ViewOf(Room)!.Members.Count));
        Assert.All(Members, desk => Assert.Equal(Adviser.Core.EpochOf(Room), desk.Core.EpochOf(Room)));
        Assert.Equal("to keep the line open", Colleague.Core.CharterOf(Room)?.Terms.Purpose);
        Say(Opposite, "are you there?");
        Say(Colleague, "back again");
        World.Pass(TimeSpan.FromMinutes(12)); // keys go on changing
        Assert.All(Members.Select(Texts), texts => Assert.Contains("back again", texts));
        Assert.Contains("lost with the copy", Texts(Opposite));
        Assert.Null(Colleague.Core.LeafRequestOf(Room));
        foreach (var desk in Members)
        {
            var archive = desk.Core.ArchiveOf(Room)!;
            Assert.True(archive.IsWhole);
            Assert.All(archive.Authors, author => Assert.Equal(0UL, author.Missing));
        }
        QuietBut(Colleague);
    }

    [Fact]
    public void The_only_desk_of_its_side_brings_the_order_itself_and_the_other_side_lets_it_in()
    {
        var order = Lose(Adviser, turn: Side.B);
        Adviser.Do(new DeskEvent.OrderBrought(order));
        Pass();
        Assert.Equal(RoomStatus.Open, Adviser.Core.StatusOf(Room));
        Assert.Equal(Opposite.Identity.Id, Adviser.Core.ViewOf(Room)!.Counterpart);
        Say(Adviser, "alone and back");
        Pass();
        Assert.Equal("alone and back", Texts(Opposite)[^1]);
        QuietBut(Adviser);
    }

    [Fact]
    public void The_same_copy_put_back_again_comes_back_by_an_order_about_the_leaf_that_others_see()
    {
        var copy = Adviser.Vault.Copy();
        Adviser.Do(new DeskEvent.OrderBrought(Lose(Adviser, turn: Side.B)));
        Pass();
        var (first, leaf) = (Adviser.Core.EpochOf(Room), Adviser.Core.LeafKeyOf(Room)!.Value);
        Say(Adviser, "once");
        Pass();
        Give(Side.B);
        PutBack(Adviser, copy);
        Adviser.Do(new DeskEvent.ReplacementAsked(Room, SignaturePublicKey.From(leaf)));
        Adviser.Do(new DeskEvent.OrderBrought(Pair.A.Sign(Request(Adviser).Order)));
        Pass();
        Assert.Equal(RoomStatus.Open, Adviser.Core.StatusOf(Room));
        Assert.True(Adviser.Core.EpochOf(Room)!.Value.Epoch > first!.Value.Epoch);
        Say(Adviser, "twice");
        Pass();
        Assert.Equal("twice", Texts(Opposite)[^1]);
        Assert.True(Opposite.Core.ArchiveOf(Room)!.IsWhole);
    }

    [Fact]
    [Trait("Row", "1")]
    public void Where_nobody_is_left_on_the_side_that_has_the_turn_nothing_happens_all_say_so_and_the_desk_gives_up()
    {
        var order = Lose(Adviser, turn: Side.A);
        Adviser.Do(new DeskEvent.OrderBrought(order));
        World.Pass(TimeSpan.FromMinutes(30));
        Assert.Equal(RoomStatus.Offered, Adviser.Core.StatusOf(Room));
        Assert.True(Opposite.Core.ViewOf(Room)!.IsStuck);
        Assert.Equal(RoomMemberEnd.IsReplaced, Opposite.Core.ViewOf(Room)!.Members
            .Single(one => one.Desk.By.Party == Pair.A.Name).End);
        Say(Opposite, "still written"); // the turn is not needed to write
        Pass();
        Adviser.Do(new DeskEvent.WaitingGivenUp(Room));
        Assert.Equal(RoomStatus.SetBack, Adviser.Core.StatusOf(Room));
        World.Pass(TimeSpan.FromMinutes(3));
        Assert.Equal(0, World.Stations.Stations.Sum(station => station.Disk.Bodies)); // it holds nothing up any more
        var other = World.Open(Adviser, Opposite, "another room");
        Assert.Equal(RoomStatus.Open, Adviser.Core.StatusOf(other));
        QuietBut(Adviser);
    }

    [Fact]
    public void Asked_again_it_gives_the_same_request_and_after_giving_up_another_about_the_same_leaf()
    {
        Lose(Adviser, turn: Side.B);
        var request = Request(Adviser);
        Adviser.Do(new DeskEvent.ReplacementAsked(Room));
        Assert.Equal(request, Request(Adviser));
        Adviser.Do(new DeskEvent.WaitingGivenUp(Room));
        Adviser.Do(new DeskEvent.ReplacementAsked(Room));
        Assert.Equal(request.LeafKey, Request(Adviser).LeafKey);
        Assert.NotEqual(request.KeyPackage, Request(Adviser).KeyPackage);
        // The first order lets nobody in: its keys are gone. The latest is what machines go by.
        Adviser.Do(new DeskEvent.OrderBrought(Pair.A.Sign(Request(Adviser).Order)));
        Pass();
        Assert.Equal(RoomStatus.Open, Adviser.Core.StatusOf(Room));
    }

    [Fact]
    public void What_was_proposed_meanwhile_ends_as_overtaken_and_what_waited_comes_back()
    {
        var intent = Proposed(Opposite, TheirColleague, "");
        var order = Lose(Adviser, turn: Side.B);
        Adviser.Do(new DeskEvent.OrderBrought(order));
        Pass();
        Assert.Equal(IntentState.Overtaken, Intent(Opposite, intent).State);
        Assert.Empty(Adviser.Core.IntentsOf(Room)); // who came back does not know of it, and waits for nothing
        Admit(Adviser, Proposed(Opposite, TheirColleague, "again"), TheirColleague);
        Assert.Equal(RoomStatus.Open, TheirColleague.Core.StatusOf(Room));
    }

    [Fact]
    [Trait("Row", "46")]
    public void Who_was_not_put_back_asks_for_nothing_and_nobody_gives_up_what_they_do_not_wait_for()
    {
        Adviser.Do(new DeskEvent.ReplacementAsked(Room));
        Assert.Equal(new DeskEffect.Refused(DeskRefusal.NotNow), Adviser.Screen[^1]);
        Adviser.Do(new DeskEvent.WaitingGivenUp(Room));
        Assert.Equal(new DeskEffect.Refused(DeskRefusal.NotNow), Adviser.Screen[^1]);
        Assert.Null(Adviser.Core.LeafRequestOf(Room));
    }

    [Fact]
    public void An_order_without_its_key_package_or_of_another_party_is_refused_where_it_is_brought()
    {
        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps"), Colleague);
        var order = Lose(Colleague, turn: Side.B);
        Adviser.Do(new DeskEvent.OrderBrought(order));
        Assert.Equal(new DeskEffect.Refused(DeskRefusal.NotItsKeyPackage), Adviser.Screen[^1]);
        Adviser.Do(new DeskEvent.OrderBrought(order, Opaque.CopyOf([1, 2, 3])));
        Assert.Equal(new DeskEffect.Refused(DeskRefusal.NotItsKeyPackage), Adviser.Screen[^1]);
        Opposite.Do(new DeskEvent.OrderBrought(order, Request(Colleague).KeyPackage));
        Assert.Equal(new DeskEffect.Refused(DeskRefusal.NotOurOrder), Opposite.Screen[^1]);
    }

    // Its vault is put back to a copy of now, a message older than it was; what it asks for is signed.
    private Sealed<RoomOrder> Lose(SimulatedDesk desk, Side turn)
    {
        Pass();
        var copy = desk.Vault.Copy();
        Say(desk, "lost with the copy");
        Pass();
        Give(turn);
        PutBack(desk, copy);
        desk.Do(new DeskEvent.ReplacementAsked(Room));
        Assert.Equal(RoomStatus.Replacing, desk.Core.StatusOf(Room));
        return Pair.PartyOf(desk.Identity.Side).Sign(Request(desk).Order);
    }

    private void PutBack(SimulatedDesk desk, SimulatedVault copy)
    {
        desk.PutBack(copy.Copy());
        World.Pass(TimeSpan.FromMinutes(4)); // no machine stays down so long
        Assert.Equal(DeskFreshness.Older, desk.Core.Freshness);
        desk.Do(new DeskEvent.PutBack());
        Assert.Equal(RoomStatus.SetBack, desk.Core.StatusOf(Room));
    }

    // The turn comes to whoever answers, and stays there as long as nobody answers them.
    private void Give(Side turn)
    {
        World.Pass(TimeSpan.FromMinutes(20));
        if (Opposite.Core.ViewOf(Room)!.Turn != turn)
            Say(turn == Side.A ? Adviser : Opposite, "our turn");
        World.Pass(TimeSpan.FromMinutes(20));
        Assert.Equal(turn, Opposite.Core.ViewOf(Room)!.Turn);
    }

    private LeafRequest Request(SimulatedDesk desk) => desk.Core.LeafRequestOf(Room)!;

    private void QuietBut(SimulatedDesk old) => Assert.DoesNotContain(World.Desks
        .SelectMany(desk => desk.Screen.Where(one => desk != old || one is not DeskEffect.Alarm
        {
            What: DeskAlarm.OlderThanItsWords
        })), one => one is DeskEffect.Alarm);
}
