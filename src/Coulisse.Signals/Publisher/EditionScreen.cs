using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Coulisse.Signals.Items;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Text;

namespace Coulisse.Signals.Publisher;

/// <summary><c>/publisher/items/{item}/{language}/edit</c>: writes an edition, alone or beside another.</summary>
/// <remarks>Saving adds a version; what the public sees changes only with a release.</remarks>
internal sealed class EditionScreen(ItemStore items, ItemWriter writer, Screens screens)
{
    public static void Map(IEndpointRouteBuilder publisher)
    {
        publisher.MapGet("/items/{item:long}/edition", (long item, string? language, string? standing) => Results.Redirect(
            LanguageTag.Parse(language?.Trim()) is { } tag
                ? $"{PublisherAddresses.Edit(new(item), tag)}?standing={(standing == "authentic" ? "authentic" : "official")}"
                : PublisherAddresses.Item(new(item))));
        publisher.MapGet("/items/{item:long}/{language}/edit", (long item, string language, string? beside, string? standing,
            HttpContext context, EditionScreen screen) => screen.ShowAsync(context, new(item), language, beside, standing));
        publisher.MapPost("/items/{item:long}/{language}/edit",
            (long item, string language, HttpContext context, EditionScreen screen) =>
                screen.TakeAsync(context, new(item), language))
            .WithMetadata(new TypedWords(("title", "form.title"), ("body", "form.text"), ("part-", "publisher.block"),
                ("note", "publisher.note")));
    }

    private Task<IResult> ShowAsync(HttpContext context, ItemId id, string language, string? beside, string? standing)
    {
        if (Find(id, language) is not ({ } item, var tag))
            return Screens.MissingAsync(context);
        var edition = item.In(tag);
        var draft = edition is null
            ? new EditionDraft("", "", "", 0, Follows: true)
            : new EditionDraft(edition.Latest.Title, edition.Latest.Body, "", edition.Latest.Number, Follows: false);
        return screens.ShowAsync<EditionForm>(context, Model(item, tag, StandingOf(item, tag, standing), draft,
            LanguageTag.Parse(beside)) with
        { SaidKey = Said.KeyIn(context) });
    }

    private async Task<IResult> TakeAsync(HttpContext context, ItemId id, string language)
    {
        var form = await SentForm.ReadAsync(context);
        if (Find(id, language) is not ({ } item, var tag))
            return await Screens.MissingAsync(context);
        var draft = new EditionDraft(form.Line("title"), BodyOf(form), form.Line("note"), form.Number("based-on"), form.Has("follows"));
        var model = Model(item, tag, StandingOf(item, tag, form.Line("standing")), draft, form.Language("beside"));
        var source = SourceOf(model, form.Number("source-version"));
        var faults = WordsRules.Check(draft.Title, draft.Body, draft.Note).ToImmutableArray();
        if (model.Standing is EditionStanding.OfficialTranslation && source is null)
            faults = faults.Add(new("title", "publisher.standing-no-source"));
        if (!faults.IsEmpty)
            return await screens.ShowAgainAsync<EditionForm>(context, model with { Faults = faults });
        if (form.Has("preview"))
            return await screens.ShowAsync<EditionForm>(context, model with { Preview = Body.Blocks(draft.Body, []) });
        if (IsUnchanged(item.In(tag)?.Latest, draft, source))
            return Results.Redirect(Said.After(PublisherAddresses.Item(id), Said.Unchanged));
        return await SaveAsync(context, model, source);
    }

    private async Task<IResult> SaveAsync(HttpContext context, EditionModel model, SourceVersion? source)
    {
        var (item, draft, before) = (model.Item, model.Draft, model.Item.In(model.Language)?.Latest);
        var isMachines = model.Standing is EditionStanding.Machine;
        var text = new EditionText(model.Language, model.Standing, draft.Title, draft.Body, source,
            isMachines ? before?.Engine : null, isMachines ? before?.MadeAt : null, draft.Note.Length > 0 ? draft.Note : null);
        var saving = isMachines && before is null
            ? new Saving.PeoplesWordsStand() // a person cannot begin a machine's edition
            : await writer.SaveOnAsync(item.Id, text, draft.BasedOn, Screens.EditorOf(context), screens.Now, context.RequestAborted);
        return saving switch
        {
            Saving.Saved => Results.Redirect(Said.After(PublisherAddresses.Item(item.Id), Said.Saved)),
            Saving.Overtaken overtaken => await screens.ShowAsync<EditionForm>(context, model with
            {
                Theirs = overtaken.Now,
                Draft = draft with { BasedOn = overtaken.Now.Number },
                Faults = [new("title", "error.conflict")],
            }, StatusCodes.Status409Conflict),
            Saving.Closed => await RefuseAsync(context, model, "publisher.is-withdrawn"),
            Saving.TooManyEditions => await RefuseAsync(context, model, "publisher.too-many-editions"),
            Saving.PeoplesWordsStand => await RefuseAsync(context, model, "publisher.not-a-machines"),
            _ => throw new UnreachableException(),
        };
    }

    private Task<IResult> RefuseAsync(HttpContext context, EditionModel model, string key) =>
        screens.ShowAgainAsync<EditionForm>(context, model with { Faults = [new("title", key)] });

    private (Item? Item, LanguageTag Language) Find(ItemId id, string language) =>
        LanguageTag.Parse(language) is { } tag && items.Find(id) is { } item ? (item, tag) : (null, default);

    private EditionModel Model(Item item, LanguageTag language, EditionStanding standing, EditionDraft draft, LanguageTag? beside)
    {
        var source = beside is { } wanted && wanted != language ? item.In(wanted)
            : item.In(language) is null && standing is EditionStanding.OfficialTranslation ? item.Original ?? item.Editions[0]
            : null;
        return new(item, language, standing, draft, source is null ? null : Beside(item, language, source, draft), [], null, [], null);
    }

    private BesideView Beside(Item item, LanguageTag language, Edition source, EditionDraft draft)
    {
        var madeFrom = item.In(language)?.Latest.Source is { } from && from.Language == source.Language
            ? items.Version(item.Id, from.Language, from.Number)
            : null;
        return BesideView.Of(source, draft.Body, madeFrom);
    }

    private static EditionStanding StandingOf(Item item, LanguageTag language, string? wanted) =>
        item.In(language)?.Standing ?? (wanted == "authentic" ? EditionStanding.Authentic : EditionStanding.OfficialTranslation);

    /// <summary>What the new version follows: the source as it was on the screen, or still what it followed before.</summary>
    private static SourceVersion? SourceOf(EditionModel model, int shownVersion)
    {
        var before = model.Item.In(model.Language)?.Latest.Source;
        return model.Beside is { } beside && (model.Draft.Follows || before is null)
            && model.Standing is not EditionStanding.Authentic && shownVersion >= 1 && shownVersion <= beside.Source.Latest.Number
                ? new(beside.Source.Language, shownVersion)
                : before;
    }

    private static bool IsUnchanged(EditionVersion? before, EditionDraft draft, SourceVersion? source) =>
        before is not null && draft.BasedOn == before.Number && before.Title == draft.Title && before.Body == draft.Body
        && before.Source == source;

    private static string BodyOf(SentForm form) => form.Has("body")
        ? form.Text("body").Trim('\n')
        : MarkdownParts.Join(Enumerable.Range(1, Math.Min(form.Number("parts"), BesideView.PartsMax))
            .Select(n => form.Text("part-" + n.ToString(CultureInfo.InvariantCulture))));
}
