using Coulisse.Signals.Items;

namespace Coulisse.Signals.Tests.Publisher;

public sealed class Saving_an_edition : IDisposable
{
    private readonly Publication _page = new();

    public void Dispose() => _page.Dispose();

    [Fact]
    public async Task Adds_a_version_and_shows_the_public_nothing()
    {
        var item = await _page.NewAsync(ItemKind.Report);
        await _page.Writer.PublishAsync(item, _page.Now, Publication.Cancel);
        Assert.Equal(new Saving.Saved(2), await _page.SaveAsync(item, Publication.French, EditionStanding.Authentic, basedOn: 1));
        var edition = _page.Items.Find(item)!.In(Publication.French)!;
        Assert.Equal((1, 2), (edition.Live!.Number, edition.Latest.Number));
        await _page.Writer.ReleaseEditionAsync(item, Publication.French, Publication.Cancel);
        Assert.Equal(2, _page.Items.Find(item)!.In(Publication.French)!.Live!.Number);
    }

    [Fact]
    public async Task That_was_overtaken_keeps_theirs_and_says_what_it_is()
    {
        var item = await _page.NewAsync(ItemKind.Report);
        await _page.SaveAsync(item, Publication.French, EditionStanding.Authentic, basedOn: 1, body: "Theirs.");
        var mine = await _page.SaveAsync(item, Publication.French, EditionStanding.Authentic, basedOn: 1, body: "Mine.");
        Assert.Equal("Theirs.", Assert.IsType<Saving.Overtaken>(mine).Now.Body);
        Assert.Equal(2, _page.Items.Find(item)!.In(Publication.French)!.Latest.Number);
    }

    [Fact]
    public async Task By_a_machine_never_takes_the_place_of_peoples_words()
    {
        var item = await _page.NewAsync(ItemKind.Report);
        Assert.IsType<Saving.PeoplesWordsStand>(await _page.SaveAsync(item, Publication.French, EditionStanding.Machine, basedOn: 1));
        await _page.SaveAsync(item, Publication.English, EditionStanding.OfficialTranslation, basedOn: 0);
        Assert.IsType<Saving.PeoplesWordsStand>(await _page.SaveAsync(item, Publication.English, EditionStanding.Machine, basedOn: 1));
        Assert.Equal(EditionStanding.OfficialTranslation, _page.Items.Find(item)!.In(Publication.English)!.Standing);
    }

    [Fact]
    public async Task By_a_person_leaves_a_machine_edition_labelled()
    {
        var item = await _page.NewAsync(ItemKind.Report);
        await _page.SaveAsync(item, Publication.English, EditionStanding.Machine, basedOn: 0);
        await _page.SaveAsync(item, Publication.English, EditionStanding.OfficialTranslation, basedOn: 1);
        Assert.Equal(EditionStanding.Machine, _page.Items.Find(item)!.In(Publication.English)!.Standing);
    }

    [Fact]
    public async Task Of_a_withdrawn_item_is_refused()
    {
        var item = await _page.NewAsync(ItemKind.Report);
        await _page.Writer.PublishAsync(item, _page.Now, Publication.Cancel);
        await _page.Writer.WithdrawAsync(item, "An error.", _page.Now, Publication.Cancel);
        Assert.IsType<Saving.Closed>(await _page.SaveAsync(item, Publication.French, EditionStanding.Authentic, basedOn: 1));
    }

    [Fact]
    public async Task Marks_a_translation_whose_source_moved_on()
    {
        var item = await _page.NewAsync(ItemKind.Report);
        await _page.SaveAsync(item, Publication.English, EditionStanding.OfficialTranslation, basedOn: 0);
        var before = _page.Items.Find(item)!;
        Assert.False(before.IsLatestBehind(before.In(Publication.English)!));
        await _page.SaveAsync(item, Publication.French, EditionStanding.Authentic, basedOn: 1);
        var after = _page.Items.Find(item)!;
        Assert.True(after.IsLatestBehind(after.In(Publication.English)!));
    }
}
