namespace Coulisse.Demo.Line;

/// <summary>The line of ./demo, for people to use: the story once, then two terminals of their own.</summary>
internal sealed class LinePlay : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1.2);

    private readonly TwoParties parties;

    private LinePlay(TwoParties parties) => this.parties = parties;

    /// <summary>Brings the line of the last time back, or makes one and plays the story over it.</summary>
    public static async Task<LinePlay> BeginAsync(string folder, FileInfo? text, Action<string> say)
    {
        var isPlayed = Path.Combine(folder, "played");
        if (File.Exists(isPlayed))
        {
            say("The line of the last time comes back, with everything in it.");
            var before = new LinePlay(TwoParties.Find(folder));
            await before.parties.StartAsync();
            return before;
        }
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true); // ended before it was ready
        Directory.CreateDirectory(folder);
        var play = new LinePlay(await TwoParties.SetUpAsync(folder, say));
        await play.parties.StartAsync();
        var talk = new Talk(play.parties);
        await new Players(play.parties, talk, Pace).PlayAsync(Story.Read(LineProof.StoryFile));
        if (text is not null)
            await SayAsync(talk, text);
        await File.WriteAllTextAsync(isPlayed, "");
        return play;
    }

    public async Task AnnounceAsync()
    {
        var coulisse = Programs.PathOf("Coulisse.Cli", "coulisse");
        var room = (await parties.A.Desks[0].RoomsAsync()).First(one => one.With.Contains("Secretary",
            StringComparison.Ordinal));
        Console.WriteLine($"  The line       is up: {parties.A.Name} and {parties.B.Name}. "
            + "Talk over it yourself, in two other terminals:");
        foreach (var desk in (DeskOnStage[])[parties.A.Desks[0], parties.B.Desks[0]])
            Console.WriteLine($"                 {coulisse} talk {room.Name[..4]} --desk {PathOf(desk)}");
        Console.WriteLine($"                 and: {coulisse} line --desk {PathOf(parties.A.Desks[0])}");
        Console.WriteLine();
    }

    private string PathOf(DeskOnStage desk) => Path.Combine(parties.Folder, desk.Folder);

    public ValueTask DisposeAsync() => parties.DisposeAsync();

    private static async Task SayAsync(Talk talk, FileInfo text)
    {
        Console.WriteLine();
        Console.WriteLine($"  {text.Name} is carried to the other side, as it is.");
        foreach (var piece in Stress.Pieces(await File.ReadAllBytesAsync(text.FullName)))
            await talk.SayAsync("homologues", talk.Rooms["homologues"].Creator, piece);
        await talk.SettleAsync();
    }
}
