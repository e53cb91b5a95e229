namespace Coulisse.Signals.SavedArticles;

/// <summary>What a line that may open a comment says: <c>1. +1</c>, <c>#2 Reader (−3)</c>, <c>Reader #2</c>,
/// <c>3)</c>.</summary>
/// <param name="Weak">A number and other words, no score: opens a comment only if a date follows.</param>
internal readonly record struct MarkLine(int Number, int? Score, string? Author, bool Weak)
{
    private const int MarkLineCharsMax = 160;

    /// <summary>Null when the line cannot open a comment.</summary>
    internal static MarkLine? Read(string text)
    {
        if (text.Length > MarkLineCharsMax || !Opens(text)
            || text.StartsWith("##", StringComparison.Ordinal))
            return null;
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return NumberFirst(words) ?? AuthorFirst(words);
    }

    /// <summary>A line that is only a score: <c>+1</c>, <c>(−2)</c>, <c>0</c>.</summary>
    internal static int? ReadScore(string text) => text.Length <= 16 ? ScoreOf(text) : null;

    // Most lines are prose: look at both ends before cutting the line up.
    private static bool Opens(string text)
    {
        var line = Bare(text);
        if (line.IsEmpty) return false;
        var first = line[0];
        if (IsNumberSign(first) || Characters.Digit(first) >= 0) return true;
        if (Characters.IsBullet(first) || Characters.IsDash(first) || first == '>') return false;
        return Characters.Digit(line[^1]) >= 0 || line[^1] is ')' or ']' or '.' or ':';
    }

    private static MarkLine? NumberFirst(string[] words)
    {
        if (NumberOf(words[0], out var glued) is not { } number)
            return null;
        var rest = words.AsSpan(1);
        if (glued is null && rest.Length > 0 && rest[0] is "." or ")")
            rest = rest[1..];
        else if (glued is null && !HasNumberMark(words[0]))
            return null;
        var score = glued;
        if (score is null && rest.Length > 0 && ScoreOf(rest[0]) is { } first)
        {
            score = first;
            rest = rest[1..];
        }
        else if (score is null && rest.Length > 1 && ScoreOf(rest[^1]) is { } last)
        {
            score = last;
            rest = rest[..^1];
        }
        return Finish(number, score, rest);
    }

    /// <summary><c>Reader 3. +1</c> and <c>Reader #3</c>: without a score only the sign makes it a number.</summary>
    private static MarkLine? AuthorFirst(string[] words)
    {
        if (words.Length < 2) return null;
        var score = ScoreOf(words[^1]);
        var at = score is null ? words.Length - 1 : words.Length - 2;
        if (at < 1 || !HasNumberMark(words[at]) || NumberOf(words[at], out var glued) is not { } number) return null;
        score ??= glued;
        if (score is null && !IsNumberSign(words[at][0])) return null;
        words[at - 1] = words[at - 1].TrimEnd(',', ':');
        return Finish(number, score, words.AsSpan(0, at));
    }

    private static MarkLine? Finish(int number, int? score, ReadOnlySpan<string> author)
    {
        var name = author.IsEmpty ? null : string.Join(' ', author.ToArray());
        if (name is { Length: 0 or > SavedArticleLimits.AuthorCharsMax }) return null;
        return new(number, score, name, Weak: name is not null && score is null);
    }

    private static bool IsNumberSign(char c) => c is '#' or '\u2116';

    private static bool HasNumberMark(string word)
    {
        foreach (var c in word)
            if (c is '.' or ')' || IsNumberSign(c))
                return true;
        return false;
    }

    /// <summary><c>1.</c>, <c>1)</c>, <c>#1</c>, <c>№1:</c>, <c>1.+1</c> (then with the glued score), or a bare
    /// number.</summary>
    private static int? NumberOf(ReadOnlySpan<char> word, out int? gluedScore)
    {
        gluedScore = null;
        word = Bare(word);
        if (word.Length > 0 && IsNumberSign(word[0])) word = word[1..];
        if (Digits(ref word) is not { } number) return null;
        if (word.Length > 0 && word[0] is '.' or ')' or ':') word = word[1..];
        if (word.Length > 0 && (word[0] == '+' || Characters.IsMinus(word[0]))) gluedScore = ScoreOf(word);
        return word.IsEmpty || gluedScore is not null ? number : null;
    }

    private static int? ScoreOf(ReadOnlySpan<char> word)
    {
        word = Bare(word);
        if (word.Length > 2 && (word[0], word[^1]) is ('(', ')') or ('[', ']')) word = word[1..^1];
        if (word.IsEmpty) return null;
        var minus = Characters.IsMinus(word[0]);
        if (minus || word[0] == '+') word = word[1..];
        if (Digits(ref word) is not { } points || !word.IsEmpty) return null;
        return minus ? -points : points;
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word)
    {
        while (word.Length > 0 && Characters.IsInvisible(word[0])) word = word[1..];
        while (word.Length > 0 && Characters.IsInvisible(word[^1])) word = word[..^1];
        return word;
    }

    private static int? Digits(ref ReadOnlySpan<char> word)
    {
        var value = 0;
        var length = 0;
        while (length < word.Length && Characters.Digit(word[length]) is >= 0 and var digit)
        {
            if (++length > 9) return null;
            value = value * 10 + digit;
        }
        word = word[length..];
        return length == 0 ? null : value;
    }
}
