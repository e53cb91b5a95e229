using System.CommandLine;
using Coulisse.Desk.Verbs;
using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Stories;

/// <summary>Whoever watches ./demo sees each act of a talk done by its verb.</summary>
public sealed class EveryVerbOfATalkIsPlayed
{
    private static readonly Act[] Played =
    [
        .. Story.Read(Path.Combine(Programs.Root, "samples", "story.json")).Scenes.SelectMany(scene => scene.Acts),
    ];

    private static readonly Dictionary<string, string> ByAnActOfItsOwn = new()
    {
        ["signal hand-over"] = "schedule",
        ["release open"] = "open late",
    };

    public static TheoryData<string> Names =>
    [
        .. ((Command[])[QueryVerb.Build(), ReadBackVerb.Build(), TermVerb.Build(), RedLineVerb.Build(),
            CommitmentVerb.Build(), SituationVerb.Build(), CounterpartVerb.Build(), SignalVerb.Build(),
            ReleaseVerb.Build()]).SelectMany(verb => verb.Subcommands.Select(one => $"{verb.Name} {one.Name}"))
            .Where(name => name != "release hand-over"), // a file for the page, and no act
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_in_a_scene(string name) => Assert.Contains(Played,
        act => ByAnActOfItsOwn.TryGetValue(name, out var own) ? act.Do == own
            : act is { Do: "act", Verb: { } typed } && (typed + " ").StartsWith(name + " ", StringComparison.Ordinal));
}
