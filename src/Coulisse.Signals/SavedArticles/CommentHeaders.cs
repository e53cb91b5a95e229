namespace Coulisse.Signals.SavedArticles;

/// <summary>The headers that may stand at each line, each read once: layout and thread both look ahead.</summary>
internal sealed class CommentHeaders
{
    private readonly CommentHeader?[] _at;

    internal CommentHeaders(SavedLine[] lines)
    {
        _at = new CommentHeader?[lines.Length];
        for (var at = 1; at < lines.Length; at++) _at[at] = CommentHeader.Read(lines, at);
    }

    /// <summary>Null when no comment can open at the line; the first line is the title.</summary>
    internal CommentHeader? this[int at] => _at[at];
}
