using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Desk;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;

namespace Coulisse.World.Tests;

/// <summary>Rule 3 and I2: a leaf's place goes to the same desk, office and mandate, by its party's order, in the
/// commit that takes it out; whatever else a member commits is not taken.</summary>
[Trait("Row", "1")]
public sealed class WhoMayTakeALeafsPlace : RoomForThree
{
    private readonly Table table;
    private readonly Opaque leaf;
    private readonly Opaque package;

    public WhoMayTakeALeafsPlace()
    {
        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps"), Colleague);
        World.Pass(TimeSpan.FromMinutes(20));
        Say(Opposite, "our turn");
        World.Pass(TimeSpan.FromMinutes(20));
        Assert.Equal(Side.B, Adviser.Core.ViewOf(Room)!.Turn);
        table = new(Pair, new Seed(5), Adviser);
        leaf = Colleague.Core.LeafKeyOf(Room)!.Value;
        package = ForgedOrders.PackageOf(Colleague.Identity, Room, new Seed(6));
    }

    public override void Dispose()
    {
        table.Dispose();
        base.Dispose();
    }

    [Fact]
    public void Ordered_it_is_taken()
    {
        table.Give(Side.A, ForgedOrders.Orders(Order(leaf, package), package));
        table.Give(Side.B, Forger.Commits(Opposite, Room, leaf, package));
        Assert.True(IsTaken());
        Assert.DoesNotContain(leaf, Leaves());
        Assert.Equal(3, Leaves().Count);
    }

    [Fact]
    public void Not_ordered_it_waits_and_is_taken_once_the_order_is_read()
    {
        table.Give(Side.B, Forger.Commits(Opposite, Room, leaf, package));
        Assert.False(IsTaken());
        table.Give(Side.A, ForgedOrders.Orders(Order(leaf, package), package));
        Assert.True(IsTaken());
        Assert.Empty(table.Screen);
    }

    [Fact]
    public void An_order_of_the_other_party_about_our_leaf_lets_nobody_in_and_stands_in_nobodys_way()
    {
        table.Give(Side.B, ForgedOrders.Orders(Order(leaf, package, Side.B), package));
        table.Give(Side.B, Forger.Commits(Opposite, Room, leaf, package));
        Assert.False(IsTaken());
        table.Give(Side.A, ForgedOrders.Orders(Order(leaf, package), package));
        Assert.True(IsTaken());
    }

    [Fact]
    public void A_replacement_is_no_removal_nobody_goes_unless_the_other_leaf_comes()
    {
        table.Give(Side.A, ForgedOrders.Orders(Order(leaf, package), package));
        table.Give(Side.B, Forger.Commits(Opposite, Room, leaf));
        Assert.False(IsTaken());
    }

    [Fact]
    public void A_removal_is_no_replacement()
    {
        table.Give(Side.A, ForgedOrders.Orders(Pair.A.Sign(Order(Colleague)), Opaque.Empty));
        table.Give(Side.B, Forger.Commits(Opposite, Room, leaf, package));
        Assert.False(IsTaken());
    }

    [Fact]
    public void Nobody_comes_unless_the_old_leaf_goes()
    {
        table.Give(Side.A, ForgedOrders.Orders(Order(leaf, package), package));
        table.Give(Side.B, Forger.Commits(Opposite, Room, null, package));
        Refused();
    }

