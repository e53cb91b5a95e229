using System.Globalization;
using System.Text;

namespace Coulisse.Signals.Accounts.Names;

/// <summary>The name a person signs comments with: readable, and not to be mistaken for another.</summary>
/// <remarks>Made by <see cref="Check"/> alone, or read back with <see cref="Stored"/>.</remarks>
public sealed record DisplayName
{
    /// <summary>In characters as a reader counts them (grapheme clusters, UAX #29).</summary>
    public const int CharactersMin = 2;

    /// <summary>In characters as a reader counts them (grapheme clusters, UAX #29).</summary>
    public const int CharactersMax = 40;

    /// <summary>How many marks one letter may carry, those of a ready-made "ế" counted.</summary>
    public const int MarksMax = 2;

    /// <summary>The same for Greek (breathing, accent and iota) and Hebrew (shin dot, dagesh and vowel).</summary>
    public const int MarksMaxGreekHebrew = 3;

    /// <summary>Longest text that is looked at, in UTF-16 units: longer than any name that can be accepted.</summary>
    public const int TypedCharsMax = 400;

    private DisplayName(string text, string skeleton) => (Text, Skeleton) = (text, skeleton);

    /// <summary>The name as shown: NFC, single spaces, ' for every apostrophe, - for every hyphen.</summary>
    public string Text { get; }

    /// <summary>Equal for two names that look alike; see <see cref="Confusables.CaselessSkeleton"/>. Unique
    /// among accounts.</summary>
    public string Skeleton { get; }

    /// <summary>A name that was accepted earlier and kept.</summary>
    public static DisplayName Stored(string text, string skeleton) => new(text, skeleton);

    /// <summary>Judges a name as somebody typed it.</summary>
    /// <param name="typed">Any text.</param>
    /// <param name="reserved">Words that no account may bear, alone or as a word of its name: "editor", the
    /// party's name. What looks like one of them is refused as well.</param>
    public static DisplayNameVerdict Check(string typed, params IEnumerable<string> reserved)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(reserved);
        if (typed.Length > TypedCharsMax)
            return new DisplayNameVerdict.Refused(DisplayNameRefusal.TooLong);
        if (typed.EnumerateRunes().Contains(Rune.ReplacementChar))
            return new DisplayNameVerdict.Refused(DisplayNameRefusal.ForbiddenCharacter);
        var text = Tidy(typed);
        if (Fault(text) is { } reason)
            return new DisplayNameVerdict.Refused(reason);
        if (IsReserved(text, reserved))
            return new DisplayNameVerdict.Refused(DisplayNameRefusal.Reserved);
        return new DisplayNameVerdict.Accepted(new(text, Confusables.CaselessSkeleton(text)));
    }

    private static string Tidy(string typed)
    {
        var words = typed.Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).Replace('\u2019', '\'').Replace('\u02BC', '\'').Replace('\u2010', '-');
    }

    private static DisplayNameRefusal? Fault(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Confusables.IsInvisible(rune))
                return DisplayNameRefusal.InvisibleCharacter;
            if (IsStrikingMark(rune))
                return DisplayNameRefusal.HiddenMark;
            if (rune.Value != ' ' && !IsPunctuation(rune) && ConfusableData.Scripts(rune) is null)
                return DisplayNameRefusal.ForbiddenCharacter;
        }
        return new StringInfo(text).LengthInTextElements switch
        {
            < CharactersMin => DisplayNameRefusal.TooShort,
            > CharactersMax => DisplayNameRefusal.TooLong,
            _ => FaultOfMarks(text) ?? FaultOfWords(text),
        };
    }

    private static DisplayNameRefusal? FaultOfMarks(string text)
    {
        int marks = 0, marksMax = MarksMax;
        bool onLetter = false, onDotted = false;
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (!IsMark(rune))
            {
                (marks, marksMax) = (0, IsGreekOrHebrew(rune) ? MarksMaxGreekHebrew : MarksMax);
                (onLetter, onDotted) = (Rune.IsLetter(rune), IsSoftDotted(rune));
                continue;
            }
            if (!onLetter || (onDotted && rune.Value == 0x0307)) // COMBINING DOT ABOVE
                return DisplayNameRefusal.HiddenMark;
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark && ++marks > marksMax)
                return DisplayNameRefusal.TooManyMarks;
        }
        return null;
    }

    private static DisplayNameRefusal? FaultOfWords(string text)
    {
        if (!text.EnumerateRunes().Any(Rune.IsLetter))
            return DisplayNameRefusal.NoLetter;
        if (text[0] is '-' or '\'' or '.' || text.Zip(text.Skip(1)).Any(IsRepeatedPunctuation))
            return DisplayNameRefusal.Punctuation;
        if (!text.Split(' ', '-').All(ScriptMix.IsAllowed))
            return DisplayNameRefusal.MixedScripts;
        return ScriptMix.DigitsAgree(text) ? null : DisplayNameRefusal.MixedDigits;
    }

    // Every run of whole words, so that "The Editor", "e d i t o r" and "E.D.I.T.O.R." are all found.
    private static bool IsReserved(string text, IEnumerable<string> reserved)
    {
        var kept = reserved.Select(Confusables.BareSkeleton).Where(s => s.Length > 0).ToHashSet(StringComparer.Ordinal);
        var words = text.Split([' ', '-', '.', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Select(Confusables.BareSkeleton).ToArray();
        return Enumerable.Range(0, words.Length).Any(from =>
            Enumerable.Range(from + 1, words.Length - from).Any(to => kept.Contains(string.Concat(words[from..to]))));
    }

    private static bool IsPunctuation(Rune rune) => rune.Value is '-' or '\'' or '.';

    private static bool IsRepeatedPunctuation((char First, char Second) pair) =>
        pair.First == pair.Second && pair.First is ('-' or '\'' or '.');

    // Latin i, j and their Cyrillic twins lose their own dot under a dot above; dotless ones and l regain it.
    private static bool IsSoftDotted(Rune rune) =>
        rune.Value is 'i' or 'j' or 'l' or '\u0131' or '\u0237' or '\u0456' or '\u0458';

    private static bool IsGreekOrHebrew(Rune rune) =>
        ConfusableData.Scripts(rune) is { } scripts && (scripts.Contains("Grek") || scripts.Contains("Hebr"));

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    // Combining strokes and overlays: they make an "o" into something like "ø" that no search will find.
    private static bool IsStrikingMark(Rune rune) => rune.Value is >= 0x0334 and <= 0x0338;
}
