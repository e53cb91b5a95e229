using System.Globalization;
using System.Text;
using Coulisse.Door;

namespace Coulisse.Screens.Words;

/// <summary>A piece of text of others: as it is, or a mark in place of what would not be seen.</summary>
/// <param name="Text">What to draw.</param>
/// <param name="Kind">Why it is marked.</param>
public sealed record TextPiece(string Text, PieceKind Kind);

/// <summary>What a piece of text is.</summary>
public enum PieceKind
{
    /// <summary>Words as they are.</summary>
    Plain,

    /// <summary>A character that is not seen, or turns the direction of others; drawn as its number.</summary>
    Unseen,

    /// <summary>A word of letters of two scripts, one of which may stand for another.</summary>
    Mixed,
}

/// <summary>
/// Text of others made safe to look at: nothing in it steers its surroundings, nothing in it is hidden, and a word
/// whose letters come from look-alike scripts is told.
/// </summary>
public static class VisibleText
{
    /// <summary>The pieces, in order; together they are the text, marks in place of what is not seen.</summary>
    public static IReadOnlyList<TextPiece> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (pieces, word, plain) = (new List<TextPiece>(), new StringBuilder(), new StringBuilder());
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsBlank(rune) && (Rune.IsLetterOrDigit(rune) || IsMarkOf(rune)))
            {
                word.Append(rune.ToString());
            }
            else
            {
                EndWord(pieces, word, plain);
                if (IsSeen(rune, before))
                    plain.Append(rune.ToString());
                else
                    Add(pieces, plain, new($"U+{rune.Value:X4}", PieceKind.Unseen));
            }
            before = rune;
        }
        EndWord(pieces, word, plain);
        Add(pieces, plain, null);
        return pieces;
    }

    /// <summary>The text cut where terms stand in it: each part, and the term's number if it is one.</summary>
    public static IEnumerable<(string Text, ulong? Term)> Parts(string text, IReadOnlyList<MarkAnswer>? marks)
    {
        ArgumentNullException.ThrowIfNull(text);
        var place = 0;
        foreach (var mark in marks ?? [])
        {
            if (mark.Start < place || mark.End <= mark.Start || mark.End > text.Length)
                continue; // of another text: nothing is cut by it
            if (mark.Start > place)
                yield return (text[place..mark.Start], null);
            yield return (text[mark.Start..mark.End], mark.Term);
            place = mark.End;
        }
        if (place < text.Length)
            yield return (text[place..], null);
    }

    /// <summary>Words that were marked as they are drawn, as they were written, without what is empty around them:
    /// by their places in what is drawn; null if nothing is left.</summary>
    public static MarkedWords? Marked(string text, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (written, place, first, begins) = (new StringBuilder(), 0, 0, -1);
        foreach (var piece in Of(text))
        {
            var (from, to) = (Math.Max(start, place) - place, Math.Min(end, place + piece.Text.Length) - place);
            var isUnseen = piece.Kind == PieceKind.Unseen;
            if (from < to)
            {
                begins = begins >= 0 ? begins : first + (isUnseen ? 0 : from);
                written.Append(isUnseen ? Unseen(piece) : piece.Text[from..to]);
            }
            place += piece.Text.Length;
            first += isUnseen ? Unseen(piece).Length : piece.Text.Length;
        }
        var marked = written.ToString();
        if (marked.Trim() is not { Length: > 0 } words)
            return null;
        begins += marked.Length - marked.TrimStart().Length;
        return new(words, MarkedPlaces.Of(text, words).TakeWhile(at => at < begins).Count() + 1);
    }

    private static string Unseen(TextPiece piece) => char.ConvertFromUtf32(
        int.Parse(piece.Text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    private static void EndWord(List<TextPiece> pieces, StringBuilder word, StringBuilder plain)
    {
        var whole = word.ToString();
        word.Clear();
        if (IsMixed(whole))
            Add(pieces, plain, new(whole, PieceKind.Mixed));
        else
            plain.Append(whole);
    }

    private static void Add(List<TextPiece> pieces, StringBuilder plain, TextPiece? piece)
    {
        if (plain.Length > 0)
            pieces.Add(new(plain.ToString(), PieceKind.Plain));
        plain.Clear();
        if (piece is not null)
            pieces.Add(piece);
    }

    private static bool IsMarkOf(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Letters, marks and pictures that have no shape.
    private static bool IsBlank(Rune rune) =>
        rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0;

    // Joiners belong to Persian, Indic scripts and emoji: seen in what they do, behind a letter or a picture.
    private static bool IsSeen(Rune rune, Rune? before) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value is '\n' or '\t',
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D && before is { } last && Joins(last),
        UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.SpaceSeparator => rune.Value is ' ' or 0xA0 or 0x202F or 0x3000 or 0x2009,
        _ => !IsBlank(rune),
    };

    private static bool Joins(Rune rune) => rune.Value is >= 0x0600 and <= 0x109F or 0xFE0F or >= 0x1F000 and <= 0x1FAFF
        or >= 0x2600 and <= 0x27BF;

    private static bool IsMixed(string word)
    {
        var first = Script.None;
        foreach (var rune in word.EnumerateRunes())
        {
            var script = ScriptOf(rune);
            if (script != Script.None && first != Script.None && script != first)
                return true;
            first = script == Script.None ? first : script;
        }
        return false;
    }

    private enum Script
    {
        None,
        Latin,
        Greek,
        Cyrillic,
        Armenian,
    }

    // The scripts whose letters pass for each other's.
    private static Script ScriptOf(Rune rune) => rune.Value switch
    {
        _ when !Rune.IsLetter(rune) => Script.None,
        <= 0x024F or >= 0x1E00 and <= 0x1EFF or >= 0xFF21 and <= 0xFF5A => Script.Latin,
        >= 0x0370 and <= 0x03FF or >= 0x1F00 and <= 0x1FFF => Script.Greek,
        >= 0x0400 and <= 0x052F or >= 0x1C80 and <= 0x1C8F or >= 0x2DE0 and <= 0x2DFF => Script.Cyrillic,
        >= 0x0530 and <= 0x058F => Script.Armenian,
        _ => Script.None,
    };
}
