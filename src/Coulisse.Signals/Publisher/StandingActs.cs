using Coulisse.Signals.Items;
using Coulisse.Signals.Statements;

namespace Coulisse.Signals.Publisher;

/// <summary>An editor's act that gives an edition another standing.</summary>
internal sealed class StandingActs(ItemStore items, ItemWriter writer, SignedFileStore signedFiles, ItemScreen screen)
{
    public static void Map(IEndpointRouteBuilder publisher) => publisher.MapPost("/items/{item:long}/{language}/standing",
        (long item, string language, HttpContext context, StandingActs acts) => acts.ChangeAsync(context, new(item), language));

    private async Task<IResult> ChangeAsync(HttpContext context, ItemId id, string language)
    {
        if (items.Find(id) is not { } item || LanguageTag.Parse(language) is not { } tag)
            return await Screens.MissingAsync(context);
        var form = await SentForm.ReadAsync(context);
        if (Wanted(form) is not { } wanted)
            return await screen.ShowAgainAsync(context, id, new(), new Fault("editions", "error.required"));
        switch (StandingRules.Check(item, tag, wanted, signedFiles.Covered(id)))
        {
            case StandingChange.Missing:
                return await Screens.MissingAsync(context);
            case StandingChange.Allowed when wanted is not EditionStanding.Machine && !form.Has("read"):
                return await screen.ShowAgainAsync(context, id, new(), new Fault("editions", "publisher.standing-not-read"));
            case StandingChange.Allowed:
                await writer.SetStandingAsync(id, tag, wanted, context.RequestAborted);
                return Results.Redirect(Said.After(PublisherAddresses.Item(id), Said.Standing));
            case StandingChange.Unchanged:
                return Results.Redirect(Said.After(PublisherAddresses.Item(id), Said.Unchanged));
            case var refused:
                return await screen.ShowAgainAsync(context, id, new(), new Fault("editions", ReleaseWords.KeyOf(refused)));
        }
    }

    private static EditionStanding? Wanted(SentForm form) => form.Line("standing") switch
    {
        "authentic" => EditionStanding.Authentic,
        "official" => EditionStanding.OfficialTranslation,
        "machine" => EditionStanding.Machine,
        _ => null,
    };
}
