using System.Globalization;
using System.Text;
using Coulisse.Bench.Line;
using Coulisse.Screens.Desks;
using Coulisse.Stage;

namespace Coulisse.Bench.Screens;

/// <summary>
/// Two parties with a long room and a short one, each word of which went in at the door of a desk, through both
/// stations, and was read at the other end: nothing is put into a vault by hand.
/// </summary>
internal sealed class LongRoom : IAsyncDisposable
{
    private const int Senders = 12;
    private const int AnswersEvery = 4; // the other side says one in so many
    private const int TextBytes = 120;
    private const ulong ShortMessages = 20;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly DirectoryInfo? temporary;

    private LongRoom(TwoParties parties, DirectoryInfo? temporary) =>
        (Parties, this.temporary) = (parties, temporary);

    internal TwoParties Parties { get; }

    internal DeskOnStage Reader => Parties.B.Desks[0];

    internal DeskOnStage Writer => Parties.A.Desks[0];

    /// <summary>The long room's name.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>The name of one with a few words in it.</summary>
    internal string ShortName { get; private set; } = "";

    /// <summary>How many messages the long room has.</summary>
    internal ulong Messages { get; private set; }

    /// <summary>Makes both rooms.</summary>
    /// <param name="messages">How many are said in the long one.</param>
    /// <param name="folder">Where they are made, or were made before; null for a folder that is gone
    /// afterwards.</param>
    internal static async Task<LongRoom> MakeAsync(ulong messages, string? folder)
    {
        var temporary = folder is null ? Directory.CreateTempSubdirectory("coulisse-bench-screens-") : null;
        var place = folder ?? temporary!.FullName;
        var isThere = Directory.Exists(Path.Combine(place, "adviser"));
        if (!isThere)
            Directory.CreateDirectory(place);
        var made = new LongRoom(isThere ? TwoParties.Find(place)
            : await TwoParties.SetUpAsync(place, Console.WriteLine, Keeping.Nothing), temporary);
        await made.Parties.StartAsync();
        await made.OpenAsync(isThere);
        await made.FillAsync(made.ShortName, ShortMessages);
        made.Messages = await made.FillAsync(made.Name, messages);
        return made;
    }

    /// <summary>Says something at a desk, as fast as the desk takes it.</summary>
    internal static async Task SayAsync(Door door, string room, ulong number)
    {
        var words = string.Create(CultureInfo.InvariantCulture,
            $"{number}: boats {number % 7}, aircraft {number % 5}, at buoy {number * 7919 % 10_007}. ")
            .PadRight(TextBytes, '.');
        if (!await door.SayAsync(room, Encoding.UTF8.GetBytes(words)))
            throw new StageException("A desk did not take what was said.");
    }

    public async ValueTask DisposeAsync()
    {
        await Parties.DisposeAsync();
        temporary?.Delete(recursive: true);
    }

    private async Task OpenAsync(bool isThere)
    {
        if (!isThere)
        {
            ShortName = await DeskScene.OpenAsync(Parties, "A few words", "All else");
            Name = await DeskScene.OpenAsync(Parties, "Very many words", "All else");
            return;
        }
        var rooms = new List<(string Name, ulong Messages)>();
        foreach (var (name, _) in await Reader.RoomsAsync())
            rooms.Add((name, (await Reader.FindAsync(name))!.Messages));
        (ShortName, Name) = (rooms.MinBy(room => room.Messages).Name, rooms.MaxBy(room => room.Messages).Name);
    }

    private async Task<ulong> FillAsync(string room, ulong wanted)
    {
        var known = (await Reader.FindAsync(room))!.Messages;
        var (begun, last) = (Latencies.Now, known);
        using Door ours = Writer.Door(), theirs = Reader.Door();
        var said = known;
        var saying = Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SayAllAsync()));
        while (last < wanted)
        {
            await Task.WhenAny(Task.Delay(Look), saying);
            if (saying.IsFaulted)
                await saying;
            last = (await Reader.FindAsync(room))!.Messages;
            if (wanted > ShortMessages)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {last:N0} of {wanted:N0} messages, {LatencyTime(begun).TotalSeconds:F0} s"));
        }
        await saying;
        while ((await Writer.FindAsync(room))! is { } seen && (seen.Messages < last || seen.Waiting > 0))
            await Task.Delay(Look);
        return last;

        async Task SayAllAsync()
        {
            for (ulong number; (number = Interlocked.Increment(ref said)) <= wanted;)
                await SayAsync(number % AnswersEvery == 0 ? theirs : ours, room, number);
        }
    }

    private static TimeSpan LatencyTime(long begun) => System.Diagnostics.Stopwatch.GetElapsedTime(begun);
}
