namespace Coulisse.Demo.Line;

/// <summary>./demo --scene: one scene of the story alone, over stations and desks of its own, which end with
/// it.</summary>
internal static class ScenePlay
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(0.6);

    public static async Task<int> RunAsync(string name)
    {
        var story = Story.Read(LineProof.StoryFile).Only(name);
        var folder = Directory.CreateTempSubdirectory("coulisse-scene-").FullName;
        try
        {
            await using var parties = await TwoParties.SetUpAsync(folder, line => Console.WriteLine("· " + line));
            await parties.AddAllyAsync(line => Console.WriteLine("· " + line));
            await parties.StartAsync();
            await using var talk = new Talk(parties);
            await new Players(parties, talk, Pace).PlayAsync(story);
            return await talk.CompareAsync() is { Lost: 0, Doubled: 0, Reordered: 0 } ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