    [Fact]
    public void Two_do_not_come_for_one()
    {
        var other = ForgedOrders.PackageOf(Colleague.Identity, Room, new Seed(7));
        table.Give(Side.A, ForgedOrders.Orders(Order(leaf, package), package));
        table.Give(Side.A, ForgedOrders.Orders(Order(leaf, other), other));
        table.Give(Side.B, Forger.Commits(Opposite, Room, leaf, package, other));
        Refused();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Another_office_or_mandate_does_not_come_though_the_seal_has_ordered_it(bool office, bool mandate)
    {
        var now = Colleague.Identity.Accreditation.Content;
        var other = ForgedOrders.PackageOf(With(Colleague.Identity, Pair.A.Sign(now with
        {
            Office = office ? [new("en", "Minister")] : now.Office,
            Mandate = mandate ? Mandate.Observer : now.Mandate,
        })), Room, new Seed(7));
        table.Give(Side.A, ForgedOrders.Orders(Order(leaf, other), other));
        table.Give(Side.B, Forger.Commits(Opposite, Room, leaf, other));
        Refused();
    }

    [Fact]
    public void Another_desk_does_not_come_though_the_seal_has_ordered_it()
    {
        foreach (var desk in (SimulatedDesk[])[Adviser, TheirColleague])
        {
            var other = ForgedOrders.PackageOf(desk.Identity, Room, new Seed(7));
            table.Give(Side.A, ForgedOrders.Orders(Order(leaf, other), other));
            table.Give(Side.B, Forger.Commits(Opposite, Room, leaf, other));
            Assert.False(IsTaken());
        }
    }

    [Fact]
    public void A_renewed_accreditation_of_the_same_desk_may_come()
    {
        var renewed = Colleague.Identity.Accreditation.Content with
        {
            NotAfter = Colleague.Identity.Accreditation.Content.NotAfter.AddDays(100),
        };
        var other = ForgedOrders.PackageOf(With(Colleague.Identity, Pair.A.Sign(renewed)), Room, new Seed(7));
        table.Give(Side.A, ForgedOrders.Orders(Order(leaf, other), other));
        table.Give(Side.B, Forger.Commits(Opposite, Room, leaf, other));
        Assert.True(IsTaken());
    }

    [Fact]
    public void A_leaf_with_the_key_that_goes_does_not_come_for_the_order_would_be_about_it_again()
    {
        var other = ForgedOrders.PackageOf(Colleague.Identity, Room, new Seed(7), signer: Colleague);
        table.Give(Side.A, ForgedOrders.Orders(Order(leaf, other), other));
        table.Give(Side.B, Forger.Commits(Opposite, Room, leaf, other));
        Refused();
    }

    [Fact]
    [Trait("Row", "43")]
    public void What_MLS_refuses_is_given_up_and_keys_go_on_changing()
    {
        using var both = new Table(Pair, new Seed(5), Adviser, Opposite);
        var bytes = package.ToArray();
        bytes[^1] ^= 1; // its signature
        var broken = Opaque.CopyOf(bytes);
        both.Give(Side.A, ForgedOrders.Orders(Order(leaf, broken), broken));
        var before = both.Of(Opposite).EpochOf(Room)!.Value.Epoch;
        for (var rounds = 0; rounds < 4; rounds++)
        {
            both.Do(Opposite, new DeskEvent.Said(Room, $"round {rounds}", Precedence.Routine));
            both.Do(Opposite, new DeskEvent.TimePassed());
        }
        Assert.InRange(both.Of(Adviser).EpochOf(Room)!.Value.Epoch, before + 3, before + 6);
        Assert.Equal(3, both.Of(Opposite).ViewOf(Room)!.Members.Count);
        // And an order whose package is good is obeyed after that.
        both.Give(Side.A, ForgedOrders.Orders(Order(leaf, package), package));
        both.Do(Opposite, new DeskEvent.TimePassed());
        Assert.DoesNotContain(leaf, both.Of(Adviser).ViewOf(Room)!.Members.Select(one => one.LeafKey));
        Assert.Empty(both.Screen);
    }

    [Fact]
    public void Of_several_orders_about_a_leaf_machines_go_by_the_latest()
    {
        using var both = new Table(Pair, new Seed(5), Adviser, Opposite);
        var latest = ForgedOrders.PackageOf(Colleague.Identity, Room, new Seed(7));
        var (first, second) = (Order(leaf, package), Order(leaf, latest));
        both.Give(Side.A, ForgedOrders.Orders(second, latest), ForgedOrders.Orders(first, package));
        Assert.Contains(KeyOf(latest), both.Of(Adviser).ViewOf(Room)!.Members.Select(one => one.LeafKey));
    }

    [Fact]
    public void An_order_that_puts_another_desk_in_its_place_is_refused_where_it_is_brought()
    {
        var other = ForgedOrders.PackageOf(TheirColleague.Identity, Room, new Seed(7));
        Adviser.Do(new DeskEvent.OrderBrought(Order(leaf, other), other));
        Assert.Equal(new DeskEffect.Refused(DeskRefusal.OfAnotherDesk), Adviser.Screen[^1]);
    }

    [Fact]
    [Trait("Row", "20")]
    public void Orders_without_end_take_up_no_more_than_some_hundreds_and_what_a_commit_rests_on_is_still_taken()
    {
        for (byte number = 0; number < 255; number++)
        {
            for (byte more = 0; more < 2; more++)
            {
                var other = Opaque.CopyOf([number, more]);
                table.Give(Side.A,
                    ForgedOrders.Orders(Order(Opaque.CopyOf([.. new byte[30], number, more]), other), other));
            }
        }
        table.Give(Side.A, ForgedOrders.Orders(Order(leaf, package), package));
        table.Give(Side.B, Forger.Commits(Opposite, Room, leaf, package));
        Assert.True(IsTaken());
        using var kept = table.VaultOf(Adviser).Open();
        Assert.Equal(256, kept.Keys(Coulisse.Desk.Vault.VaultTable.Orders, Opaque.Empty).Count);
    }

    private Sealed<RoomOrder> Order(Opaque goes, Opaque enters, Side by = Side.A) => Pair.PartyOf(by).Sign(
        new RoomOrder(RoomOrderKind.Replacement, Room, SignaturePublicKey.From(goes)!,
            Opaque.CopyOf(System.Security.Cryptography.SHA256.HashData(enters.Span))));

    private static Opaque KeyOf(Opaque package) => ForgedOrders.KeyOf(package);

    private static DeskIdentity With(DeskIdentity desk, Sealed<Accreditation> accreditation) => new()
    {
        Accreditation = accreditation,
        Key = desk.Key,
        Seals = desk.Seals,
        Parties = desk.Parties,
        Endorsements = desk.Endorsements,
        Suite = desk.Suite,
    };

    private bool IsTaken() => table.Of(Adviser).EpochOf(Room) != Adviser.Core.EpochOf(Room);

    private List<Opaque> Leaves() => [.. table.Of(Adviser).ViewOf(Room)!.Members.Select(one => one.LeafKey)];

    private void Refused()
    {
        Assert.False(IsTaken());
        Assert.Contains(new DeskEffect.Alarm(DeskAlarm.BrokenRule, Room), table.Screen);
    }
}
