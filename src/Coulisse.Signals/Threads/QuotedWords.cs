namespace Coulisse.Signals.Threads;

/// <summary>Whether words really stand in a text. White space and the shape of quotation marks may differ, nothing else.</summary>
/// <remarks>An omission is marked <c>[…]</c> or <c>[...]</c>: the parts must stand in the text, in that order.</remarks>
internal static class QuotedWords
{
    private const string Omission = "[…]";

    /// <summary>The words as the text has them (on one line), or null where they do not stand in it.</summary>
    public static string? FindIn(string text, string words)
    {
        var source = CleanText.OnOneLine(text);
        var folded = Folded(source);
        var found = new List<string>();
        var from = 0;
        foreach (var part in CleanText.OnOneLine(words).Replace("[...]", Omission, StringComparison.Ordinal).Split(Omission))
        {
            var wanted = Folded(part.Trim());
            if (wanted.Length == 0)
                return null;
            var at = folded.IndexOf(wanted, from, StringComparison.Ordinal);
            if (at < 0)
                return null;
            found.Add(source.Substring(at, wanted.Length));
            from = at + wanted.Length;
        }
        return string.Join($" {Omission} ", found);
    }

    // One character for one character, so that a place in the folded text is the same place in the source.
    private static string Folded(string line) => string.Create(line.Length, line, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] switch
            {
                '’' or '‘' or 'ʼ' or '‛' or '′' => '\'',
                '“' or '”' or '„' or '‟' or '«' or '»' or '″' => '"',
                '‐' or '‑' => '-',
                var other => other,
            };
        }
    });
}
