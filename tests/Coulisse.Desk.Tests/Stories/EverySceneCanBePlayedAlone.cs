using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Stories;

/// <summary>./demo --scene NAME: what a scene speaks of is said in it, in what it follows on, or in what belongs to
/// it.</summary>
public sealed class EverySceneCanBePlayedAlone
{
    private static readonly Story Whole = Story.Read(Path.Combine(Programs.Root, "samples", "story.json"));

    public static TheoryData<string> Names => [.. Whole.Scenes.Select(scene => scene.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_needs_nothing_that_is_not_played_with_it(string name)
    {
        var acts = Whole.Only(name).Scenes.SelectMany(scene => scene.Acts).ToList();
        HashSet<string> made = [], asked = [];
        foreach (var act in acts)
        {
            if (act.To is { } to && !to.Contains(':', StringComparison.Ordinal)) // else terms to be compared
                Assert.All(to.Split(','), one => Assert.Contains(one, made));
            if (act.As is { } said)
                made.Add(said);
            if (act.Do == "invite")
                asked.Add(act.With!);
            if (act.Do is "come" or "recall")
                Assert.Contains((act.Do == "come" ? act.By : act.With)!, asked);
            if (act.Do == "given")
                Assert.Contains(acts, one => one.Do == "schedule");
            if (act.Do == "open late")
                Assert.Contains(acts, one => one.Do == "open at the minute");
        }
        Assert.Equal(acts.Any(one => one.Do is "kill" or "start") ? ["kill", "start"] : [],
            acts.Select(one => one.Do).Where(one => one is "kill" or "start"));
    }
}
