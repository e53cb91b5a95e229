using Coulisse.Rules.Tests.House;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coulisse.Rules.Tests.References;

/// <summary>What carries bundles cannot name what own desks say among themselves.</summary>
public sealed class What_leaves_for_the_other_station
{
    private static readonly string[] Leaving =
        ["src/Coulisse.Station/Dispatch", "src/Coulisse.Station/Carriers", "src/Coulisse.Station/Hosting/Line"];

    private static readonly string[] AtHome = ["Home", "HomeLog", "DeskLog"];

    [Fact]
    public void Names_nothing_of_what_own_desks_say_among_themselves()
    {
        var files = Syntax.Trees.Where(one => IsLeaving(one.File)).ToList();
        Assert.True(files.Count >= 5, "Dispatch and its carriers are somewhere else by now: look for them there.");
        Offence.AssertNone(files.SelectMany(one => Named(one.File)));
    }

    [Fact]
    public void Whoever_names_it_is_found() => Assert.Equal(2, Named(new RepositoryFile(
        "src/Coulisse.Station/Dispatch/Planted.cs",
        "using Coulisse.Station.Home; class Leak { void Carry(HomeLog log) { } /* HomeLog */ }")).Count());

    private static bool IsLeaving(RepositoryFile file) =>
        Leaving.Any(path => file.Path.StartsWith(path, StringComparison.Ordinal));

    private static IEnumerable<Offence> Named(RepositoryFile file) => Syntax.Parse(file).DescendantNodes()
        .OfType<IdentifierNameSyntax>().Where(name => AtHome.Contains(name.Identifier.Text))
        .Select(name => new Offence($"{file.Path}:{Syntax.LineOf(name)}",
            $"names {name.Identifier.Text}: what own desks say among themselves never leaves."));
}
