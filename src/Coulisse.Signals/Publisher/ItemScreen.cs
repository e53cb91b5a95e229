using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.Site;
using Coulisse.Signals.Statements;

namespace Coulisse.Signals.Publisher;

/// <summary><c>/publisher/items/{item}</c>: an item, its editions, and everything that can be done to it.</summary>
internal sealed class ItemScreen(ItemStore items, SignedFileStore signedFiles, SignedFiles files, SiteSettings settings,
    PageOptions options, Screens screens)
{
    public static void Map(IEndpointRouteBuilder publisher) => publisher.MapGet("/items/{item:long}",
        (long item, HttpContext context, ItemScreen screen) => screen.ShowAsync(context, new(item)));

    public Task<IResult> ShowAsync(HttpContext context, ItemId item) => items.Find(item) is { } found
        ? screens.ShowAsync<ItemDesk>(context, Model(found, new(Zone: settings.Zone.Id), [], Said.KeyIn(context)))
        : Screens.MissingAsync(context);

    /// <summary>The screen again after a refusal, with what was typed.</summary>
    public Task<IResult> ShowAgainAsync(HttpContext context, ItemId item, ItemForms typed,
        params ImmutableArray<Fault> faults) =>
        items.Find(item) is { } found
            ? screens.ShowAgainAsync<ItemDesk>(context, Model(found, typed, faults, null))
            : Screens.MissingAsync(context);

    private PublisherItemModel Model(Item item, ItemForms typed, ImmutableArray<Fault> faults, string? saidKey)
    {
        var covered = signedFiles.Covered(item.Id);
        return new(item, covered, ReleaseRules.Check(item, covered), options.Translator is not null,
            SealedWithdrawalScreen.Withdrawable(item, files) is not null, typed, faults, saidKey);
    }
}
