using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Site;
using Coulisse.Signals.Text;

namespace Coulisse.Signals.Publisher;

/// <summary><c>/publisher/new</c>: begins a statement or a report with its original edition.</summary>
internal sealed class NewItemScreen(ItemWriter writer, SiteSettings settings, Screens screens)
{
    public static void Map(IEndpointRouteBuilder publisher)
    {
        publisher.MapGet("/new", (HttpContext context, NewItemScreen screen) => screen.ShowAsync(context));
        publisher.MapPost("/new", (HttpContext context, NewItemScreen screen) => screen.TakeAsync(context))
            .WithMetadata(new TypedWords(("title", "form.title"), ("body", "form.text")));
    }

    private Task<IResult> ShowAsync(HttpContext context) => screens.ShowAsync<NewItemForm>(context,
        new NewItemModel(ItemKind.Report, settings.DefaultLanguage, "", "", [], []));

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        var form = await SentForm.ReadAsync(context);
        var sent = new NewItemModel(form.Line("kind") == "statement" ? ItemKind.Statement : ItemKind.Report,
            form.Line("language"), form.Line("title"), form.Text("body"), [], []);
        var language = LanguageTag.Parse(sent.Language);
        var faults = WordsRules.Check(sent.Title, sent.Body, note: "")
            .Concat(language is null ? [new Fault("language", "publisher.no-language")] : []).ToImmutableArray();
        if (!faults.IsEmpty)
            return await screens.ShowAgainAsync<NewItemForm>(context, sent with { Faults = faults });
        if (form.Has("preview"))
            return await screens.ShowAsync<NewItemForm>(context, sent with { Preview = Text.Body.Blocks(sent.Body, []) });
        var item = await writer.CreateAsync(new(sent.Kind, language, new(language!.Value, EditionStanding.Authentic, sent.Title,
            sent.Body)), Screens.EditorOf(context), screens.Now, context.RequestAborted);
        return Results.Redirect(Said.After(PublisherAddresses.Item(item), Said.Saved));
    }
}
