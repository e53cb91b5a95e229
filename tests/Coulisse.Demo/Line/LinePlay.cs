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
            return await StartAsync(TwoParties.Find(folder), _ => Task.CompletedTask, cancel);
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
            if (text is not null)
                await SayAsync(talk, text);
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
        var room = (await parties.A.Desks[0].RoomsAsync()).First(one => one.With.Contains("Secretary",
            StringComparison.Ordinal));
        Console.WriteLine($"  The line       is up: {parties.A.Name} and {parties.B.Name}. "
            + "Both desks are open in your browser, each link once:");
        foreach (var desk in Played)
            Console.WriteLine($"                 {desk.Office}:\n                 {await desk.Screens.StartAsync()}");
        Console.WriteLine("                 Or talk in two other terminals:");
        foreach (var desk in Played)
            Console.WriteLine($"                 {coulisse} talk {room.Name[..4]} --desk {PathOf(desk)}");
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

    private static async Task SayAsync(Talk talk, FileInfo text)
    {
        Console.WriteLine();
        Console.WriteLine($"  {text.Name} is carried to the other side, as it is.");
        foreach (var piece in Stress.Pieces(await File.ReadAllBytesAsync(text.FullName)))
            await talk.SayAsync("homologues", talk.Rooms["homologues"].Creator, piece);
        await talk.SettleAsync();
    }
}
