using Coulisse.Desk;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Taken = Coulisse.Wire.Credence.Recall;

namespace Coulisse.World.Tests;

/// <summary>Design §1: the head of its seal's chain stands in each message of a desk, so that no station can hide a
/// recall for long.</summary>
public sealed class WhatASealHasSigned : RoomForThree
{
    [Fact]
    public void A_recall_that_lies_in_a_desks_folder_is_known_to_all_desks_of_both_sides()
    {
        var recall = Pair.A.Sign(Taken.Of(Colleague.Identity.Accreditation, "moved to another post"));
        Adviser.Do(new DeskEvent.CredenceBrought([.. Pair.A.Pieces, ChainPiece.Of(recall)]));
        Pass();

        Assert.All(World.Desks, desk => Assert.True(ChainAt(desk.Core).IsRecalled(Colleague.Identity.Accreditation)));
        Assert.All(World.Desks, desk => Assert.Equal(HeadStanding.Whole, ChainAt(desk.Core).Standing));
        Quiet();
    }

    [Fact]
    public void What_is_told_once_is_not_told_again_by_anybody_of_that_side()
    {
        Adviser.Do(new DeskEvent.CredenceBrought([.. Pair.A.Pieces]));
        Pass();
        var written = World.Watch.Logs.Count;
        Colleague.Do(new DeskEvent.CredenceBrought([.. Pair.A.Pieces]));
        Pass();
        Adviser.Stop();
        Adviser.Start();
        Adviser.Do(new DeskEvent.CredenceBrought([.. Pair.A.Pieces]));
        Pass();
        Assert.Equal(written, World.Watch.Logs.Count);
    }

    [Fact]
    public void A_station_that_keeps_a_recall_back_is_found_out_by_the_next_message()
    {
        using var table = new Table(Pair, new Seed(5), Adviser, Opposite);
        table.Do(Adviser, new DeskEvent.CredenceBrought([.. Pair.A.Pieces]));
        Assert.Equal(HeadStanding.Whole, ChainAt(table.Of(Opposite)).Standing);
        var recall = Pair.A.Sign(Taken.Of(Colleague.Identity.Accreditation, "moved to another post"));
        table.Withholds = EnvelopeKind.Credence;
        table.Do(Adviser, new DeskEvent.CredenceBrought([ChainPiece.Of(recall)]));
        Assert.Equal(HeadStanding.Whole, ChainAt(table.Of(Opposite)).Standing);
        table.Do(Adviser, new DeskEvent.Said(Room, "good evening", Precedence.Routine));

        Assert.Equal((HeadStanding.Withheld, 1UL), (ChainAt(table.Of(Opposite)).Standing,
            ChainAt(table.Of(Opposite)).Missing));
        Assert.Equal("good evening", table.Of(Opposite).TranscriptOf(Room).Last().Text); // the line stays open
        Assert.DoesNotContain(table.Screen, one => one is DeskEffect.Alarm);
        table.Do(Opposite, new DeskEvent.CredenceBrought([ChainPiece.Of(recall)])); // brought by hand
        Assert.True(ChainAt(table.Of(Opposite)).IsRecalled(Colleague.Identity.Accreditation));
        Assert.Equal(HeadStanding.Whole, ChainAt(table.Of(Opposite)).Standing);
    }

    [Fact]
    public void A_seal_that_has_signed_two_histories_is_found_out_and_that_is_not_forgotten()
    {
        var vault = Opposite.Vault.Copy();
        using (var core = Table.Fresh(Opposite, vault, new Seed(5)))
        {
            core.Step(new DeskEvent.CredenceBrought([.. Pair.A.Pieces]), Cast.FirstDay);
            var effects = core.Step(new DeskEvent.CredenceBrought([OtherHistory()]), Cast.FirstDay);
            Assert.Contains(effects, one => one is DeskEffect.Alarm { What: DeskAlarm.TwoChains });
        }
        using var again = Table.Fresh(Opposite, vault, new Seed(5));
        Assert.Equal(HeadStanding.Forked, ChainAt(again).Standing);
    }

    [Fact]
    public void Another_seals_words_are_nothing()
    {
        using var stranger = new InventedParty("Ruritania", new Seed(9));
        using var core = Table.Fresh(Opposite, Opposite.Vault.Copy(), new Seed(5));
        var effects = core.Step(new DeskEvent.CredenceBrought([.. stranger.Pieces]), Cast.FirstDay);
        Assert.DoesNotContain(effects, one => one is DeskEffect.Alarm or DeskEffect.Submit);
    }

    private KnownChain ChainAt(DeskCore core) => core.ChainOf(Adviser.Identity.Accreditation.By)!;

    // The first entry of a chain that the same seal began once more.
    private ChainPiece OtherHistory()
    {
        var folder = Directory.CreateTempSubdirectory("coulisse-fork-");
        try
        {
            var file = Path.Combine(folder.FullName, "other.chain");
            SealChainFile.Create(file, Pair.A.Seal);
            var opened = (SealChainOpening.Opened)SealChainFile.Open(file, Pair.A.Seal.Party, Pair.A.Seal.PublicKey);
            using (opened.Chain)
                return ChainPiece.Of(Sealed.Sign(new Recognition(new("Elsewhere", Pair.B.Seal.PublicKey), 1,
                    Pair.A.Bytes(32), null), Pair.A.Seal, opened.Chain, Cast.FirstDay));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
