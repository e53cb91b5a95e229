using Coulisse.Crypto.Signatures;
using Coulisse.Desk;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;

namespace Coulisse.World.Tests;

/// <summary>A handshake binds a party with its station's word alone, and that word outlives the key it was given with.
/// </summary>
public sealed class WhoseEndorsementCounts : RoomForThree
{
    private readonly SignaturePrivateKey strange = SignaturePrivateKey.Generate(new Seed(8));

    public override void Dispose()
    {
        strange.Dispose();
        base.Dispose();
    }

    [Fact]
    public void What_a_station_endorsed_before_it_was_renewed_counts_at_every_desk_that_reads_it_later()
    {
        using var table = new Table(Pair, new Seed(5), Adviser, Opposite);
        table.Endorses = side => Pair.PartyOf(side).Earlier;
        Talk(table);
        table.Endorses = null;
        Talk(table);
        Assert.Equal(table.Of(Adviser).EpochOf(Room), table.Of(Opposite).EpochOf(Room));
        Assert.True(table.Of(Opposite).EpochOf(Room)!.Value.Epoch > Opposite.Core.EpochOf(Room)!.Value.Epoch + 3);
        Assert.Empty(table.Screen);
    }

    [Fact]
    public void What_no_key_of_its_party_endorsed_moves_nobody()
    {
        using var table = new Table(Pair, new Seed(5), Adviser, Opposite);
        table.Endorses = side => side == Side.A ? strange : Pair.B.Endorsement;
        Talk(table);
        Assert.Contains(table.Screen, one => one is DeskEffect.Alarm { What: DeskAlarm.NotEndorsed });
        Assert.True(table.Of(Opposite).EpochOf(Room)!.Value.Epoch <= Opposite.Core.EpochOf(Room)!.Value.Epoch + 1);
    }

    [Fact]
    public void Nor_does_one_sides_word_for_the_others()
    {
        using var table = new Table(Pair, new Seed(5), Adviser, Opposite);
        table.Endorses = side => Pair.PartyOf(side.Other()).Endorsement;
        Talk(table);
        ulong[] moved = [.. ((SimulatedDesk[])[Adviser, Opposite]).Select(desk =>
            table.Of(desk).EpochOf(Room)!.Value.Epoch - desk.Core.EpochOf(Room)!.Value.Epoch).Order()];
        Assert.Equal([0UL, 1UL], moved); // whose station took their commit, alone
    }

    private void Talk(Table table)
    {
        for (var rounds = 0; rounds < 3; rounds++)
        {
            foreach (var desk in (SimulatedDesk[])[Adviser, Opposite])
            {
                table.Do(desk, new DeskEvent.Said(Room, $"round {rounds}", Precedence.Routine));
                table.Do(desk, new DeskEvent.TimePassed());
            }
        }
    }
}
