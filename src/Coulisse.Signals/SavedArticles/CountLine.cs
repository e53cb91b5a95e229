using System.Buffers;
using System.Collections.Frozen;

namespace Coulisse.Signals.SavedArticles;

/// <summary>A line that states how many comments there are, or only that they begin.</summary>
/// <remarks>"3 commentaires", "Comments (3)", "Комментарии: 3", "No comments yet".</remarks>
internal readonly record struct CountLine(int? Count, string Language)
{
    private const int CountLineCharsMax = 60;

    // Every word for a comment has one of these in it; nearly all lines are told apart by that alone.
    private static readonly SearchValues<string> Stems = SearchValues.Create(
        ["comment", "comentario", "kommentar", "комментар", "تعليق"], StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> None = Words.Set("no aucun нет keine kein sin لا");
    private static readonly FrozenSet<string> One = Words.Set("one un один ein واحد");
    private static readonly FrozenSet<string> Two = Words.Set("تعليقان تعليقين");
    private static readonly FrozenSet<string> Beside = Words.Set(
        "yet total всего все all les el los la al die der le pour moment l instant " +
        "пока ещё еще noch todavía aún توجد يوجد de بعد");

    /// <summary>Null when any word or sign stands in the line that does not belong to a count.</summary>
    internal static CountLine? Read(string text)
    {
        if (text.Length > CountLineCharsMax || !text.AsSpan().ContainsAny(Stems)) return null;
        if (Words.Of(text, CountLineCharsMax) is not { Count: > 0 } tokens) return null;
        string? language = null;
        int? count = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Sort == Words.Sort.Number)
            {
                if (count is not null || Grouped(tokens, ref i) is not { } stated) return null;
                count = stated;
            }
            else if (token.Sort == Words.Sort.Sign)
            {
                if (token.Text is not ("(" or ")" or ":" or "[" or "]" or "." or "," or "'" or "\u2019")) return null;
            }
            else if (Languages.ByCommentWord.TryGetValue(token.Text, out var spoken))
            {
                if (language is not null) return null;
                language = spoken;
                if (Two.Contains(token.Text)) count ??= 2;
            }
            else if (None.Contains(token.Text)) count ??= 0;
            else if (One.Contains(token.Text)) count ??= 1;
            else if (!Beside.Contains(token.Text)) return null;
        }
        return language is null ? null : new(count, language);
    }

    /// <summary>A line that is only a number without a sign: the count under a title.</summary>
    internal static int? ReadLone(string text) =>
        Words.Of(text, CountLineCharsMax) is { Count: > 0 } tokens && tokens[0].Sort == Words.Sort.Number
        && EndOfNumber(tokens) is { } count ? count : null;

    private static int? EndOfNumber(List<Words.Token> tokens)
    {
        var at = 0;
        return Grouped(tokens, ref at) is { } count && at == tokens.Count - 1 ? count : null;
    }

    /// <summary>1 234 and 1,234 and 1.234 are one number; <paramref name="at"/> is left on its last part.</summary>
    private static int? Grouped(List<Words.Token> tokens, ref int at)
    {
        long value = tokens[at].Value;
        var first = tokens[at].Digits <= 3;
        while (first && at + 1 < tokens.Count)
        {
            var sign = tokens[at + 1].Is(",") || tokens[at + 1].Is(".") ? 1 : 0;
            if (at + 1 + sign >= tokens.Count
                || tokens[at + 1 + sign] is not { Sort: Words.Sort.Number, Digits: 3 } next)
                break;
            value = value * 1000 + next.Value;
            at += 1 + sign;
            if (value > SavedArticleLimits.NumberMax) return null;
        }
        return (int)value;
    }
}
