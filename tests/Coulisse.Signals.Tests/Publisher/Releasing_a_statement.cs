using Coulisse.Signals.Items;

namespace Coulisse.Signals.Tests.Publisher;

public sealed class Releasing_a_statement : IDisposable
{
    private readonly Publication _page = new();

    public void Dispose() => _page.Dispose();

    [Fact]
    public async Task Waits_for_the_seal()
    {
        var item = await _page.NewAsync(ItemKind.Statement);
        Assert.Equal(Releasing.NotSigned, Check(item));
        Assert.False(await _page.Writer.PublishAsync(item, _page.Now, Publication.Cancel));
        Assert.False(await _page.Writer.ScheduleAsync(item, _page.Now, "UTC", Publication.Cancel));
        await _page.SignAsync(item, 1, (Publication.French, 1));
        Assert.Equal(Releasing.MayGoOut, Check(item));
        Assert.True(await _page.Writer.PublishAsync(item, _page.Now, Publication.Cancel));
        Assert.Equal(Releasing.AlreadyOut, Check(item));
    }

    [Fact]
    public async Task Waits_again_when_words_changed_since()
    {
        var item = await _page.NewAsync(ItemKind.Statement);
        await _page.SignAsync(item, 1, (Publication.French, 1));
        await _page.SaveAsync(item, Publication.French, EditionStanding.Authentic, basedOn: 1);
        Assert.Equal(Releasing.NotSigned, Check(item));
    }

    [Fact]
    public async Task Lets_out_the_signed_words_even_when_newer_ones_were_written()
    {
        var item = await _page.NewAsync(ItemKind.Statement);
        await _page.SignAsync(item, 1, (Publication.French, 1));
        await _page.Writer.ScheduleAsync(item, _page.Now, "UTC", Publication.Cancel);
        await _page.SaveAsync(item, Publication.French, EditionStanding.Authentic, basedOn: 1);
        await _page.SaveAsync(item, Publication.English, EditionStanding.Machine, basedOn: 0);
        Assert.True(await _page.Writer.PublishAsync(item, _page.Now, Publication.Cancel));
        var published = _page.Items.Find(item)!;
        Assert.Equal(1, published.In(Publication.French)!.Live!.Number);
        Assert.Equal(1, published.In(Publication.English)!.Live!.Number); // a machine's words need no seal
    }

    [Fact]
    public async Task Takes_words_that_become_the_partys_off_the_page_until_they_are_signed()
    {
        var item = await _page.NewAsync(ItemKind.Statement);
        await _page.SaveAsync(item, Publication.English, EditionStanding.Machine, basedOn: 0);
        await _page.SignAsync(item, 1, (Publication.French, 1));
        await _page.Writer.PublishAsync(item, _page.Now, Publication.Cancel);
        await _page.Writer.SetStandingAsync(item, Publication.English, EditionStanding.OfficialTranslation, Publication.Cancel);
        Assert.Null(_page.Items.Find(item)!.In(Publication.English)!.Live);
        await _page.Writer.ReleaseEditionAsync(item, Publication.English, Publication.Cancel);
        Assert.Null(_page.Items.Find(item)!.In(Publication.English)!.Live);
        await _page.SignAsync(item, 2, (Publication.French, 1), (Publication.English, 1));
        await _page.Writer.ReleaseEditionAsync(item, Publication.English, Publication.Cancel);
        Assert.Equal(1, _page.Items.Find(item)!.In(Publication.English)!.Live!.Number);
    }

    [Fact]
    public async Task Never_calls_signed_or_peoples_words_a_machines()
    {
        var item = await _page.NewAsync(ItemKind.Statement);
        await _page.SaveAsync(item, Publication.English, EditionStanding.Machine, basedOn: 0);
        await _page.Writer.SetStandingAsync(item, Publication.English, EditionStanding.OfficialTranslation, Publication.Cancel);
        Assert.Equal(StandingChange.Allowed, Standing(item, Publication.English, EditionStanding.Machine));
        await _page.SignAsync(item, 1, (Publication.French, 1), (Publication.English, 1));
        Assert.Equal(StandingChange.UnderSeal, Standing(item, Publication.English, EditionStanding.Machine));
        Assert.Equal(StandingChange.OriginalIsAuthentic, Standing(item, Publication.French, EditionStanding.Machine));
        Assert.Equal(StandingChange.Missing, Standing(item, LanguageTag.Known("ru"), EditionStanding.Machine));
    }

    private Releasing Check(ItemId item) => ReleaseRules.Check(_page.Items.Find(item), _page.Signed.Covered(item));

    private StandingChange Standing(ItemId item, LanguageTag language, EditionStanding wanted) =>
        StandingRules.Check(_page.Items.Find(item)!, language, wanted, _page.Signed.Covered(item));
}
