using Coulisse.Crypto.Codec;
using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;

namespace Coulisse.World.Tests;

/// <summary>I2, I12, I15: who keeps to none of our rules changes nothing that is not theirs.</summary>
public sealed class WhatAForgerComesTo : RoomForThree
{
    [Fact]
    [Trait("Row", "1")]
    public void A_leave_that_names_an_intent_lets_nobody_in_and_ends_no_intent()
    {
        Admit(Opposite, Proposed(Adviser, Colleague, ""), Colleague);
        var ours = Proposed(Adviser, TheirColleague, "");
        var other = Proposed(Opposite, TheirColleague, "and by them too");
        using var table = new Table(Pair, new Seed(5), Adviser, Colleague, Opposite);
        table.Give(Side.A, Forger.LeavesInTheNameOf(ours, table.Of(Colleague), Room));
        foreach (var desk in (SimulatedDesk[])[Adviser, Opposite])
            table.Do(desk, new DeskEvent.TimePassed());
        foreach (var desk in (SimulatedDesk[])[Adviser, Opposite])
        {
            Assert.All(table.Of(desk).IntentsOf(Room).Where(one => one.Id == ours || one.Id == other),
                intent => Assert.Equal(IntentState.Proposed, intent.State));
            Assert.Equal(2, table.Of(desk).ViewOf(Room)!.Members.Count);
        }
    }

    [Fact]
    [Trait("Row", "43")]
    public void A_package_that_no_commit_can_add_is_a_fault_and_keys_go_on_changing()
    {
        var intent = Proposed(Adviser, Colleague, "");
        Opposite.Do(new DeskEvent.IntentAnswered(Room, intent, Consents: true, ""));
        Pass();
        using var table = new Table(Pair, new Seed(5), Adviser, Colleague, Opposite);
        table.Give(Side.A,
            Forger.GivesOddPackage(Colleague.Identity, Adviser.Identity.Id, Room, new Seed(6)));
        for (var rounds = 0; rounds < 4; rounds++)
        {
            foreach (var desk in (SimulatedDesk[])[Adviser, Opposite])
            {
                table.Do(desk, new DeskEvent.Said(Room, $"round {rounds}", Precedence.Routine));
                table.Do(desk, new DeskEvent.TimePassed());
            }
        }
        foreach (var desk in (SimulatedDesk[])[Adviser, Opposite])
        {
            Assert.Equal(IntentState.Failed, table.Of(desk).IntentsOf(Room).Single(one => one.Id == intent).State);
            Assert.True(table.Of(desk).EpochOf(Room)!.Value.Epoch > desk.Core.EpochOf(Room)!.Value.Epoch + 3);
        }
        Assert.Empty(table.Screen);
    }

    [Fact]
    [Trait("Row", "15")]
    public void A_room_whose_name_begins_with_anothers_is_no_room()
    {
        var longer = new RoomId(Opaque.CopyOf([.. Room.Value.Span, 0, 0, 0, 0, 0, 0, 0, 1]));
        using var table = new Table(Pair, new Seed(5), Adviser, Opposite);
        table.Give(Side.B, Forger.AsksAgain(Opposite.Identity.Id, Adviser.Identity.Id, longer));
        Assert.Null(table.Of(Adviser).StatusOf(longer));
        Assert.Contains(new DeskEffect.Alarm(DeskAlarm.BrokenRule, longer), table.Screen);
        table.Do(Adviser, new DeskEvent.RoomProposed(longer, Opposite.Identity.Id,
            table.Of(Adviser).CharterOf(Room)!));
        Assert.Contains(table.Screen, effect => effect is DeskEffect.Refused);
    }

