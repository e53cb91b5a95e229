using Coulisse.Signals.Tests.Hostile.Routes;

namespace Coulisse.Signals.Tests.Hostile.Typed;

/// <summary>A good form for every route into which somebody types, on a <see cref="PeopledPage"/> that has what they
/// are about.</summary>
internal static class TypedForms
{
    private const string Hostile = "</textarea><script>alert(1)</script> & \"quoted\" ’ حبر";

    public static TypedForm Of(PageRoute route, PeopledPage page)
    {
        var typed = TypedTable.Lines[route.Name].Fields.Select(field => (field, Words(route, field))).ToArray();
        return new(route, AddressOf(route), SenderOf(route), typed, Carried(route, page));
    }

    private static string AddressOf(PageRoute route) => route.Pattern switch
    {
        "/publisher/items/{item:long}/schedule" => "/publisher/items/2/schedule",
        _ => route.Address,
    };

    private static string SenderOf(PageRoute route) => route.Pattern switch
    {
        "/account/appeal" => "suspended",
        "/comment/{id:long}/report" or "/decision/{id:long}/appeal" or "/account/reading" => "reader",
        "/publisher/moderation/{id:long}" or "/thread/{item:long}/write"
            or "/report-translation/{item:long}/{language}" => "moderator",
        _ => "editor",
    };

    /// <summary>Good for the field; hostile where it takes any words.</summary>
    private static string Words(PageRoute route, string field) => (route.Pattern, field) switch
    {
        (_, "zone") => "Europe/Oslo",
        (_, "date") => "2031-05-06",
        (_, "time") => "18:00",
        (_, "target") => "de",
        (_, "seal") => new string('a', 64),
        ("/publisher/items/{item:long}/{language}/claims", "words") => "The advisers met.",
        (_, "text" or "body" or "remark") => $"Of {field}: {Hostile}\n\nA second paragraph.",
        _ => $"Of {field}: {Hostile}",
    };

    private static (string, string)[] Carried(PageRoute route, PeopledPage page) => route.Pattern switch
    {
        "/account/reading" => [("language", "en"), ("returnUrl", "/en/")],
        "/comment/{id:long}/edit" => [("version", "1")],
        "/publisher/items/{item:long}/machine" => [("source", "en")],
        "/publisher/items/{item:long}/schedule" => [("zone", "UTC")],
        "/publisher/items/{item:long}/{language}/claims" => [("hedge", "1")],
        "/publisher/items/{item:long}/{language}/edit" => [("based-on", "1"), ("standing", "authentic")],
        "/publisher/moderation/{id:long}" => [("act", "3")],
        "/publisher/new" => [("kind", "report"), ("language", "en")],
        "/publisher/people/reopen" => [("account", page.IdOf("suspended").Value)],
        "/publisher/people/suspend" => [("account", page.IdOf("reader").Value)],
        "/publisher/settings" => [("default-language", "en"), ("zone", "UTC")],
        "/report-translation/{item:long}/{language}" => [("version", "1")],
        "/thread/{item:long}/write" => [("language", "en"), ("reading", "en"), ("submission", new string('7', 32))],
        _ => [],
    };
}
