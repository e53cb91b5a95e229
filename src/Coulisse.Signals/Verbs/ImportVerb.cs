using System.CommandLine;
using Coulisse.Signals.Exchange;
using Coulisse.Signals.Items;
using Coulisse.Signals.Pages;
using Coulisse.Signals.SavedArticles;
using NodaTime;

namespace Coulisse.Signals.Verbs;

/// <summary><c>coulisse page import FILE</c>: a saved plain-text article becomes an item with its thread.</summary>
internal static class ImportVerb
{
    private static readonly Argument<FileInfo> Article = new("FILE") { Description = "The article, saved from a browser as plain text; or an item as JSON (FILE.json)." };
    private static readonly Option<string> PageFile = CommonOptions.File();
    private static readonly Option<string?> Language = new("--language") { Description = "Its language, for example fr. Default: as the file reads." };
    private static readonly Option<string> Zone = new("--zone")
    {
        Description = "The time zone of the dates in the file, for example Europe/Paris.",
        DefaultValueFactory = _ => "UTC",
    };
    private static readonly Option<string> As = new("--as")
    {
        Description = "What the text is: original, translation (by people) or machine.",
        DefaultValueFactory = _ => "original",
    };
    private static readonly Option<string?> Engine = new("--engine") { Description = "With --as machine: the engine. Default: labelled unknown." };
    private static readonly Option<string?> From = new("--from") { Description = "Where it comes from, as readers shall see it. Default: the file's name." };
    private static readonly Option<Uri?> Original = CommonOptions.Address("--original", "Where the original stands on the web.");

    public static Command Build()
    {
        As.AcceptOnlyFromAmong("original", "translation", "machine");
        var import = new Command("import",
            "Read a saved article with its comments into the page. Example: coulisse page import article.txt --zone Europe/Paris --as machine")
        {
            Article, PageFile, Language, Zone, As, Engine, From, Original,
        };
        import.SetAction((arguments, cancel) => CommonOptions.GuardAsync(() => RunAsync(arguments, cancel)));
        return import;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancel)
    {
        var file = arguments.GetValue(Article)!;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(arguments.GetValue(Zone)!) is not { } zone)
            return CommonOptions.Say("There is no time zone of that name. Name one like Europe/Paris.", ExitCode.Refused);
        var language = LanguageTag.Parse(arguments.GetValue(Language));
        if (arguments.GetValue(Language) is not null && language is null)
            return CommonOptions.Say("That is no language tag. Name one like fr or pt-BR.", ExitCode.Refused);
        if (!file.Exists)
            return CommonOptions.Say($"There is no file '{file.FullName}'.", ExitCode.Refused);
        if (file.Length > SavedArticleLimits.FileBytesMax)
            return CommonOptions.Say(new SavedArticleReading.NotAnArticle(NotAnArticleReason.TooLarge).Sentence, ExitCode.Refused);
        var settings = new ImportSettings(language, zone, StandingOf(arguments.GetValue(As)!), arguments.GetValue(Engine),
            arguments.GetValue(From) ?? file.Name, arguments.GetValue(Original)?.ToString());
        var bytes = await File.ReadAllBytesAsync(file.FullName, cancel);
        if (file.Extension == ".json")
            return await StoreItemAsync(bytes, arguments.GetValue(PageFile)!, cancel);
        return SavedArticleReader.Read(bytes) switch
        {
            SavedArticleReading.NotAnArticle refusal => CommonOptions.Say(refusal.Sentence, ExitCode.Refused),
            SavedArticleReading.Read read => await StoreAsync(read, settings, arguments.GetValue(PageFile)!, cancel),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<int> StoreItemAsync(byte[] bytes, string path, CancellationToken cancel)
    {
        if (bytes.Length > ItemFile.BytesMax)
            return CommonOptions.Say($"The file is larger than {ItemFile.BytesMax >> 20} MiB.", ExitCode.Refused);
        if (ItemFile.Read(bytes, out var refusal) is not { } file)
            return CommonOptions.Say(refusal!, ExitCode.Refused);
        using var page = new PageServices(path);
        var id = await page.ImportItem.ImportAsync(file, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), cancel);
        var item = page.Items.Find(id)!;
        Console.WriteLine($"Imported \"{item.Editions[0].Latest.Title}\" in {item.Editions.Length} editions, item {id}.");
        Console.WriteLine(item.IsPublic
            ? $"Address: {Addresses.Edition(item, item.Editions[0])}"
            : "It is a draft: a statement is public once its seal has signed it (see the publisher's screen).");
        return ExitCode.Done;
    }

    private static async Task<int> StoreAsync(SavedArticleReading.Read read, ImportSettings settings, string path, CancellationToken cancel)
    {
        using var page = new PageServices(path);
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var imported = await page.Import.ImportAsync(read.Article, settings, now, cancel);
        var item = page.Items.Find(imported.Item)!;
        Console.WriteLine($"Imported \"{read.Article.Title}\" with {imported.Comments} comments.");
        Console.WriteLine($"Address: {Addresses.Edition(item, item.In(imported.Language)!)}");
        Report(read.Report);
        return ExitCode.Done;
    }

    private static void Report(ReadingReport report)
    {
        foreach (var unread in report.Unread)
            Console.WriteLine($"Not read: {unread.Sentence} \"{unread.Shown}\"");
        foreach (var assumption in report.Assumptions)
            Console.WriteLine($"Assumed: {assumption.Sentence}");
        if (report.LeftOut > 0)
            Console.WriteLine($"… and {report.LeftOut} more of these.");
    }

    private static EditionStanding StandingOf(string word) => word switch
    {
        "original" => EditionStanding.Authentic,
        "translation" => EditionStanding.OfficialTranslation,
        "machine" => EditionStanding.Machine,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
