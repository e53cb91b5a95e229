using System.Collections.Immutable;
using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Claims;
using Coulisse.Signals.Items;
using Coulisse.Signals.Site;
using Coulisse.Signals.Statements;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Tests.Hosting;
using Coulisse.Signals.Translations;
using NodaTime;

namespace Coulisse.Signals.Tests.Publisher;

/// <summary>A publication's file with its stores, and a clock that stands until it is moved.</summary>
internal sealed class Publication : IDisposable
{
    public static readonly LanguageTag French = LanguageTag.Known("fr");
    public static readonly LanguageTag English = LanguageTag.Known("en");

    private readonly TemporaryFolder _folder = new();
    private readonly Database _database;
    private readonly Changes _changes;

    public Publication()
    {
        _database = Database.Open(Path.Combine(_folder.Path, "test.page"), besideARunningPage: false);
        _changes = new(_database, TimeProvider.System);
        Items = new(_database);
        Writer = new(_database, _changes, new SystemRandom());
        Signed = new(_database, _changes);
        Reports = new(_database);
        Claims = new(_database, _changes);
        ClaimReader = new(_database);
        Settings = new(_database, _changes);
    }

    public ItemStore Items { get; }
    public ItemWriter Writer { get; }
    public SignedFileStore Signed { get; }
    public TranslationReportStore Reports { get; }
    public ClaimStore Claims { get; }
    public ClaimReader ClaimReader { get; }
    public SiteSettings Settings { get; }
    public Instant Now { get; set; } = Instant.FromUtc(2031, 3, 1, 12, 0);

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task<ItemId> NewAsync(ItemKind kind, string body = "Les canaux restent ouverts.") => Writer.CreateAsync(
        new(kind, French, new(French, EditionStanding.Authentic, "Titre", body)), null, Now, Cancel);

    public Task<Saving> SaveAsync(ItemId item, LanguageTag language, EditionStanding standing, int basedOn, string body = "Words.") =>
        Writer.SaveOnAsync(item, new(language, standing, "Title", body, new(French, 1), "Engine", Now), basedOn, null, Now, Cancel);

    /// <summary>As if the keeper of the seal had signed these versions.</summary>
    public Task SignAsync(ItemId item, int revision, params (LanguageTag Language, int Version)[] covers) => Signed.AddAsync(item,
        new SignedFile(revision, IsWithdrawal: false, [1], [.. new byte[32]], Now,
            [.. covers.Select(c => new SourceVersion(c.Language, c.Version))]), Cancel);

    public void Dispose()
    {
        _changes.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }
}
