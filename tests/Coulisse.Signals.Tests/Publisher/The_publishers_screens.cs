using System.Net;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Claims;
using Coulisse.Signals.Items;
using Coulisse.Signals.Site;
using Coulisse.Signals.Tests.Hosting;
using Coulisse.Signals.Translations;

namespace Coulisse.Signals.Tests.Publisher;

public sealed class The_publishers_screens : IAsyncLifetime
{
    private PageUnderTest _page = null!;
    private EditorAtTheScreens _editor = null!;

    public async ValueTask InitializeAsync()
    {
        _page = await PageUnderTest.StartAsync();
        _editor = new(_page);
    }

    public ValueTask DisposeAsync() => _page.DisposeAsync();

    [Theory]
    [InlineData("/publisher/")]
    [InlineData("/publisher/new")]
    [InlineData("/publisher/settings")]
    [InlineData("/publisher/translation-reports")]
    [InlineData("/publisher/items/1/fr/edit")]
    public async Task Send_a_guest_to_sign_in(string address)
    {
        var answer = await _page.Guest.GetAsync(address, Publication.Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/account/sign-in?returnUrl=" + Uri.EscapeDataString(address), answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Take_no_form_from_elsewhere()
    {
        var answer = await _editor.PostForgedAsync("/publisher/new", ("kind", "report"), ("language", "fr"), ("title", "T"), ("body", "B"));
        Assert.Equal(400, answer.Status);
        Assert.Empty(_page.Get<ItemStore>().All(10));
    }

    [Fact]
    public async Task Lead_from_nothing_to_a_published_report_with_a_second_edition()
    {
        var made = await _editor.PostAsync("/publisher/new", ("kind", "report"), ("language", "fr"), ("title", "Un titre"),
            ("body", "Selon le journal, les canaux restent ouverts.\n\nDeuxième paragraphe."));
        Assert.Equal("/publisher/items/1?said=saved", made.Location);
        Assert.Contains("Un titre", (await _editor.GetAsync(made.Location)).Html, StringComparison.Ordinal);

        var beside = await _editor.GetAsync("/publisher/items/1/en/edit?standing=official");
        Assert.Contains("name=\"part-3\"", beside.Html, StringComparison.Ordinal);
        await _editor.PostAsync("/publisher/items/1/en/edit", ("based-on", "0"), ("standing", "official"), ("beside", "fr"),
            ("source-version", "1"), ("parts", "3"), ("title", "A title"), ("part-1", "One."), ("part-2", "Two."), ("follows", "1"));
        var english = _page.Get<ItemStore>().Find(new(1))!.In(Publication.English)!;
        Assert.Equal(("One.\n\nTwo.", new SourceVersion(Publication.French, 1)), (english.Latest.Body, english.Latest.Source));

        Assert.Equal("/publisher/items/1?said=published", (await _editor.PostAsync("/publisher/items/1/publish")).Location);
        Assert.Equal(422, (await _editor.PostAsync("/publisher/items/1/publish")).Status);
        Assert.Equal(2, _page.Get<ItemStore>().Find(new(1))!.LiveEditions.Count());

        await _editor.PostAsync("/publisher/items/1/fr/edit", ("based-on", "1"), ("title", "Un titre"), ("body", "Changé."));
        Assert.Contains("out of date", (await _editor.GetAsync("/publisher/")).Html, StringComparison.Ordinal);
        Assert.Contains("<ins>Changé.</ins>", (await _editor.GetAsync("/publisher/items/1/en/edit?beside=fr")).Html, StringComparison.Ordinal);
        Assert.Contains("<ins>Changé.</ins>", (await _editor.GetAsync("/publisher/items/1/fr/history")).Html, StringComparison.Ordinal);
        Assert.Equal("/publisher/items/1?said=released", (await _editor.PostAsync("/publisher/items/1/fr/release")).Location);

        Assert.Equal(422, (await _editor.PostAsync("/publisher/items/1/withdraw", ("reason", " "))).Status);
        Assert.Contains("Withdraw", (await _editor.GetAsync("/publisher/items/1/withdraw")).Html, StringComparison.Ordinal);
        await _editor.PostAsync("/publisher/items/1/withdraw", ("reason", "An error in the second paragraph."));
        Assert.Equal(ItemState.Withdrawn, _page.Get<ItemStore>().Find(new(1))!.State);
        Assert.Equal(200, (await _editor.GetAsync("/publisher/items/1")).Status);
    }

    [Fact]
    public async Task Give_back_what_was_typed_when_they_refuse()
    {
        var refused = await _editor.PostAsync("/publisher/new", ("kind", "statement"), ("language", "??"), ("title", ""), ("body", "Kept <b>words</b>"));
        Assert.Equal(422, refused.Status);
        Assert.Contains("Kept &lt;b&gt;words&lt;/b&gt;", refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"statement\" checked", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_without_saving_and_run_nothing()
    {
        var shown = await _editor.PostAsync("/publisher/new", ("kind", "report"), ("language", "en"), ("title", "T"),
            ("body", "<script>alert(1)</script> **bold**"), ("preview", "1"));
        Assert.Equal(200, shown.Status);
        Assert.Contains("<strong>bold</strong>", shown.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", shown.Html, StringComparison.Ordinal);
        Assert.Empty(_page.Get<ItemStore>().All(10));
    }

    [Fact]
    public async Task Show_both_texts_when_a_save_was_overtaken()
    {
        var item = await NewAsync(ItemKind.Report);
        await _editor.PostAsync($"/publisher/items/{item}/fr/edit", ("based-on", "1"), ("title", "Theirs"), ("body", "Their words."));
        var mine = await _editor.PostAsync($"/publisher/items/{item}/fr/edit", ("based-on", "1"), ("title", "Mine"), ("body", "My words."));
        Assert.Equal(409, mine.Status);
        Assert.Contains("Their words.", mine.Html, StringComparison.Ordinal);
        Assert.Contains("<ins>My words.</ins>", mine.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"based-on\" value=\"2\"", mine.Html, StringComparison.Ordinal);
        await _editor.PostAsync($"/publisher/items/{item}/fr/edit", ("based-on", "2"), ("title", "Mine"), ("body", "My words."));
        Assert.Equal((3, "My words."), (Latest(item).Number, Latest(item).Body));
    }

    [Fact]
    public async Task Schedule_and_unschedule()
    {
        var item = await NewAsync(ItemKind.Report);
        var year = TimeProvider.System.GetUtcNow().Year + 1;
        var done = await _editor.PostAsync($"/publisher/items/{item}/schedule", ("date", $"{year}-07-01"), ("time", "18:00"), ("zone", "Europe/Zurich"));
        Assert.Equal($"/publisher/items/{item}?said=scheduled", done.Location);
        var shown = WebUtility.HtmlDecode((await _editor.GetAsync($"/publisher/items/{item}")).Html);
        Assert.Contains($"1 July {year}, 18:00 (Europe/Zurich, UTC+2), which is 1 July {year}, 16:00 UTC", shown, StringComparison.Ordinal);
        Assert.Equal(422, (await _editor.PostAsync($"/publisher/items/{item}/schedule", ("date", "2001-01-01"), ("time", "18:00"), ("zone", "UTC"))).Status);
        await _editor.PostAsync($"/publisher/items/{item}/unschedule");
        Assert.Equal(ItemState.Draft, _page.Get<ItemStore>().Find(item)!.State);
    }

    [Fact]
    public async Task Refuse_to_publish_an_unsigned_statement()
    {
        var item = await NewAsync(ItemKind.Statement);
        var refused = await _editor.PostAsync($"/publisher/items/{item}/publish");
        Assert.Equal(422, refused.Status);
        Assert.Contains("not signed by the seal yet", refused.Html, StringComparison.Ordinal);
        Assert.Equal(ItemState.Draft, _page.Get<ItemStore>().Find(item)!.State);
    }

    [Fact]
    public async Task Make_an_edition_official_only_when_the_editor_has_read_it()
    {
        var item = await NewAsync(ItemKind.Report);
        await _page.Get<ItemWriter>().SaveOnAsync(item, new(Publication.English, EditionStanding.Machine, "T", "B",
            new(Publication.French, 1), "Engine", Instant()), 0, null, Instant(), Publication.Cancel);
        Assert.Equal(422, (await _editor.PostAsync($"/publisher/items/{item}/en/standing", ("standing", "official"))).Status);
        Assert.Equal(EditionStanding.Machine, _page.Get<ItemStore>().Find(item)!.In(Publication.English)!.Standing);
        await _editor.PostAsync($"/publisher/items/{item}/en/standing", ("standing", "official"), ("read", "1"));
        Assert.Equal(EditionStanding.OfficialTranslation, _page.Get<ItemStore>().Find(item)!.In(Publication.English)!.Standing);
    }

    [Fact]
    public async Task Take_claims_and_say_when_one_lost_its_place()
    {
        var item = await NewAsync(ItemKind.Report, "Selon le journal, les canaux restent ouverts.");
        var screen = $"/publisher/items/{item}/fr/claims";
        Assert.Contains("<mark>Selon", (await _editor.GetAsync(screen)).Html, StringComparison.Ordinal);
        var chosen = (await _editor.GetAsync(screen + "?suggestion=1&version=1")).Html;
        Assert.Contains("Selon le journal, les canaux restent ouverts.</textarea>", chosen, StringComparison.Ordinal);
        Assert.Contains("id=\"speaker\" name=\"speaker\" type=\"text\" value=\"\"", chosen, StringComparison.Ordinal);
        Assert.Equal(422, (await _editor.PostAsync(screen, ("words", "absent"), ("speaker", "x"), ("hedge", "2"))).Status);
        await _editor.PostAsync(screen, ("words", "les canaux restent ouverts"), ("speaker", "un conseiller"), ("chain", "ce journal\nses sources"), ("hedge", "2"));
        Assert.Single(_page.Get<ClaimReader>().Of(item, Publication.French));
        Assert.DoesNotContain("Lost their place", (await _editor.GetAsync(screen)).Html, StringComparison.Ordinal);
        await _editor.PostAsync($"/publisher/items/{item}/fr/edit", ("based-on", "1"), ("title", "T"), ("body", "Autre texte."));
        Assert.Contains("Lost their place", (await _editor.GetAsync(screen)).Html, StringComparison.Ordinal);
        var claim = _page.Get<ClaimReader>().Of(item, Publication.French)[0].Id.Value;
        await _editor.PostAsync(screen + "/retire", ("claim", $"{claim}"));
        Assert.Empty(_page.Get<ClaimReader>().Of(item, Publication.French));
    }

    [Fact]
    public async Task Hear_a_guest_about_a_translation_and_answer()
    {
        var item = await NewAsync(ItemKind.Report);
        await _page.Get<ItemWriter>().SaveOnAsync(item, new(Publication.English, EditionStanding.Machine, "T", "B",
            new(Publication.French, 1), "Engine", Instant()), 0, null, Instant(), Publication.Cancel);
        Assert.Equal(HttpStatusCode.NotFound, (await _page.Guest.GetAsync($"/report-translation/{item}/en", Publication.Cancel)).StatusCode);
        await _page.Get<ItemWriter>().PublishAsync(item, Instant(), Publication.Cancel);
        Assert.Equal(HttpStatusCode.NotFound, (await _page.Guest.GetAsync($"/report-translation/{item}/fr", Publication.Cancel)).StatusCode);
        var html = await _page.Guest.GetStringAsync($"/report-translation/{item}/en", Publication.Cancel);
        var token = html.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        Assert.Equal(HttpStatusCode.BadRequest, (await ReportAsync(item, "", "spoilt words")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ReportAsync(item, token, "")).StatusCode);
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Redirect, (await ReportAsync(item, token, "spoilt words")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await ReportAsync(item, token, "spoilt words")).StatusCode);
        Assert.Equal(5, _page.Get<TranslationReportStore>().Open(10).Length);

        Assert.Contains("spoilt words", (await _editor.GetAsync("/publisher/translation-reports")).Html, StringComparison.Ordinal);
        Assert.Equal(422, (await _editor.PostAsync("/publisher/translation-reports/1/answer", ("answer", ""))).Status);
        await _editor.PostAsync("/publisher/translation-reports/1/answer", ("answer", "Mended in version 2."));
        Assert.Equal("Mended in version 2.", Assert.Single(_page.Get<TranslationReportStore>().Answered(10)).Answer);
        Assert.Contains("Mended in version 2.", (await _editor.GetAsync("/publisher/translation-reports")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_settings_and_name_a_seal_that_was_replaced()
    {
        var settings = _page.Get<SiteSettings>();
        var seal = new string('a', 64);
        await _editor.PostAsync("/publisher/settings", ("name-en", "The Line"), ("default-language", "fr"), ("zone", "Europe/Zurich"),
            ("links", "2"), ("held-words", "one\ntwo"));
        Assert.Equal(("The Line", "fr", "Europe/Zurich"), (settings.NameIn("en"), settings.DefaultLanguage, settings.Zone.Id));
        Assert.Equal(422, (await _editor.PostAsync("/publisher/settings/seal", ("party", "Aldermark"), ("seal", "abc"))).Status);
        await _editor.PostAsync("/publisher/settings/seal", ("party", "Aldermark"), ("seal", seal));
        Assert.Equal(("Aldermark", seal), (settings.Party, settings.Seal));
        var other = new string('b', 64);
        Assert.Equal(422, (await _editor.PostAsync("/publisher/settings/seal", ("party", "Aldermark"), ("seal", other))).Status);
        Assert.Equal(seal, settings.Seal);
        await _editor.PostAsync("/publisher/settings/seal", ("party", "Aldermark"), ("seal", other), ("confirmation", "Aldermark"));
        Assert.Equal((other, seal), (settings.Seal, Assert.Single(settings.EarlierSeals).Seal));
        Assert.Contains(seal, (await _editor.GetAsync("/publisher/settings")).Html, StringComparison.Ordinal);
    }

    private static NodaTime.Instant Instant() => NodaTime.Instant.FromUtc(2026, 1, 1, 0, 0);

    private EditionVersion Latest(ItemId item) => _page.Get<ItemStore>().Find(item)!.In(Publication.French)!.Latest;

    private Task<ItemId> NewAsync(ItemKind kind, string body = "Un texte.") => _page.Get<ItemWriter>().CreateAsync(
        new(kind, Publication.French, new(Publication.French, EditionStanding.Authentic, "Titre", body)), new AccountId("editor-1"),
        Instant(), Publication.Cancel);

    private async Task<HttpResponseMessage> ReportAsync(ItemId item, string token, string words)
    {
        using var form = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("version", "1"), new("words", words), new("remark", "")]);
        return await _page.Guest.PostAsync($"/report-translation/{item}/en", form, Publication.Cancel);
    }
}