    [Fact]
    [Trait("Row", "6")]
    public void A_commit_of_another_history_freezes_an_open_room_and_what_waited_comes_back()
    {
        using var table = new Table(Pair, new Seed(5), Adviser, Opposite);
        table.Do(Opposite, new DeskEvent.Said(Room, "so that there is a cause", Precedence.Routine));
        foreach (var desk in (SimulatedDesk[])[Adviser, Opposite])
            table.Do(desk, new DeskEvent.TimePassed());
        var epoch = table.Of(Adviser).EpochOf(Room)!.Value.Epoch;
        var forged = Forger.OfAnotherHistory(Forger.Commits(Opposite, Room, goes: null));
        table.Withholds = EnvelopeKind.Message;
        table.Do(Adviser, new DeskEvent.Said(Room, "on its way", Precedence.Routine));
        table.Do(Adviser, new DeskEvent.Said(Room, "waits", Precedence.Routine));
        table.Give(Side.B, forged);
        Assert.Equal(RoomStatus.Frozen, table.Of(Adviser).StatusOf(Room));
        Assert.Contains(new DeskEffect.Alarm(DeskAlarm.AnotherHistory, Room), table.Screen);
        Assert.Equal(epoch, table.Of(Adviser).EpochOf(Room)!.Value.Epoch);
    }

    [Fact]
    [Trait("Row", "6")]
    public void A_message_that_opens_and_names_another_history_is_malformed_and_is_not_shown()
    {
        using var table = new Table(Pair, new Seed(5), Adviser, Opposite);
        var known = table.Of(Adviser).TranscriptOf(Room).Count();
        table.Give(Side.B, Forger.SaysUnderAnotherTag(Opposite, Room, "as if it were another room"));
        Assert.Equal(known, table.Of(Adviser).TranscriptOf(Room).Count());
        Assert.Equal([new DeskEffect.Alarm(DeskAlarm.BrokenRule, Room)], table.Screen);
        Assert.Equal(RoomStatus.Open, table.Of(Adviser).StatusOf(Room));
    }

    [Fact]
    [Trait("Row", "6")]
    public void A_frozen_room_is_not_opened_by_whoever_asks_into_it_again()
    {
        var other = World.Propose(Opposite, Colleague, "another room");
        Pass();
        using var table = new Table(Pair, new Seed(5), Colleague, Opposite) { Withholds = EnvelopeKind.Message };
        table.Do(Colleague, new DeskEvent.InvitationAccepted(other));
        table.Give(Side.B, Forger.SeesAnother(table.Of(Opposite), other));
        Assert.Equal(RoomStatus.Frozen, table.Of(Colleague).StatusOf(other));
        foreach (var side in (Side[])[Side.A, Side.B])
            table.Give(side, Forger.AsksAgain(Opposite.Identity.Id, Colleague.Identity.Id, other));
        Assert.Equal(RoomStatus.Frozen, table.Of(Colleague).StatusOf(other));
    }

    [Fact]
    [Trait("Row", "15")]
    public void Only_the_asking_side_asks_again_or_says_that_somebody_is_not_needed()
    {
        var intent = Proposed(Adviser, Colleague, "");
        Opposite.Do(new DeskEvent.IntentAnswered(Room, intent, Consents: true, ""));
        Pass();
        using var table = new Table(Pair, new Seed(5), Colleague);
        table.Do(Colleague, new DeskEvent.InvitationAccepted(Room));
        var leaf = table.Of(Colleague).LeafKeyOf(Room);
        table.Give(Side.B, Forger.NeedsNoMore(Adviser.Identity.Id, Colleague.Identity.Id, Room));
        table.Give(Side.B, Forger.AsksAgain(Adviser.Identity.Id, Colleague.Identity.Id, Room));
        table.Give(Side.A, Forger.AsksAgain(Adviser.Identity.Id, Colleague.Identity.Id, Room));
        Assert.Equal(RoomStatus.Offered, table.Of(Colleague).StatusOf(Room));
        Assert.Equal(leaf, table.Of(Colleague).LeafKeyOf(Room)); // the package that was given still fits
        table.Give(Side.A, Forger.NeedsNoMore(Adviser.Identity.Id, Colleague.Identity.Id, Room));
        Assert.Equal(RoomStatus.Withdrawn, table.Of(Colleague).StatusOf(Room));
    }
}
