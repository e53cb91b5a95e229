namespace Coulisse.Demo.Line;

/// <summary>The line of ./demo, for people to use: the story once, then two desks of their own in a browser.</summary>
internal sealed class LinePlay : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1.2);

    private readonly TwoParties parties;

    private LinePlay(TwoParties parties) => this.parties = parties;

    /// <summary>Brings the line of the last time back, or makes one and plays the story over it.</summary>
    public static async Task<LinePlay> BeginAsync(
        string folder, FileInfo? text, Action<string> say, CancellationToken cancel)
    {
        var isPlayed = Path.Combine(folder, "played");
        if (File.Exists(isPlayed))
        {
            say("The line of the last time comes back, with everything in it.");
            return await StartAsync(TwoParties.Find(folder), parties => CarryAsync(parties, text), cancel);
        }
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true); // ended before it was ready
        Directory.CreateDirectory(folder);
        var made = await TwoParties.SetUpAsync(folder, say);
        await made.AddAllyAsync(say);
        return await StartAsync(made, async parties =>
        {
            await using var talk = new Talk(parties);
            await new Players(parties, talk, Pace).PlayAsync(Story.Read(LineProof.StoryFile));
            await CarryAsync(parties, text);
            await File.WriteAllTextAsync(isPlayed, "", cancel);
        }, cancel);
    }

    // Whatever ends this early, Ctrl-C or a port that is taken, nothing that was started stays behind.
    private static async Task<LinePlay> StartAsync(
        TwoParties parties, Func<TwoParties, Task> play, CancellationToken cancel)
    {
        LinePlay? begun = new(parties);
        try
        {
            await parties.StartAsync().WaitAsync(cancel);
            await play(parties).WaitAsync(cancel);
            var ready = begun;
            begun = null;
            return ready;
        }
        finally
        {
            if (begun is not null)
                await begun.DisposeAsync();
        }
    }

    public async Task AnnounceAsync()
    {
        var coulisse = Programs.PathOf("Coulisse.Cli", "coulisse");
        var room = await RoomAsync(parties);
        Console.WriteLine($"  The line       is up: {parties.A.Name} and {parties.B.Name}. "
            + "Both desks are open in your browser, each link once:");
        foreach (var desk in Played)
            Console.WriteLine($"                 {desk.Office}:\n                 {await desk.Screens.StartAsync()}");
        Console.WriteLine("                 Or talk in two other terminals:");
        foreach (var desk in Played)
            Console.WriteLine($"                 {coulisse} talk {room[..4]} --desk {PathOf(desk)}");
        Console.WriteLine($"                 and: {coulisse} line --desk {PathOf(parties.A.Desks[0])}");
        Console.WriteLine();
    }

    // One of each side: the two that the story is mostly about.
    private DeskOnStage[] Played => [parties.A.Desks[0], parties.B.Desks[0]];

    private string PathOf(DeskOnStage desk) => Path.Combine(parties.Folder, desk.Folder);

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in Played)
            await desk.Screens.DisposeAsync();
        await parties.DisposeAsync();
    }

    // Each time it is asked for: whoever sends another text, or the same again, sees it go over the line.
    private static async Task CarryAsync(TwoParties parties, FileInfo? text)
    {
        if (text is null)
            return;
        var (from, room) = (parties.A.Desks[0], await RoomAsync(parties));
        Console.WriteLine();
        Console.WriteLine($"  {text.Name} is carried from {from.Office} to {parties.B.Desks[0].Office}, as it is:");
        var ladder = new Ladder(line => Console.WriteLine("      " + line));
        foreach (var piece in Stress.Pieces(await File.ReadAllBytesAsync(text.FullName)))
        {
            if (await from.SayAsync(room, piece) is { Code: not 0 } ended)
                throw new StageException($"{text.Name} could not be said: {ended.Error}");
            await ladder.WatchLastAsync(from, room);
        }
        await ladder.ShowAsync();
    }

    // The open one between the two that the story is mostly about.
    private static async Task<string> RoomAsync(TwoParties parties)
    {
        var from = parties.A.Desks[0];
        foreach (var (name, with) in await from.RoomsAsync())
        {
            if (with == parties.B.Desks[0].Office && await from.FindAsync(name) is { Status: "Open" })
                return name;
        }
        throw new StageException($"{from.Office} has no open room with {parties.B.Desks[0].Office}: they have left it. "
            + "Begin anew: ./demo --fresh");
    }
}
