namespace Coulisse.Signals.Threads;

/// <summary>Cuts a typed comment into paragraphs and quotations.</summary>
internal static class TypedPieces
{
    internal sealed record Piece(bool IsQuotation, string Text);

    public static IReadOnlyList<Piece> Of(string clean)
    {
        var pieces = new List<Piece>();
        var lines = new List<string>();
        var quoting = false;
        foreach (var line in clean.Split('\n'))
        {
            // Trimmed first: what is kept without its spaces has to be the same when it is typed again for an edit.
            var trimmed = line.Trim();
            var isQuoted = trimmed.StartsWith('>');
            var words = isQuoted ? trimmed[1..].Trim() : trimmed;
            if (isQuoted != quoting || words.Length == 0)
                Close(pieces, lines, quoting);
            quoting = isQuoted;
            if (words.Length > 0)
                lines.Add(words);
        }
        Close(pieces, lines, quoting);
        return pieces;
    }

    private static void Close(List<Piece> pieces, List<string> lines, bool quoting)
    {
        if (lines.Count > 0)
            pieces.Add(new(quoting, string.Join('\n', lines)));
        lines.Clear();
    }
}
