using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.References;

/// <summary>Which packages each project of the product may use. One more here needs a page in decisions/.</summary>
public static class AllowedPackages
{
    public static readonly IReadOnlyDictionary<string, string[]> Of = new Dictionary<string, string[]>
    {
        ["Crypto"] = ["libsodium"],
        ["Wire"] = [],
        ["Signals"] =
        [
            "Microsoft.AspNetCore.Identity.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Sqlite",
            "Microsoft.Data.Sqlite", "Markdig", "HtmlSanitizer", "NodaTime", "System.CommandLine",
        ],
        ["Terminal"] = ["System.CommandLine", "Spectre.Console"],
        ["Cli"] = ["System.CommandLine"],
        ["Mls"] = [],
        ["Station"] = ["Microsoft.Data.Sqlite", "System.CommandLine"],
        ["Desk"] = ["Microsoft.Data.Sqlite", "System.CommandLine"],
        ["Door"] = [],
        ["Languages"] = ["NodaTime"],
        ["Screens"] = ["Microsoft.FluentUI.AspNetCore.Components", "NodaTime", "ZXing.Net"],
        ["Talks"] = ["NodaTime"],
        ["Emergency"] = [],
    };

    public static IEnumerable<Offence> Check(Project project) =>
        project.Packages.Except(Of.GetValueOrDefault(project.ShortName, []))
            .Select(package => new Offence(project.Path,
                $"may not use {package}; allow it in AllowedPackages with a decision record, or do without."));
}
