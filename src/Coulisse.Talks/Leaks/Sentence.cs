using System.Collections.Immutable;
using System.Text;

namespace Coulisse.Talks.Leaks;

/// <summary>A sentence of a text, or a line of it that is none.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Line">The line of the text in which it begins, from 1.</param>
/// <param name="Text">The words.</param>
public sealed record Sentence(int Number, int Line, string Text)
{
    private const string Ends = ".!?…。！？؟।";

    /// <summary>The sentences of a text, in its order; lines without a letter or digit are none.</summary>
    public static ImmutableArray<Sentence> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            foreach (var part in Cut(lines[line]).Where(part => part.EnumerateRunes().Any(Rune.IsLetterOrDigit)))
                sentences.Add(new(sentences.Count + 1, line + 1, part));
        }
        return sentences.ToImmutable();
    }

    /// <summary>Which and how long, never the words.</summary>
    public override string ToString() => $"sentence {Number}, {Text.Length} characters";

    // A mark that ends a sentence and has no letter right behind it; "3.5" and "no.4" go on.
    private static IEnumerable<string> Cut(string line)
    {
        var start = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (!Ends.Contains(line[at], StringComparison.Ordinal)
                || (line[at] == '.' && at + 1 < line.Length && char.IsLetterOrDigit(line[at + 1])))
                continue;
            yield return line[start..(at + 1)].Trim();
            start = at + 1;
        }
        yield return line[start..].Trim();
    }
}
