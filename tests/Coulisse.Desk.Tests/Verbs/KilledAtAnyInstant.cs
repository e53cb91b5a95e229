using Coulisse.KillLine;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>The short form of <c>./campaign kill</c>: built stations and desks, killed or halted for seconds while
/// people write.</summary>
[Trait("Row", "36")]
[Trait("Row", "37")]
[Trait("Pace", "slow")]
public sealed class KilledAtAnyInstant
{
    [Fact]
    public async Task Every_word_that_was_taken_arrives_once_and_in_order()
    {
        var wishes = new Wishes(Count: 20, Seed: Random.Shared.Next());
        var heard = new List<string> { $"seed {wishes.Seed}" };
        var toll = await LineKillCampaign.RunAsync(wishes, heard.Add);
        Assert.True(toll.IsGood, string.Join('\n', [.. heard, toll.ToString()]));
    }
}
