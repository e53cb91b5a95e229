using Coulisse.Desk;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;

namespace Coulisse.World.Tests;

/// <summary>Whoever goes says what they had to say, keeps what was theirs to read, and can come again.</summary>
public sealed class WhoLeavesARoom : RoomForThree
{
    [Fact]
    public void Who_was_recalled_can_come_again_and_the_transcript_goes_on()
    {
        Admit(Opposite, Proposed(Adviser, Colleague, ""), Colleague);
        Say(Colleague, "one");
        Pass();
        Recall(Colleague, by: Side.A);
        Pass();
        Say(Adviser, "not for them");
        Pass();
        Admit(Opposite, Proposed(Adviser, Colleague, ""), Colleague);
        Assert.Equal(RoomStatus.Open, Colleague.Core.StatusOf(Room));
        Say(Colleague, "two");
        Say(Adviser, "good");
        Pass();
        Assert.Equal(["one", "two", "good"], Texts(Colleague));
        Assert.Contains("two", Texts(Opposite));
        Quiet();
    }

    [Fact]
    public void An_archive_is_checked_by_its_authors_chains_and_a_changed_word_is_named()
    {
        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps"), Colleague);
        Say(Colleague, "one");
        Say(Opposite, "two");
        Pass();
        foreach (var desk in Members)
        {
            var archive = desk.Core.ArchiveOf(Room)!;
            Assert.True(archive.IsWhole);
            Assert.All(archive.Authors, author => Assert.Equal(0UL, author.Missing));
        }
        using var vault = Opposite.Vault.Open();
        var key = vault.Keys(VaultTable.Transcript, Room.Value)[0];
        using var kept = vault.Get(VaultTable.Transcript, key)!;
        var heard = WireValue.Decode<Heard>(kept.Reveal());
        vault.Put(VaultTable.Transcript, key, WireValue.Encode(Forger.WithOtherWords(heard)).Span);
        vault.Commit();
        using var reopened = new DeskCore(Opposite.Identity, Opposite.Vault.Open(), new Seed(1));
        Assert.Equal([heard.Number], reopened.ArchiveOf(Room)!.Authors.Single(one => one.Desk == heard.Desk).Broken);
    }

    [Fact]
    public void Who_leaves_is_out_with_the_next_keys_whoever_holds_the_turn()
    {
        Admit(Opposite, Proposed(Adviser, Colleague, ""), Colleague);
        Say(Colleague, "a last word");
        Colleague.Do(new DeskEvent.LeaveTaken(Room));
        Pass();
        Assert.Equal(RoomStatus.Left, Colleague.Core.StatusOf(Room));
        Assert.Contains("a last word", Texts(Opposite));
        Say(Opposite, "between us");
        Pass();
        Assert.DoesNotContain("between us", Texts(Colleague));
        Opposite.Do(new DeskEvent.LeaveTaken(Room));
        Pass();
        Assert.Equal((RoomStatus.Ended, RoomStatus.Left), (Adviser.Core.StatusOf(Room), Opposite.Core.StatusOf(Room)));
        Adviser.Do(new DeskEvent.Said(Room, "to nobody", Precedence.Routine));
        Assert.Contains(new DeskEffect.Refused(DeskRefusal.NotNow), Adviser.Screen);
        Adviser.Do(new DeskEvent.LeaveTaken(Room));
        Assert.Equal(RoomStatus.Left, Adviser.Core.StatusOf(Room));
        Assert.Contains("a last word", Texts(Adviser)); // what was said stays
        Quiet();
    }

    [Fact]
    public void Who_opened_a_room_and_holds_the_turn_can_leave_it_too()
    {
        Adviser.Do(new DeskEvent.LeaveTaken(Room));
        Pass();
        Assert.Equal((RoomStatus.Left, RoomStatus.Ended), (Adviser.Core.StatusOf(Room), Opposite.Core.StatusOf(Room)));
        Quiet();
    }
}
