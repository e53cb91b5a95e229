using System.Globalization;
using System.Text;
using System.Text.Json;
using Coulisse.Stage;

namespace Coulisse.Bench.Line;

/// <summary>
/// The whole way by the built programs: words go in at the door of one desk, through both stations, and come out at the
/// door of the other, sealed and opened by MLS. A message has arrived when whoever follows the room there is told it.
/// </summary>
internal sealed class TwoDesks : IAsyncDisposable
{
    private const int TextBytes = 200; // about 500 B once it is sealed

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-bench-desks-");
    private TwoParties stage = null!;
    private string room = "";
    private Latencies latencies = new();

    private DeskOnStage Writer => stage.A.Desks[0];

    private DeskOnStage Reader => stage.B.Desks[0];

    /// <summary>Sets two parties up and opens a room between them.</summary>
    internal static async Task<TwoDesks> OpenAsync()
    {
        var desks = new TwoDesks();
        desks.stage = await TwoParties.SetUpAsync(desks.folder.FullName, Console.WriteLine, Keeping.Nothing);
        await desks.stage.StartAsync();
        desks.room = await desks.Writer.OpenRoomAsync(desks.Reader.Office, "Measuring", "All else");
        await desks.Reader.UntilAsync(desks.room, room => room.Status == "Invited", "there");
        await desks.Reader.AcceptAsync(desks.room);
        await desks.Reader.UntilAsync(desks.room, room => room.Status == "AsksForConsent", "ready");
        await desks.Reader.ConsentAsync(desks.room);
        await desks.Writer.UntilAsync(desks.room, room => room.Status == "Open", "open");
        return desks;
    }

    internal IReadOnlyList<Used> Used =>
    [
        Line.Used.By("our desk", Writer.Server.ProcessId!.Value),
        Line.Used.By("our station", stage.A.Station.ProcessId!.Value),
        Line.Used.By("their station", stage.B.Station.ProcessId!.Value),
        Line.Used.By("their desk", Reader.Server.ProcessId!.Value),
    ];

    /// <summary>So many say something at once, each one thing after the other, as fast as the desk takes it.</summary>
    internal async Task<DeskPace> RunAsync(int senders, TimeSpan time, CancellationToken cancel)
    {
        latencies = new();
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var known = (await Reader.FindAsync(room))!.Messages;
        var following = FollowAsync(known, gone.Token);
        using var door = Writer.Door();
        var sending = Enumerable.Range(0, senders).Select(_ => SayAsync(door, done.Token)).ToList();
        await Task.Delay(time / 2, cancel);
        var before = Used;
        await latencies.CountAsync(time, cancel);
        var after = Used;
        await done.CancelAsync();
        var said = (await Task.WhenAll(sending)).Sum();
        await ArrivedAsync(known + (ulong)said);
        await gone.CancelAsync();
        await following;
        var pace = latencies.Pace();
        return new(pace, Cost.Between(before, after, pace.Count));
    }

    public async ValueTask DisposeAsync()
    {
        await stage.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task<int> SayAsync(Door door, CancellationToken done)
    {
        var said = 0;
        while (!done.IsCancellationRequested)
        {
            var words = Latencies.Now.ToString(CultureInfo.InvariantCulture).PadRight(TextBytes, '.');
            if (!await door.SayAsync(room, Encoding.UTF8.GetBytes(words)))
                throw new StageException("The desk did not take what was said.");
            said++;
        }
        return said;
    }

    // Nothing may be left behind for the next run, or be lost.
    private async Task ArrivedAsync(ulong messages)
    {
        for (var patience = 0; patience < 600; patience++)
        {
            if ((await Reader.FindAsync(room))!.Messages >= messages)
                return;
            await Task.Delay(200);
        }
        throw new StageException("What was said has not arrived after two minutes.");
    }

    private async Task FollowAsync(ulong after, CancellationToken cancel)
    {
        using var door = Reader.Door();
        try
        {
            await foreach (var line in door.FollowAsync(room, after, cancel))
            {
                using var news = JsonDocument.Parse(line);
                if (news.RootElement.TryGetProperty("message", out var message))
                    latencies.Ended(long.Parse(message.GetProperty("text").GetString()!.TrimEnd('.'),
                        CultureInfo.InvariantCulture));
            }
        }
        catch (OperationCanceledException)
        {
            // it was told to
        }
    }
}

/// <summary>How fast, and what it cost each program.</summary>
internal sealed record DeskPace(Pace Pace, IReadOnlyList<Cost> Costs);
