using System.CommandLine;
using Coulisse.Signals.Items;
using Coulisse.Signals.SavedArticles;
using NodaTime;

namespace Coulisse.Signals.Verbs;

/// <summary><c>coulisse page export ITEM</c>: an edition and its thread as a plain-text article, the shape that import reads.</summary>
internal static class ExportVerb
{
    private static readonly Argument<long> Number = new("ITEM") { Description = "The item's number, as it stands in its address." };
    private static readonly Option<string> PageFile = CommonOptions.File();
    private static readonly Option<string?> Language = new("--language") { Description = "Which edition. Default: the original." };
    private static readonly Option<string> Zone = new("--zone")
    {
        Description = "The time zone in which dates are written.",
        DefaultValueFactory = _ => "UTC",
    };
    private static readonly Option<FileInfo?> Out = new("--out") { Description = "Write to this new file. Default: standard output." };

    public static Command Build()
    {
        var export = new Command("export", "Write an item with its comments as plain text. Example: coulisse page export 3 --out article.txt")
        {
            Number, PageFile, Language, Zone, Out,
        };
        export.SetAction((arguments, cancel) => CommonOptions.GuardAsync(() => RunAsync(arguments, cancel)));
        return export;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        if (!File.Exists(arguments.GetValue(PageFile)))
            return CommonOptions.Say($"There is no page at '{arguments.GetValue(PageFile)}'. Name its file with --file.", ExitCode.Refused);
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(arguments.GetValue(Zone)!) is not { } zone)
            return CommonOptions.Say("There is no time zone of that name. Name one like Europe/Paris.", ExitCode.Refused);
        using var page = new PageServices(arguments.GetValue(PageFile)!);
        if (page.Items.Find(new(arguments.GetValue(Number))) is not { } item || Wanted(item, arguments.GetValue(Language)) is not { } edition)
            return CommonOptions.Say("There is no published item of that number, or none in that language.", ExitCode.Refused);
        var text = SavedArticleWriter.Write(page.Export.Write(item, edition, zone));
        if (arguments.GetValue(Out) is not { } file)
        {
            Console.Out.Write(text);
            return ExitCode.Done;
        }
        if (file.Exists)
            return CommonOptions.Say($"'{file.FullName}' exists already. Name a new file: an export never replaces one.", ExitCode.Refused);
        await File.WriteAllTextAsync(file.FullName, text, cancel);
        Console.WriteLine($"Wrote {file.FullName}.");
        return ExitCode.Done;
    }

    private static Edition? Wanted(Item item, string? language) =>
        language is null ? item.BestFor("")
        : LanguageTag.Parse(language) is { } tag && item.In(tag) is { Live: not null } edition ? edition : null;
}
