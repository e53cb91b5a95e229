using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.Site;

namespace Coulisse.Signals.Pages;

/// <summary>The same item in another language, as search engines want to be told.</summary>
public sealed record Alternate(string Language, string Address);

/// <summary>The complete, reciprocal set: every edition names every edition, itself included, and the one for everybody else.</summary>
public static class Alternates
{
    public static ImmutableArray<Alternate> Of(Item item, PageOptions options)
    {
        var all = item.LiveEditions
            .Select(edition => new Alternate(edition.Language.Value, options.Absolute(Addresses.Edition(item, edition))))
            .ToList();
        if (item.BestFor("") is { } forAll)
            all.Add(new("x-default", options.Absolute(Addresses.Edition(item, forAll))));
        return [.. all];
    }
}
