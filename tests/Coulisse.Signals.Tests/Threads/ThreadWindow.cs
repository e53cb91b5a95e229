using System.Net;
using System.Text.RegularExpressions;
using Coulisse.Signals.Tests.Accounts;

namespace Coulisse.Signals.Tests.Threads;

/// <summary>A window with the form for a comment, as it was when it was opened.</summary>
internal sealed partial class ThreadWindow(Browser browser, string page)
{
    /// <summary>What stands in the form's field for words.</summary>
    public static string WordsIn(string page) =>
        WebUtility.HtmlDecode(TextArea().Match(page).Groups[1].Value).TrimStart('\n');

    public Task<Answer> SendAsync(string words) => browser.PostBareAsync("/thread/1/write",
    [
        .. Hidden().Matches(page[page.IndexOf("id=\"write\"", StringComparison.Ordinal)..])
            .Select(field => (field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value))),
        ("text", words), ("language", "en"),
    ]);

    [GeneratedRegex("<textarea[^>]*>([^<]*)</textarea>")]
    private static partial Regex TextArea();

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)"\s*/?>""")]
    private static partial Regex Hidden();
}
