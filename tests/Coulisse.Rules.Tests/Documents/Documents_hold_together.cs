using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.Documents;

public sealed class Documents_hold_together
{
    private static IEnumerable<RepositoryFile> Markdown =>
        Repository.Files.Where(file => file.Path.EndsWith(".md", StringComparison.Ordinal));

    [Fact]
    public void Every_decision_has_its_parts() =>
        Offence.AssertNone(Markdown.Where(file => file.Folder == "decisions").SelectMany(Document.CheckDecision));

    [Fact]
    public void Decisions_are_numbered_and_no_number_is_used_twice()
    {
        var names = Markdown.Where(file => file.Folder == "decisions").Select(file => file.Name).ToList();

        Assert.All(names, name => Assert.Matches(@"^\d{4}-[a-z0-9-]+\.md$", name));
        Assert.Equal(names.Count, names.Select(name => name[..4]).Distinct().Count());
    }

    [Fact]
    public void Links_and_paths_lead_somewhere() =>
        Offence.AssertNone(Markdown.SelectMany(file => Document.CheckLinks(file, Repository.Root)));

    [Theory]
    [InlineData("# T\n\n## Context\n\n## Choice\n\n## Given up\n", true)]
    [InlineData("# T\n\n**Context.** a\n\n**Choice.** b\n\n**Given up.** c\n", true)]
    [InlineData("# T\n\n## Context\n\n## Choice\n", false)]
    [InlineData("# T\n\n## Choice\n\n## Context\n\n## Given up\n", false)]
    public void A_decision_without_a_part_is_found(string text, bool passes) =>
        Assert.Equal(passes, !Document.CheckDecision(new("decisions/0001-t.md", text)).Any());

    [Theory]
    [InlineData("[a](there.md) `src/` https://example.org", 0)]
    [InlineData("[a](gone.md)", 1)]
    [InlineData("![a](docs/gone.png)", 1)]
    [InlineData("see `src/Gone/`", 1)]
    [InlineData("[a](https://example.org/gone.md) [b](#part)", 0)]
    public void A_link_to_nowhere_is_found(string text, int found)
    {
        var root = Directory.CreateTempSubdirectory("coulisse-rules-");
        try
        {
            root.CreateSubdirectory("src");
            File.WriteAllText(Path.Combine(root.FullName, "there.md"), "");

            Assert.Equal(found, Document.CheckLinks(new("README.md", text), root.FullName).Count());
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
