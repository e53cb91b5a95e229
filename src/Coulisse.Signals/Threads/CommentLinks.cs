using System.Text.RegularExpressions;

namespace Coulisse.Signals.Threads;

/// <summary>Finds http and https addresses in plain text. They are shown as links that carry no weight; nothing fetches them.</summary>
public static partial class CommentLinks
{
    /// <summary>What <c>rel</c> every link in a comment carries.</summary>
    public const string Rel = "nofollow ugc noopener noreferrer";

    private const int AddressLengthMax = 2_000;

    /// <summary>A stretch of text; with <see cref="Address"/>, one to be shown as a link.</summary>
    public readonly record struct Stretch(string Text, string? Address);

    /// <summary>How many addresses a text names.</summary>
    public static int Count(CommentText text) =>
        text.Blocks.OfType<CommentBlock.Paragraph>().Sum(block => Address().Count(block.Text));

    /// <summary>The text cut into plain stretches and links, whole and in order.</summary>
    public static IEnumerable<Stretch> Cut(string text)
    {
        var from = 0;
        foreach (Match match in Address().Matches(text))
        {
            var written = WithoutClosing(match.Value);
            if (Safe(written) is not { } address)
                continue;
            if (match.Index > from)
                yield return new(text[from..match.Index], null);
            yield return new(written, address);
            from = match.Index + written.Length;
        }
        if (from < text.Length)
            yield return new(text[from..], null);
    }

    // An address with a name before the host ("https://known.example@other") is shown as text: it is made to be misread.
    private static string? Safe(string written) =>
        written.Length <= AddressLengthMax && Uri.TryCreate(written, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0 && uri.UserInfo.Length == 0
            ? uri.AbsoluteUri : null;

    // Punctuation that closes the sentence, and a bracket opened before the address, are not part of it.
    private static string WithoutClosing(string written)
    {
        var unopened = written.Count(character => character == ')') - written.Count(character => character == '(');
        var end = written.Length;
        for (; end > 0; end--)
        {
            if (written[end - 1] == ')' && unopened > 0)
                unopened--;
            else if (!".,;:!?…»”’\"'".Contains(written[end - 1], StringComparison.Ordinal))
                break;
        }
        return written[..end];
    }

    [GeneratedRegex(@"\bhttps?://[^\s<>]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
