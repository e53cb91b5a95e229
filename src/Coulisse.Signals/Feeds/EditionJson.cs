using System.Text.Json.Nodes;
using Coulisse.Signals.Claims;
using Coulisse.Signals.Items;
using Coulisse.Signals.Pages;
using Coulisse.Signals.Site;
using Coulisse.Signals.Threads;

namespace Coulisse.Signals.Feeds;

/// <summary>What JSON says of an edition: its label, its source, its siblings, its claims.</summary>
public static class EditionJson
{
    /// <summary>Label, versions and siblings.</summary>
    public static JsonObject About(Item item, Edition edition, PageOptions options, CommentCount comments) => new()
    {
        ["kind"] = item.Kind == ItemKind.Statement ? "statement" : "report",
        ["public_id"] = item.PublicId,
        ["state"] = item.State == ItemState.Withdrawn ? "withdrawn" : "published",
        ["standing"] = AtomFeed.StandingWord(edition.Standing),
        ["version"] = edition.Live!.Number,
        ["out_of_date"] = item.IsOutOfDate(edition),
        ["engine"] = edition.Live.Engine,
        ["source"] = edition.Live.Source is { } source
            ? new JsonObject { ["language"] = source.Language.Value, ["version"] = source.Number }
            : null,
        ["original_language"] = item.OriginalLanguage?.Value,
        ["comments"] = comments(item.Id),
        ["editions"] = new JsonArray([.. item.LiveEditions.Select(other => (JsonNode)new JsonObject
        {
            ["language"] = other.Language.Value,
            ["standing"] = AtomFeed.StandingWord(other.Standing),
            ["url"] = options.Absolute(Addresses.Edition(item, other)),
        })]),
    };

    /// <summary>One edition whole, with its Markdown and claims: <c>/fr/12.json</c>.</summary>
    public static string Whole(Item item, Edition edition, IEnumerable<Claim> claims, PageOptions options, CommentCount comments)
    {
        var json = About(item, edition, options, comments);
        json["url"] = options.Absolute(Addresses.Edition(item, edition));
        json["language"] = edition.Language.Value;
        json["title"] = edition.Live!.Title;
        json["markdown"] = item.State == ItemState.Withdrawn ? null : edition.Live.Body;
        json["published"] = item.PublishedAt?.ToString();
        json["withdrawn"] = item.WithdrawnAt?.ToString();
        json["withdrawal_reason"] = item.WithdrawalReason;
        json["claims"] = new JsonArray([.. claims.Select(claim => (JsonNode)new JsonObject
        {
            ["words"] = claim.Words,
            ["speaker"] = claim.Speaker,
            ["source"] = claim.Source,
            ["chain"] = new JsonArray([.. claim.Chain.Select(link => (JsonNode)link)]),
            ["hedge"] = HedgeWord(claim.Hedge),
        })]);
        return json.ToJsonString(JsonFeed.Readable);
    }

    /// <summary>The word for a hedge in JSON, and the end of its phrase's key.</summary>
    public static string HedgeWord(Hedge hedge) => hedge switch
    {
        Hedge.Stated => "stated",
        Hedge.AccordingTo => "according-to",
        Hedge.Reported => "reported",
        Hedge.Denied => "denied",
        Hedge.Presumed => "presumed",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
