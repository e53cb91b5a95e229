using Coulisse.Crypto.Codec;
using Coulisse.Desk;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;

namespace Coulisse.World.Tests;

/// <summary>Rule 10: a dead or frozen room is succeeded by a new one, which says so, how far each side had come, and
/// why.</summary>
public sealed class ARoomTakesAnothersPlace : RoomForThree
{
    private static readonly RoomId Later = new(Opaque.CopyOf([.. Enumerable.Repeat<byte>(9, RoomId.DrawnBytes)]));

    private readonly RoomCharter terms = new("to keep the line open", "the settlement of the conflict");

    [Fact]
    public void It_names_the_room_how_far_both_had_come_and_why_and_nobody_else_reads_the_reason()
    {
        var (epoch, tag) = Adviser.Core.EpochOf(Room)!.Value;
        using var table = Begin();
        Open(table);

        foreach (var desk in (SimulatedDesk[])[Adviser, Opposite])
        {
            var view = table.Of(desk).ViewOf(Later)!;
            Assert.Equal(RoomStatus.Open, view.Status);
            Assert.Equal((Room, "its keys went another way", true),
                (view.Follows!.Room, view.Follows.Why, view.Follows.IsSameAtBothEnds));
            Assert.Equal([new(Side.A, epoch, tag), new(Side.B, epoch, tag)], view.Follows.Claims);
            Assert.Equal(Later, table.Of(desk).ViewOf(Room)!.FollowedBy);
        }
        Assert.DoesNotContain(table.Written.OfType<DeskEvent.Given>().Select(one => one.Delivery)
            .OfType<Coulisse.Wire.Desks.Delivery.OfEntry>(),
            one => one.Entry.Span.IndexOf("its keys went another way"u8) >= 0);
        table.Do(Adviser, new DeskEvent.Said(Later, "good evening again", Precedence.Routine));
        Assert.Equal("good evening again", table.Of(Opposite).TranscriptOf(Later).Last().Text);
        Assert.Empty(table.Screen);
    }

    [Fact]
    public void It_outlives_a_change_of_the_terms()
    {
        using var table = Begin();
        Open(table);
        table.Do(Adviser, new DeskEvent.ChangeProposed(Later, new Desk.Members.RoomChange.Amendment(
            new(terms.Terms with { Purpose = "the harvest too" })), ""));
        var intent = table.Of(Opposite).IntentsOf(Later)[^1].Id;
        table.Do(Opposite, new DeskEvent.IntentAnswered(Later, intent, Consents: true, ""));
        foreach (var desk in (SimulatedDesk[])[Adviser, Opposite, Adviser, Opposite])
            table.Do(desk, new DeskEvent.TimePassed());
        Assert.All((SimulatedDesk[])[Adviser, Opposite], desk => Assert.Equal(("the harvest too", Room),
            (table.Of(desk).CharterOf(Later)!.Terms.Purpose, table.Of(desk).ViewOf(Later)!.Follows!.Room)));
        Assert.Empty(table.Screen);
    }

    [Fact]
    public void Who_has_left_the_room_still_knows_how_far_they_had_come()
    {
        Opposite.Do(new DeskEvent.LeaveTaken(Room));
        for (var turn = 0; turn < 4; turn++)
            Pass();
        Assert.Equal(RoomStatus.Left, Opposite.Core.StatusOf(Room));
        using var table = Begin();
        Open(table);
        var follows = table.Of(Opposite).ViewOf(Later)!.Follows!;
        Assert.NotNull(follows.Of(Side.B));
        Assert.False(follows.IsSameAtBothEnds); // the others went one epoch further without them
    }

    [Fact]
    public void A_room_that_this_desk_does_not_know_is_no_room_to_follow()
    {
        using var table = Begin();
        table.Do(Adviser, new DeskEvent.RoomProposed(Later, Opposite.Identity.Id, terms,
            new(new RoomId(Opaque.CopyOf([1, 2, 3])), "")));
        Assert.Equal([new DeskEffect.Refused(DeskRefusal.NoSuchRoom)], table.Screen);
    }

    [Fact]
    public void Who_was_never_in_it_claims_nothing_and_learns_nothing_of_it_in_the_open()
    {
        using var table = new Table(Pair, new Seed(5), Adviser, TheirColleague);
        Open(table, TheirColleague);
        var follows = table.Of(TheirColleague).ViewOf(Later)!.Follows!;
        Assert.Equal((Room, true, false),
            (follows.Room, follows.Of(Side.A) is not null, follows.Of(Side.B) is not null));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_station_puts_into_the_offers_is_refused_by_whoever_said_otherwise(bool ofInvitation)
    {
        using var table = Begin();
        table.Alters = envelope => Forger.WithOtherClaim(envelope, ofInvitation, Side.A, Side.B);
        Propose(table, Opposite);
        table.Do(Opposite, new DeskEvent.InvitationAccepted(Later));
        Assert.Contains(table.Screen, one => one is DeskEffect.Alarm { What: DeskAlarm.BrokenRule });
        Assert.NotEqual(RoomStatus.Joined, table.Of(Opposite).StatusOf(Later));
    }

    private void Open(Table table, SimulatedDesk? with = null)
    {
        Propose(table, with ?? Opposite);
        table.Do(with ?? Opposite, new DeskEvent.InvitationAccepted(Later));
        table.Do(with ?? Opposite, new DeskEvent.Consented(Later));
    }

    private void Propose(Table table, SimulatedDesk with) => table.Do(Adviser, new DeskEvent.RoomProposed(Later,
        with.Identity.Id, terms, new(Room, "its keys went another way")));

    private Table Begin() => new(Pair, new Seed(5), Adviser, Opposite);
}
