using Coulisse.Rules.Tests.House;
using Microsoft.CodeAnalysis;

namespace Coulisse.Rules.Tests.References;

public sealed class Reference_rule
{
    private const string Published =
        "<!-- references:start -->\nCrypto → nothing\nWire → Crypto\n<!-- references:end -->";

    private static readonly ReferenceTable Table = new(Repository.File("ARCHITECTURE.md").Text);

    [Fact]
    public void Project_files_reference_what_the_published_table_says() =>
        Offence.AssertNone(Project.UnderSource.SelectMany(Table.Check));

    [Fact]
    public void Built_assemblies_reference_no_more_than_the_published_table_says() =>
        Offence.AssertNone(Project.UnderSource.SelectMany(project =>
        {
            using var file = File.OpenRead(BuiltAssembly.PathOf(project));
            return Table.Check(project.ShortName, BuiltAssembly.ReferencesOf(file)).ToList();
        }));

    [Fact]
    public void Projects_use_only_packages_on_their_list() =>
        Offence.AssertNone(Project.UnderSource.SelectMany(AllowedPackages.Check));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.File("Coulisse.slnx").Text;
        Offence.AssertNone(Repository.Files
            .Where(file => file.Name.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(file => !solution.Contains($"\"{file.Path}\"", StringComparison.Ordinal))
            .Select(file => new Offence(file.Path, "is not in Coulisse.slnx, so nothing builds or tests it.")));
    }

    [Fact]
    public void No_project_or_folder_is_a_drawer_for_everything()
    {
        string[] drawers = ["Common", "Core", "Shared", "Utils", "Helpers", "Misc"];
        Offence.AssertNone(Repository.Files
            .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))
            .Where(file => file.Folder.Split('/', '.').Any(drawers.Contains))
            .Select(file => new Offence(file.Path, "lies in a drawer; name the room it belongs to.")));
    }

    [Theory]
    [InlineData("Crypto", "../Coulisse.Wire/Coulisse.Wire.csproj", "may not reference Wire.")]
    [InlineData("Wire", "", "does not reference Crypto; take it out of ARCHITECTURE.md's table.")]
    [InlineData("Extra", "", "not in ARCHITECTURE.md's reference table; a project there is a decision.")]
    public void A_project_file_off_the_table_is_found(string name, string reference, string what)
    {
        var item = reference.Length == 0 ? "" : $"<ProjectReference Include=\"{reference}\" />";
        var project = Parse(name, item);

        Assert.Equal([what], new ReferenceTable(Published).Check(project).Select(offence => offence.What));
    }

    [Fact]
    public void An_assembly_off_the_table_is_found()
    {
        var wire = Planted.Assembly("Coulisse.Wire", "public class Envelope;", []);
        var crypto = Planted.Assembly("Coulisse.Crypto", "public class Key { public Envelope? Sealed; }",
            [MetadataReference.CreateFromImage(wire)]);

        var references = BuiltAssembly.ReferencesOf(new MemoryStream([.. crypto]));

        Assert.Equal(["may not reference Wire."],
            new ReferenceTable(Published).Check("Crypto", references).Select(offence => offence.What));
    }

    [Fact]
    public void A_package_off_the_list_is_found()
    {
        var project = Parse("Crypto",
            "<PackageReference Include=\"libsodium\" /><PackageReference Include=\"Markdig\" />");

        Assert.Contains("Markdig", Assert.Single(AllowedPackages.Check(project)).What, StringComparison.Ordinal);
    }

    private static Project Parse(string name, string items) =>
        Project.Parse(new(
            $"src/Coulisse.{name}/Coulisse.{name}.csproj", $"<Project><ItemGroup>{items}</ItemGroup></Project>"));
}
