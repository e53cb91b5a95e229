using System.Collections.Immutable;
using System.Text;

namespace Coulisse.Languages;

/// <summary>A text with places for values: <c>"Page {n} of {m}"</c>, cut once when the file is read.</summary>
internal sealed class Phrase
{
    internal const int CharsMax = 4_000;

    // A piece is either words (Name null) or the name of a value.
    private readonly ImmutableArray<(string Words, string? Name)> _pieces;

    private Phrase(ImmutableArray<(string Words, string? Name)> pieces) => _pieces = pieces;

    internal IEnumerable<string> Names => _pieces.Where(p => p.Name is not null).Select(p => p.Name!).Distinct();

    /// <exception cref="FormatException">Empty, too long, a lone brace, or an invisible direction mark.</exception>
    internal static Phrase Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new FormatException("is empty");
        if (text.Length > CharsMax)
            throw new FormatException($"is longer than {CharsMax} characters");
        if (text.Any(Bidi.IsControl))
            throw new FormatException("contains an invisible direction mark; values are isolated by the program");
        var pieces = ImmutableArray.CreateBuilder<(string, string?)>();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var words = open < 0 ? text[at..] : text[at..open];
            if (words.Contains('}', StringComparison.Ordinal))
                throw new FormatException("has a } without its {");
            if (words.Length > 0)
                pieces.Add((words, null));
            if (open < 0)
                break;
            var close = text.IndexOf('}', open);
            if (close < 0 || !IsName(text.AsSpan(open + 1, close - open - 1)))
                throw new FormatException("has a { that is not followed by a small-letter name and }");
            pieces.Add(("", text[(open + 1)..close]));
            at = close + 1;
        }
        return new(pieces.ToImmutable());
    }

    internal string Fill(Func<string, string> valueOf)
    {
        if (_pieces is [(var only, null)])
            return only;
        var text = new StringBuilder();
        foreach (var (words, name) in _pieces)
            text.Append(name is null ? words : valueOf(name));
        return text.ToString();
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or '-'))
                return false;
        }
        return name.Length > 0;
    }
}
