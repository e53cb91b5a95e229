using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.Text;

namespace Coulisse.Signals.Exchange;

/// <summary>What an item file must hold before anything of it is stored.</summary>
internal static class ItemFileRules
{
    /// <summary>What is wrong and what to do, or null.</summary>
    public static string? Refusal(ItemFile file) =>
        file switch
        {
            _ when HasNothing(file) =>
                "An edition, a block of a body, a claim or a link of a chain is null; leave it out.",
            { Kind: not ("report" or "statement") } => "\"kind\" must be \"report\" or \"statement\".",
            { Editions.IsDefaultOrEmpty: true } => "\"editions\" must hold at least one edition.",
            { Editions.Length: > Limits.EditionsMax } => $"An item has at most {Limits.EditionsMax} editions.",
            { Original: { } original } when file.Editions.All(e => e.Language != original) =>
                $"The original is said to be \"{original}\", and no edition is in that language.",
            _ => file.Editions.Select(EditionRefusal).FirstOrDefault(r => r is not null)
                ?? DuplicateLanguage(file)
                ?? ClaimsRefusal(file),
        };

    // JSON says null where our types do not: inside lists nothing else would notice.
    private static bool HasNothing(ItemFile file) =>
        Of(file.Editions).Any(edition => edition is null || Of(edition.Body).Any(block => block is null))
        || Of(file.Claims).Any(claim => claim is null || Of(claim.Chain).Any(link => link is null));

    private static ImmutableArray<T> Of<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;

    private static string? EditionRefusal(ItemFile.Edition edition) => edition switch
    {
        { Language: null } => "An edition names no \"language\".",
        _ when LanguageTag.Parse(edition.Language)?.Value != edition.Language => $"\"{edition.Language}\" is no language tag in its usual form.",
        { Source: { } source } when LanguageTag.Parse(source)?.Value != source =>
            $"The source \"{source}\" of \"{edition.Language}\" is no language tag in its usual form.",
        { Standing: not ("authentic" or "official-translation" or "machine") } =>
            $"The standing of \"{edition.Language}\" must be authentic, official-translation or machine.",
        { Title: not { Length: > 0 and <= Limits.TitleCharsMax } } => $"The title of \"{edition.Language}\" must have 1 to {Limits.TitleCharsMax} characters.",
        { Body.IsDefaultOrEmpty: true } => $"The body of \"{edition.Language}\" is empty.",
        _ when edition.Body.Sum(block => (long)block.Length + 2) > Limits.BodyCharsMax =>
            $"The body of \"{edition.Language}\" has more than {Limits.BodyCharsMax} characters.",
        _ => null,
    };

    private static string? DuplicateLanguage(ItemFile file) =>
        file.Editions.GroupBy(e => e.Language).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? $"There are two editions in \"{twice.Key}\"."
            : null;

    // Each body is drawn once, however many claims ask for its words.
    private static string? ClaimsRefusal(ItemFile file)
    {
        var words = file.Editions.ToDictionary(edition => edition.Language,
            edition => new Lazy<string>(() => Body.PlainText(ItemImport.Markdown(edition))), StringComparer.Ordinal);
        return Of(file.Claims).Select(claim => ClaimRefusal(words, claim))
            .FirstOrDefault(refusal => refusal is not null);
    }

    private static string? ClaimRefusal(Dictionary<string, Lazy<string>> words, ItemFile.Claim claim) => claim switch
    {
        { Words: not { Length: > 0 } } => "A claim has no words.",
        _ when ItemFile.HedgeOf(claim.Hedge) is null => $"\"{claim.Hedge}\" is no hedge: stated, according-to, reported, denied or presumed.",
        { Speaker: not { Length: > 0 } } => $"The claim \"{claim.Words}\" names no speaker.",
        _ when !StandsIn(words, claim) => $"The words \"{claim.Words}\" do not stand in the edition \"{claim.Language}\".",
        _ => null,
    };

    private static bool StandsIn(Dictionary<string, Lazy<string>> words, ItemFile.Claim claim) =>
        claim.Language is { } language && words.TryGetValue(language, out var text)
        && text.Value.Contains(claim.Words, StringComparison.Ordinal);
}
