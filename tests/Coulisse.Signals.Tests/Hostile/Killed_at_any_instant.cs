using Coulisse.Kill;

namespace Coulisse.Signals.Tests.Hostile;

/// <summary>The short form of <c>./campaign kill-page</c>: the built program, under readers who write, edit and
/// vote.</summary>
[Trait("Row", "36")]
[Trait("Pace", "slow")]
public sealed class Killed_at_any_instant
{
    [Fact]
    public async Task What_readers_were_told_is_saved_is_there_once_unaltered_and_in_order()
    {
        var wishes = new Wishes(Count: 8, Seed: Random.Shared.Next());
        var heard = new List<string> { $"seed {wishes.Seed}" };
        await using var campaign = await KillCampaign.BeginAsync(wishes, heard.Add);

        var toll = await campaign.RunAsync();

        Assert.True(toll.IsGood, string.Join('\n', [.. heard, toll.ToString()]));
    }
}
