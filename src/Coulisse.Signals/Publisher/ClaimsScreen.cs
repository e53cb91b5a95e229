using System.Collections.Immutable;
using System.Diagnostics;
using Coulisse.Signals.Claims;
using Coulisse.Signals.Claims.Cues;
using Coulisse.Signals.Items;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Text;

namespace Coulisse.Signals.Publisher;

/// <summary><c>/publisher/items/{item}/{language}/claims</c>: who says what in a report, on whose word.</summary>
/// <remarks>The program points at sentences. Speaker, source, chain and hedge are a person's to enter.</remarks>
internal sealed class ClaimsScreen(ItemStore items, ClaimReader claims, ClaimStore store, Screens screens)
{
    public static void Map(IEndpointRouteBuilder publisher)
    {
        publisher.MapGet("/items/{item:long}/{language}/claims", (long item, string language, int? suggestion, int? version,
            long? claim, HttpContext context, ClaimsScreen screen) =>
                screen.ShowAsync(context, new(item), language, suggestion, version, claim));
        publisher.MapPost("/items/{item:long}/{language}/claims",
            (long item, string language, HttpContext context, ClaimsScreen screen) =>
                screen.TakeAsync(context, new(item), language))
            .WithMetadata(new TypedWords(("words", "publisher.claim-words"), ("speaker", "claims.speaker"),
                ("source", "claims.source"), ("chain", "claims.quoted-by")));
        publisher.MapPost("/items/{item:long}/{language}/claims/retire",
            (long item, string language, HttpContext context, ClaimsScreen screen) => screen.RetireAsync(context, new(item), language));
    }

    private Task<IResult> ShowAsync(HttpContext context, ItemId id, string language, int? suggestion, int? version, long? claim)
    {
        if (Find(id, language) is not { } model)
            return Screens.MissingAsync(context);
        model = model with { SaidKey = Said.KeyIn(context) };
        if (claim is { } number && All(model).FirstOrDefault(c => c.Id.Value == number) is { } edited)
            model = model with { Edited = edited.Id, Draft = ClaimDraft.Of(edited) };
        else if (version == model.Edition.Latest.Number && model.Suggestions.FirstOrDefault(s => s.Place == suggestion) is { } chosen)
            model = model with { Draft = ClaimDraft.Empty with { Words = chosen.Words } };
        return screens.ShowAsync<ClaimsForm>(context, model);
    }

    private async Task<IResult> TakeAsync(HttpContext context, ItemId id, string language)
    {
        var form = await SentForm.ReadAsync(context);
        if (Find(id, language) is not { } model)
            return await Screens.MissingAsync(context);
        var draft = DraftIn(form);
        var edited = All(model).FirstOrDefault(c => c.Id.Value == form.Number("claim"));
        model = model with { Draft = draft, Edited = edited?.Id };
        var faults = ClaimRules.Check(draft, model.Text).Select(ToFault).ToImmutableArray();
        if (form.Number("claim") != 0 && edited is null)
            faults = faults.Add(new("words", "publisher.claim-gone"));
        if (!faults.IsEmpty)
            return await screens.ShowAgainAsync<ClaimsForm>(context, model with { Faults = faults });
        var by = Screens.EditorOf(context);
        var kept = edited is null
            ? await store.AddAsync(id, model.Edition.Language, draft, by, screens.Now, context.RequestAborted)
            : await store.EditAsync(edited, draft, by, screens.Now, context.RequestAborted);
        return kept is null
            ? await screens.ShowAgainAsync<ClaimsForm>(context, model with { Faults = [new("words", "publisher.claim-not-kept")] })
            : Results.Redirect(Said.After(PublisherAddresses.Claims(id, model.Edition.Language), Said.Saved));
    }

    private async Task<IResult> RetireAsync(HttpContext context, ItemId id, string language)
    {
        var form = await SentForm.ReadAsync(context);
        if (Find(id, language) is not { } model)
            return await Screens.MissingAsync(context);
        if (All(model).FirstOrDefault(c => c.Id.Value == form.Number("claim")) is { } claim)
            await store.RetireAsync(claim, screens.Now, context.RequestAborted);
        return Results.Redirect(Said.After(PublisherAddresses.Claims(id, model.Edition.Language), Said.Retired));
    }

    private static IEnumerable<Claim> All(ClaimsModel model) => model.Claims.Concat(model.Lost);

    private ClaimsModel? Find(ItemId id, string language)
    {
        if (LanguageTag.Parse(language) is not { } tag || items.Find(id) is not { Kind: ItemKind.Report } item
            || item.In(tag) is not { } edition)
            return null;
        var all = claims.Of(id, tag);
        var text = Body.Blocks(edition.Latest.Body, all);
        var placed = text.SelectMany(block => block.Claims).ToImmutableArray();
        var suggestions = SuggestedSentence.In(text, tag)
            .Where(s => !placed.Any(c => s.Words.Contains(c.Words, StringComparison.Ordinal)
                || c.Words.Contains(s.Words, StringComparison.Ordinal)));
        return new(item, edition, text, placed, [.. all.Where(c => !placed.Contains(c))], [.. suggestions],
            CueMeasure.Published.FirstOrDefault(m => m.Language == tag.Value.Split('-')[0]), ClaimDraft.Empty, null, [], null);
    }

    private static ClaimDraft DraftIn(SentForm form) => new(form.Line("words"), form.Line("speaker"), form.Line("source"),
        [.. form.Lines("chain")], form.Number("hedge") is var hedge && Enum.IsDefined((Hedge)hedge) ? (Hedge)hedge : null);

    private static Fault ToFault(ClaimFault fault) => fault switch
    {
        ClaimFault.NoWords => new("words", "error.required"),
        ClaimFault.WordsTooLong => new("words", "error.too-long", ClaimRules.WordsCharsMax),
        ClaimFault.WordsNotThere => new("words", "publisher.claim-words-not-there"),
        ClaimFault.NoSpeaker => new("speaker", "error.required"),
        ClaimFault.SpeakerTooLong => new("speaker", "error.too-long", ClaimRules.NameCharsMax),
        ClaimFault.SourceTooLong => new("source", "error.too-long", ClaimRules.NameCharsMax),
        ClaimFault.ChainTooLong => new("chain", "publisher.claim-chain-too-long"),
        ClaimFault.NoHedge => new("hedge-1", "publisher.claim-no-hedge"),
        _ => throw new UnreachableException(),
    };
}
