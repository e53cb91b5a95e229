using System.Text.Json;
using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.Stories;

/// <summary>./demo --scene NAME: what a scene speaks of is said in it, in what it follows on, or in what belongs to
/// it.</summary>
public sealed class Every_scene_can_be_played_alone
{
    private static readonly JsonElement Scenes = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "story.json"))).RootElement.GetProperty("scenes");

    public static TheoryData<string> Names => [.. Scenes.EnumerateArray().Select(scene => Text(scene, "name")!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_needs_nothing_that_is_not_played_with_it(string name)
    {
        var acts = Played(name).SelectMany(scene => scene.GetProperty("acts").EnumerateArray()).ToList();
        HashSet<string> made = [], asked = [];
        foreach (var act in acts)
        {
            if (Text(act, "to") is { } to && !to.Contains(':', StringComparison.Ordinal)) // else terms to be compared
                Assert.All(to.Split(','), one => Assert.Contains(one, made));
            if (Text(act, "as") is { } said)
                made.Add(said);
            switch (Text(act, "do"))
            {
                case "invite":
                    asked.Add(Text(act, "with")!);
                    break;
                case "come":
                    Assert.Contains(Text(act, "by")!, asked);
                    break;
                case "recall":
                    Assert.Contains(Text(act, "with")!, asked);
                    break;
                case "given":
                    Assert.Contains(acts, one => Text(one, "do") == "schedule");
                    break;
                case "kill" or "start":
                    Assert.Equal(["kill", "start"],
                        acts.Select(one => Text(one, "do")).Where(one => one is "kill" or "start"));
                    break;
                case "open late":
                    Assert.Contains(acts, one => Text(one, "do") == "open at the minute");
                    break;
            }
        }
    }

    private static IEnumerable<JsonElement> Played(string name)
    {
        var scene = Named(name);
        return ((IEnumerable<JsonElement>)[.. Before(scene), scene,
            .. Text(scene, "then") is { } then ? (JsonElement[])[Named(then)] : []])
            .DistinctBy(one => Text(one, "name"));
    }

    private static IEnumerable<JsonElement> Before(JsonElement scene) => scene.TryGetProperty("after", out var names)
        ? names.EnumerateArray().Select(one => Named(one.GetString()!))
            .SelectMany(one => (JsonElement[])[.. Before(one), one]) : [];

    private static JsonElement Named(string name) => Scenes.EnumerateArray().Single(one => Text(one, "name") == name);

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) ? value.GetString() : null;
}
