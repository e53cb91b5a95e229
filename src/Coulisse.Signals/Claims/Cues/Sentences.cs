using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Coulisse.Signals.Claims.Cues;

/// <summary>Cuts running text into sentences, for English, French and Russian.</summary>
/// <remarks>
/// A sentence ends at a full stop, question or exclamation mark or ellipsis, with the quotation marks and
/// brackets that close behind it, when the next word begins like a sentence. It does not end after an
/// abbreviation or an initial, nor where a quotation goes on: « … ? » demande-t-il. An empty line always ends one.
/// </remarks>
public static class Sentences
{
    // Those that stand before a name or a number. "etc." and the like may well end a sentence, so they are not here.
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(
        [
            "mr", "mrs", "ms", "dr", "prof", "gen", "col", "capt", "lt", "sgt", "st", "no", "vs", "e.g", "i.e", "cf",
            "fig", "art", "m", "mm", "mme", "mmes", "mlle", "me", "pr", "p", "pp", "p. ex", "env", "av", "vol",
            "т", "е", "т. е", "т.е", "д-р", "проф", "акад", "ген", "им", "ул", "см", "стр", "ст", "тыс", "гр", "пос",
        ], StringComparer.OrdinalIgnoreCase);

    /// <summary>The sentences in reading order, without the white space between them.</summary>
    public static ImmutableArray<TextSpan> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = ImmutableArray.CreateBuilder<TextSpan>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (IsEmptyLine(text, at))
            {
                Add(sentences, text, start, at);
                start = at;
            }
            else if (text[at] is '.' or '!' or '?' or '…')
            {
                var end = AfterClosing(text, at);
                if (EndsSentence(text, at, end))
                {
                    Add(sentences, text, start, end);
                    start = end;
                }
                at = end - 1;
            }
        }
        Add(sentences, text, start, text.Length);
        return sentences.ToImmutable();
    }

    private static void Add(ImmutableArray<TextSpan>.Builder sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            sentences.Add(new(start, end - start));
    }

    private static bool IsEmptyLine(string text, int at)
    {
        if (text[at] != '\n')
            return false;
        var next = at + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r')
            next++;
        return next < text.Length && text[next] == '\n';
    }

    // Past "?!", "...", and what closes: ” » ) — a French » has a space before it.
    private static int AfterClosing(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && text[end] is '.' or '!' or '?' or '…')
            end++;
        for (var next = end; next < text.Length; next++)
        {
            if (IsClosing(text[next]))
                end = next + 1;
            else if (text[next] is not (' ' or '\u00A0' or '\u202F') || !text.AsSpan(next + 1).StartsWith("»"))
                break;
        }
        return end;
    }

    private static bool EndsSentence(string text, int mark, int end)
    {
        if (end == text.Length)
            return true;
        if (!char.IsWhiteSpace(text[end]) || (text[mark] == '.' && end == mark + 1 && IsAbbreviation(text, mark)))
            return false;
        var next = end;
        while (next < text.Length && (char.IsWhiteSpace(text[next]) || IsOpening(text[next])))
            next++;
        // Only a capital (or a script without them) or a number begins a sentence; "— сказал он" goes on.
        return next == text.Length || !char.IsLower(text[next]);
    }

    private static bool IsAbbreviation(string text, int stop)
    {
        var start = stop;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] is '-'))
            start--;
        var word = text[start..stop];
        if (word.Length == 1 && char.IsUpper(word[0]))
            return true;
        if (start >= 2 && text[start - 1] == '.' && char.IsLetter(text[start - 2]) && word.Length == 1)
            word = text[(start - 2)..stop];
        return word.Length > 0 && Abbreviations.Contains(word);
    }

    private static bool IsClosing(char c) => c is '"' or '”' or '»' or '’' or '\'' or ')' or ']' or '“';

    private static bool IsOpening(char c) =>
        c is '"' or '“' or '«' or '‘' or '\'' or '(' or '[' or '—' or '–' or '-' or '„';
}
