using Coulisse.Stage;

namespace Coulisse.KillLine;

/// <summary>
/// Kills stations and desks while people write in two rooms, and looks at the end whether every word that was taken
/// arrived once and in order, and both ends of each room are in the same state.
/// </summary>
/// <remarks>
/// What a power cut would take from the system's own buffers is not shown by this; the simulated days show that.
/// </remarks>
public sealed class LineKillCampaign
{
    private const int BetweenMillisecondsMax = 1_500;
    private const int DeadMillisecondsMax = 1_000;
    private const int HaltMilliseconds = 2_000;
    private const int SettleSeconds = 90;

    private readonly TwoParties parties;
    private readonly Random random;
    private readonly Action<string> say;
    private readonly List<Writer> writers = [];
    private int kills;

    private LineKillCampaign(TwoParties parties, Random random, Action<string> say) =>
        (this.parties, this.random, this.say) = (parties, random, say);

    public static async Task<Toll> RunAsync(Wishes wishes, Action<string> say)
    {
        var folder = Directory.CreateTempSubdirectory("coulisse-kill-line-");
        try
        {
            await using var parties = await PreparedParties.LendAsync(folder.FullName);
            await parties.StartAsync();
            var campaign = new LineKillCampaign(parties, new Random(wishes.Seed), say);
            await campaign.OpenRoomsAsync();
            return await campaign.RunAsync(wishes.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private IReadOnlyList<Server> Servers =>
        [.. parties.Parties.Select(party => party.Station), .. parties.Desks.Select(desk => desk.Server)];

    private async Task OpenRoomsAsync()
    {
        var adviser = parties.A.Desks[0];
        foreach (var other in parties.B.Desks)
        {
            var room = await adviser.OpenRoomAsync(other.Office, "To be killed for", "Anything else");
            await adviser.OpensWithAsync(other, room);
            writers.AddRange([new(adviser, other, room), new(other, adviser, room)]);
        }
    }

    private async Task<Toll> RunAsync(int count)
    {
        using var stop = new CancellationTokenSource();
        var work = writers.Select(writer => writer.WorkAsync(stop.Token)).ToList();
        while (kills < count)
        {
            await Task.Delay(random.Next(BetweenMillisecondsMax));
            await StrikeAsync(Servers[random.Next(Servers.Count)]);
            if (kills % 10 == 0)
                say($"{kills} kills, {writers.Sum(writer => writer.Taken)} sent");
        }
        await stop.CancelAsync();
        await Task.WhenAll(work);
        await SettleAsync();
        return await SumAsync();
    }

    // Now and then it is only halted for a while: there, and not answering. Some are killed while they start.
    private async Task StrikeAsync(Server victim)
    {
        if (random.Next(5) == 0)
        {
            await victim.HaltAsync();
            await Task.Delay(HaltMilliseconds);
            await victim.GoOnAsync();
        }
        await KillAsync(victim);
        if (random.Next(6) == 0)
        {
            var starting = victim.StartAsync();
            await Task.Delay(random.Next(DeadMillisecondsMax));
            await KillAsync(victim);
            try
            {
                await starting;
            }
            catch (StageException)
            {
                // killed before it was ready
            }
        }
        await Task.Delay(random.Next(DeadMillisecondsMax));
        await victim.StartAsync();
    }

    private async Task KillAsync(Server victim)
    {
        await victim.KillAsync();
        kills++;
    }

    private async Task SettleAsync()
    {
        say("everything is running again; waiting for the last words");
        for (var patience = 0; patience < SettleSeconds; patience++)
        {
            var arrived = await Task.WhenAll(writers.Select(writer => writer.HasArrivedAsync()));
            if (arrived.All(one => one))
                return;
            await Task.Delay(1_000);
        }
    }

    private async Task<Toll> SumAsync()
    {
        var all = await Task.WhenAll(writers.Select(writer => writer.CompareAsync()));
        var forked = 0;
        foreach (var writer in writers.DistinctBy(writer => writer.Room))
            forked += await IsOneAsync(writer) ? 0 : 1;
        return new(kills, all.Sum(one => one.Sent), all.Sum(one => one.Lost), all.Sum(one => one.Doubled),
            all.Sum(one => one.Reordered), forked);
    }

    // Keys may just be changing: a moment later both ends have the same again.
    private static async Task<bool> IsOneAsync(Writer writer)
    {
        for (var patience = 0; patience < 30; patience++)
        {
            var (one, other) = (await writer.Author.FindAsync(writer.Room), await writer.Reader.FindAsync(writer.Room));
            if (one?.Tag is { } tag && tag == other?.Tag)
                return true;
            await Task.Delay(1_000);
        }
        return false;
    }
}
