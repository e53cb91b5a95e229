using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Exchange;
using Coulisse.Signals.Items;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Pages;
using Coulisse.Signals.SavedArticles;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using NodaTime;

namespace Coulisse.Screens;

/// <summary>A small publication about invented states, filled as its people would fill it: imports, forms, a real
/// seal.</summary>
public sealed partial class Publication : IAsyncDisposable
{
    public const string Passphrase = "seven boats under the bridge";
    public const string EditorName = "Night Desk";
    public const string ReaderName = "Quiet Heron";
    public const string OtherName = "Salt Meadow";
    private const string Party = "Aldermark";

    private static readonly CancellationToken Cancel = CancellationToken.None;

    private Publication(Stage stage)
    {
        Stage = stage;
        (Editor, Reader, Other) = (new(stage.Address), new(stage.Address), new(stage.Address));
    }

    public Stage Stage { get; }
    public Visitor Editor { get; }
    public Visitor Reader { get; }
    public Visitor Other { get; }

    /// <summary>A report with claims in four languages, one of them a machine's and out of date, with a thread
    /// below.</summary>
    public ItemId Report { get; private set; }

    /// <summary>Signed, in four languages.</summary>
    public ItemId Statement { get; private set; }

    /// <summary>A saved article, imported with its comments.</summary>
    public ItemId Imported { get; private set; }

    /// <summary>A report that nobody has commented yet.</summary>
    public ItemId Quiet { get; private set; }

    public ItemId Withdrawn { get; private set; }

    /// <summary>A statement that its own seal withdrew.</summary>
    public ItemId SealWithdrawn { get; private set; }

    /// <summary>Has several pages of comments.</summary>
    public ItemId Long { get; private set; }

    public ItemId Draft { get; private set; }

    public ItemId Scheduled { get; private set; }

    /// <summary>A statement that no seal has signed.</summary>
    public ItemId Unsigned { get; private set; }

    /// <summary>The reader's own, edited once.</summary>
    public long OwnComment { get; private set; }

    /// <summary>Somebody else's.</summary>
    public long OthersComment { get; private set; }

    /// <summary>The reader's, removed by a moderator.</summary>
    public long RemovedComment { get; private set; }

    public Instant Now => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    public static async Task<Publication> FoundAsync()
    {
        var page = new Publication(await Stage.OpenAsync(Stage.Generous, Cancel));
        await page.NameItAsync();
        await page.LetPeopleInAsync();
        await page.PublishAsync();
        await page.DiscussAsync();
        return page;
    }

    /// <summary>Where an item's edition in a language stands; its original's, or any, when it has none in that
    /// language.</summary>
    public string AddressOf(ItemId id, string language)
    {
        var item = Stage.Get<ItemStore>().Find(id)!;
        return Addresses.Edition(item, item.BestFor(language)!);
    }

    public async ValueTask DisposeAsync()
    {
        Editor.Dispose();
        Reader.Dispose();
        Other.Dispose();
        await Stage.DisposeAsync();
    }

    private async Task NameItAsync()
    {
        var settings = Stage.Get<SiteSettings>();
        await settings.SetAsync("name.en", "The Two Rivers Post", Cancel);
        await settings.SetAsync("name.fr", "La Poste des Deux Fleuves", Cancel);
        await settings.SetAsync("name.ru", "Вестник двух рек", Cancel);
        await settings.SetAsync("name.ar", "بريد النهرين", Cancel);
        await Stage.Get<Database>().WriteAsync(connection =>
        {
            HoldingSettingsStore.Save(connection,
                new() { ReleasedBeforeMin = 0, AccountAgeMinutesMin = 0, RateMax = 0, Words = ["swindler"] });
            return 0;
        }, Cancel);
    }

    private async Task LetPeopleInAsync()
    {
        var naming =
            await FirstEditor.NameAsync(Stage.DatabasePath, EditorName, new SystemRandom(), TimeProvider.System,
            Cancel);
        await Editor.SendAsync(((EditorNaming.Named)naming).WayIn, "/way-in/", ("passphrase", Passphrase));
        foreach (var (person, name) in new[] { (Reader, ReaderName), (Other, OtherName) })
            await person.SendAsync("/account/new", "/account/new", ("name", name), ("passphrase", Passphrase));
    }

    private async Task PublishAsync()
    {
        Imported = await ImportArticleAsync(await File.ReadAllBytesAsync(Sample("article.txt"), Cancel));
        Unsigned =
            await NewAsync(ItemKind.Statement, "A statement that waits for its seal", "No seal has signed this yet.");
        Withdrawn =
            await NewAsync(ItemKind.Report, "Patrols said to be withdrawn", "The patrols were said to be withdrawn.");
        await Writer.PublishAsync(Withdrawn, Now, Cancel);
        Draft = await NewAsync(ItemKind.Report, "What the assistant did not say",
            "A first paragraph.\n\nA *second* one.");
        Scheduled = await NewAsync(ItemKind.Report, "The crossing opens", "At an agreed minute.");
        await Writer.ScheduleAsync(Scheduled, Now + Duration.FromDays(2), "Europe/Athens", Cancel);
        Quiet = await ImportItemAsync("02-report-beast.json");
        Statement = await ImportItemAsync("03-statement-signal.json");
        SealWithdrawn =
            await NewAsync(ItemKind.Statement, "The crossing is closed at night", "Nobody crosses after dark.");
        await SealAsync(Statement, SealWithdrawn);
        Report = await ImportItemAsync("01-report-two-rooms.json");
        Long = await LongThreadAsync();
    }

    private ItemWriter Writer => Stage.Get<ItemWriter>();

    private Task<ItemId> NewAsync(ItemKind kind, string title, string body) =>
        Writer.CreateAsync(new(kind, LanguageTag.Known("en"),
        new(LanguageTag.Known("en"), EditionStanding.Authentic, title, body)), null, Now, Cancel);

    private async Task<ItemId> ImportItemAsync(string name)
    {
        var file = ItemFile.Read(await File.ReadAllBytesAsync(Sample(name), Cancel), out var refusal);
        return file is null
            ? throw new InvalidOperationException(refusal)
            : await new ItemImport(Stage.Get<Database>(), Writer, Stage.Get<Changes>()).ImportAsync(file, Now, Cancel);
    }

    private async Task<ItemId> ImportArticleAsync(byte[] bytes)
    {
        var read = (SavedArticleReading.Read)SavedArticleReader.Read(bytes);
        var import = new ArticleImport(Stage.Get<Database>(), Writer, Stage.Get<Changes>());
        var settings = new ImportSettings(null, DateTimeZone.Utc, EditionStanding.Machine, null, "a saved file", null);
        return (await import.ImportAsync(read.Article, settings, Now, Cancel)).Item;
    }

    private static string Sample(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Coulisse.slnx")))
                return Path.Combine(folder.FullName, "samples", name);
        }
        throw new InvalidOperationException("The samples stand in the repository, and this program does not.");
    }
}
