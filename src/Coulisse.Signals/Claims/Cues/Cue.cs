using System.Text.RegularExpressions;

namespace Coulisse.Signals.Claims.Cues;

/// <summary>A pattern of words that hints at a kind, and the look-alikes that do not.</summary>
internal sealed class Cue
{
    // Without backtracking, so that no text can make a search slow; hence no look-around in any pattern.
    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private readonly CueKind _kind;
    private readonly Regex _words;
    private readonly Regex? _except;

    /// <param name="words">Alternatives, matched at word boundaries.</param>
    /// <param name="except">What a match must not lie in or touch: "according to plan".</param>
    internal Cue(CueKind kind, string[] words, string[]? except = null)
    {
        _kind = kind;
        _words = Whole(words);
        _except = except is null ? null : Whole(except);
    }

    internal IEnumerable<CueWords> FindIn(string text, TextSpan sentence)
    {
        var said = text.Substring(sentence.Start, sentence.Length);
        var exceptions = _except is null
            ? []
            : _except.Matches(said).Select(m => new TextSpan(m.Index, m.Length)).ToArray();
        return _words.Matches(said)
            .Where(m => !Array.Exists(exceptions, e => e.Start < m.Index + m.Length && m.Index < e.End))
            .Select(m => new CueWords(sentence.Start + m.Index, m.Length, _kind));
    }

    private static Regex Whole(string[] alternatives) => new($@"\b(?:{string.Join('|', alternatives)})\b", Options);
}
