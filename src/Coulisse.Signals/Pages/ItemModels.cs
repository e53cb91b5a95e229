using System.Collections.Immutable;
using Coulisse.Signals.Claims;
using Coulisse.Signals.Items;
using Coulisse.Signals.Text;
using Coulisse.Signals.Threads.Screens;

namespace Coulisse.Signals.Pages;

/// <summary>Gathers what stands on the page of one edition.</summary>
public sealed class ItemModels(ItemStore items, ClaimReader claims, SignedFiles files, ThreadModels threads)
{
    /// <summary>The item if the public may see it; it may lack an edition in the language asked for.</summary>
    public Item? FindPublic(ItemId id) =>
        items.Find(id) is { IsPublic: true } item && item.LiveEditions.Any() ? item : null;

    public ItemModel Load(Item item, Edition edition, int page)
    {
        var isShown = item.State == ItemState.Published;
        var known = isShown ? claims.Of(item.Id, edition.Language) : [];
        var body = isShown ? Body.Blocks(edition.Live!.Body, known) : [];
        var placed = body.SelectMany(block => block.Claims).ToImmutableArray();
        return new(item, edition, body,
            Claims: [.. placed, .. known.Where(claim => !placed.Contains(claim))],
            SignedFile: item.Kind == ItemKind.Statement ? Proof(item, edition) : null,
            threads.Load(item, edition, page));
    }

    /// <summary>The seal's withdrawal, else the newest file that signs what is shown: a newer one may wait for its
    /// release.
    /// </summary>
    private SignedFile? Proof(Item item, Edition edition) =>
        files.Of(item.Id).FirstOrDefault(file => file.IsWithdrawal || file.Signs(edition));
}
