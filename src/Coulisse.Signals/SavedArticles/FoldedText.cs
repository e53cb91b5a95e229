using System.Text;

namespace Coulisse.Signals.SavedArticles;

/// <summary>A text as quotations are compared: upper case, single spaces, one kind of apostrophe, nothing
/// invisible.</summary>
internal sealed class FoldedText
{
    private const int StartChars = 8;

    private HashSet<int>? _starts;

    private FoldedText(string text) => Text = text;

    internal static FoldedText Nothing { get; } = new("");

    internal string Text { get; }

    internal static FoldedText Of(string text) => new(Fold(text));

    internal static string Fold(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Characters.IsInvisible(c)) continue;
            if (!char.IsWhiteSpace(c)) kept.Append(c is '\u2019' or '\u02BC' ? '\'' : char.ToUpperInvariant(c));
            else if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
        }
        return kept.ToString();
    }

    /// <summary>False is certain; true only says that some word of the text begins alike.</summary>
    internal bool MayContain(ReadOnlySpan<char> sought)
    {
        if (sought.Length > Text.Length) return false;
        if (sought.Length < StartChars) return true;
        _starts ??= Starts();
        return _starts.Contains(string.GetHashCode(sought[..StartChars]));
    }

    /// <summary>No word goes across this place.</summary>
    internal static bool IsEdge(ReadOnlySpan<char> text, int at) =>
        at == 0 || at == text.Length || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]);

    private HashSet<int> Starts()
    {
        var starts = new HashSet<int>();
        for (var at = 0; at + StartChars <= Text.Length; at++)
            if (IsEdge(Text, at))
                starts.Add(string.GetHashCode(Text.AsSpan(at, StartChars)));
        return starts;
    }
}
