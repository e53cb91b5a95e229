using Coulisse.Signals.Items;

namespace Coulisse.Signals.Publisher;

/// <summary>Where the publisher's screens stand.</summary>
public static class PublisherAddresses
{
    public const string Overview = "/publisher/";
    public const string New = "/publisher/new";
    public const string Reports = "/publisher/translation-reports";
    public const string Settings = "/publisher/settings";
    public const string Moderation = "/publisher/moderation";
    public const string People = "/publisher/people";

    public static string Item(ItemId item) => $"/publisher/items/{item}";

    public static string ItemAct(ItemId item, string act) => $"/publisher/items/{item}/{act}";

    public static string Edit(ItemId item, LanguageTag language) => $"/publisher/items/{item}/{language}/edit";

    public static string Beside(ItemId item, LanguageTag language, LanguageTag source) =>
        $"/publisher/items/{item}/{language}/edit?beside={source}";

    public static string History(ItemId item, LanguageTag language) => $"/publisher/items/{item}/{language}/history";

    public static string Release(ItemId item, LanguageTag language) => $"/publisher/items/{item}/{language}/release";

    public static string Standing(ItemId item, LanguageTag language) => $"/publisher/items/{item}/{language}/standing";

    public static string Claims(ItemId item, LanguageTag language) => $"/publisher/items/{item}/{language}/claims";
}
