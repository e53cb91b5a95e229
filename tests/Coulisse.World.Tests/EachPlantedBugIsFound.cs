using Coulisse.World.Days;
using Coulisse.World.Plants;

namespace Coulisse.World.Tests;

/// <summary>The days notice what they are there to notice.</summary>
public sealed class EachPlantedBugIsFound
{
    private const ulong SeedsMax = 40;

    [Theory]
    [InlineData(PlantedBug.TurnRuleOff, "I1: ", "I2: ")]
    [InlineData(PlantedBug.AcknowledgedBeforeDurable, "I3: ", "I3: ")]
    [InlineData(PlantedBug.KeysErasedEarly, "I7: ", "I7: ")]
    // Or what is written under an old number is taken for what the other side has, and never arrives.
    [InlineData(PlantedBug.BackupWithoutFence, "I3: ", "I14: a second after")]
    [InlineData(PlantedBug.RestoredGoesOn, "I3: number", "I14: a second after")]
    [InlineData(PlantedBug.PrunedTooEarly, "I3: ", "I3: ")]
    [InlineData(PlantedBug.ConsentByMachine, "I2: ", "I2: ")]
    [InlineData(PlantedBug.FloorByTheirCommits, "I12: ", "I12: ")]
    [InlineData(PlantedBug.AddedByOneSide, "I2: ", "I2: ")]
    // Or what it had sent is sealed once more before a key is used twice.
    [InlineData(PlantedBug.OldVaultSpeaks, "I6: ", "I5: submission")]
    [InlineData(PlantedBug.AmendedByOneSide, "I2: ", "I2: ")]
    [InlineData(PlantedBug.RemovedByOthers, "I2: ", "I2: ")]
    [InlineData(PlantedBug.ReplacedByAnother, "I2: ", "I2: ")]
    [InlineData(PlantedBug.OldCharterHolds, "I18: ", "I18: ")]
    [InlineData(PlantedBug.HomeOnTheLine, "I16: ", "I16: ")]
    public void By_some_seed_and_by_its_name(PlantedBug bug, string invariant, string orElse)
    {
        for (var seed = 1UL; seed <= SeedsMax; seed++)
        {
            if (Campaign.Play(seed, bug).Violation is not { } found)
                continue;
            Assert.True(found.StartsWith(invariant, StringComparison.Ordinal)
                || found.StartsWith(orElse, StringComparison.Ordinal), $"seed {seed}: {found}");
            TestContext.Current.SendDiagnosticMessage($"{bug}, seed {seed}: {found}");
            return;
        }
        Assert.Fail($"{bug} was not found by {SeedsMax} seeds");
    }
}
