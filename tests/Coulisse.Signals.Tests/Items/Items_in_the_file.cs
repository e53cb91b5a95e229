using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Items;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Tests.Hosting;
using NodaTime;

namespace Coulisse.Signals.Tests.Items;

public sealed class Items_in_the_file : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);
    private static readonly LanguageTag English = LanguageTag.Known("en");
    private static readonly LanguageTag French = LanguageTag.Known("fr");

    private readonly TemporaryFolder _folder = new();
    private readonly Database _database;
    private readonly Changes _changes;
    private readonly ItemStore _store;
    private readonly ItemWriter _writer;

    public Items_in_the_file()
    {
        _database = Database.Open(Path.Combine(_folder.Path, "a.page"), besideARunningPage: false);
        _changes = new(_database, TimeProvider.System);
        _store = new(_database);
        _writer = new(_database, _changes, new SystemRandom());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static EditionText Text(LanguageTag language, string title, SourceVersion? source = null) =>
        new(language, EditionStanding.Authentic, title, "Body.", source);

    private Task<ItemId> NewReportAsync() =>
        _writer.CreateAsync(new(ItemKind.Report, English, Text(English, "First")), by: null, Noon, Cancel);

    [Fact]
    public async Task A_draft_is_seen_by_its_publisher_alone()
    {
        var id = await NewReportAsync();
        Assert.Empty(_store.Public(10));
        Assert.Equal("First", Assert.Single(_store.All(10)).Editions[0].Latest.Title);
        Assert.Null(_store.Find(id)!.Editions[0].Live);
    }

    [Fact]
    public async Task Publishing_shows_the_latest_version_of_every_edition_and_happens_once()
    {
        var id = await NewReportAsync();
        await _writer.SaveAsync(id, Text(English, "Second"), by: null, Noon, Cancel);
        Assert.True(await _writer.PublishAsync(id, Noon, Cancel));
        Assert.False(await _writer.PublishAsync(id, Noon + Duration.FromHours(1), Cancel));
        var item = Assert.Single(_store.Public(10));
        Assert.Equal("Second", item.Editions[0].Live!.Title);
        Assert.Equal(Noon, item.PublishedAt);
    }

    [Fact]
    public async Task Words_saved_later_wait_until_they_are_released()
    {
        var id = await NewReportAsync();
        await _writer.PublishAsync(id, Noon, Cancel);
        await _writer.SaveAsync(id, Text(English, "Mended"), by: null, Noon, Cancel);
        Assert.Equal("First", _store.Find(id)!.Editions[0].Live!.Title);
        Assert.True(_store.Find(id)!.Editions[0].HasUnpublishedWords);
        await _writer.ReleaseEditionAsync(id, English, Cancel);
        Assert.Equal("Mended", _store.Find(id)!.Editions[0].Live!.Title);
    }

    [Fact]
    public async Task A_translation_is_out_of_date_from_the_release_of_a_newer_source()
    {
        var id = await NewReportAsync();
        await _writer.SaveAsync(id, Text(French, "Premier", new(English, 1)), by: null, Noon, Cancel);
        await _writer.PublishAsync(id, Noon, Cancel);
        Assert.False(_store.Find(id)!.IsOutOfDate(_store.Find(id)!.In(French)!));
        await _writer.SaveAsync(id, Text(English, "Second"), by: null, Noon, Cancel);
        Assert.False(_store.Find(id)!.IsOutOfDate(_store.Find(id)!.In(French)!));
        await _writer.ReleaseEditionAsync(id, English, Cancel);
        Assert.True(_store.Find(id)!.IsOutOfDate(_store.Find(id)!.In(French)!));
    }

    [Fact]
    public async Task A_withdrawn_item_keeps_its_trace_and_a_draft_cannot_be_withdrawn()
    {
        var id = await NewReportAsync();
        Assert.False(await _writer.WithdrawAsync(id, "too early", Noon, Cancel));
        await _writer.PublishAsync(id, Noon, Cancel);
        Assert.True(await _writer.WithdrawAsync(id, "a name was wrong", Noon, Cancel));
        var item = Assert.Single(_store.Public(10));
        Assert.Equal((ItemState.Withdrawn, "a name was wrong"), (item.State, item.WithdrawalReason));
    }

    [Fact]
    public async Task Due_items_are_those_whose_minute_has_come()
    {
        var id = await NewReportAsync();
        Assert.Null(_store.NextRelease());
        Assert.True(await _writer.ScheduleAsync(id, Noon, "Europe/Paris", Cancel));
        Assert.Equal(Noon, _store.NextRelease());
        Assert.Empty(_store.Due(Noon - Duration.FromMilliseconds(1)));
        Assert.Equal([id], _store.Due(Noon));
        Assert.True(await _writer.UnscheduleAsync(id, Cancel));
        Assert.Empty(_store.Due(Noon));
    }

    [Fact]
    public async Task Every_write_changes_the_revision_that_kept_pages_carry()
    {
        var before = _changes.OfPage();
        var id = await NewReportAsync();
        Assert.NotEqual(before, _changes.OfPage());
        var item = _changes.OfItem(id);
        await _writer.PublishAsync(id, Noon, Cancel);
        Assert.NotEqual(item, _changes.OfItem(id));
    }

    [Fact]
    public async Task A_write_by_another_process_is_noticed()
    {
        var id = await NewReportAsync();
        var before = _changes.OfItem(id);
        using (var other = Database.Open(_database.Path, besideARunningPage: true))
            await other.WriteAsync(_ => 0, Cancel);
        await Task.Delay(300, Cancel);
        Assert.NotEqual(before, _changes.OfItem(id));
    }

    public void Dispose()
    {
        _changes.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }
}
