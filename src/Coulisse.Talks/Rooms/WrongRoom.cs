using System.Collections.Immutable;
using System.Text;
using Coulisse.Talks.Words;

namespace Coulisse.Talks.Rooms;

/// <summary>Whether a draft belongs to another room that its author is in too: largely pasted from what was said
/// there, or from what is begun there.</summary>
public static class WrongRoom
{
    /// <summary>Letters and digits in a row that are compared; short enough for a sentence, long enough that two people
    /// seldom write the same.</summary>
    public const int ShingleLetters = 12;

    /// <summary>
    /// From this share of the draft on it is asked. A third: whoever quotes a sentence in an answer of their own does
    /// not get there, whoever pastes a message and writes a greeting around it does.
    /// </summary>
    public const double ShareMin = 1.0 / 3;

    /// <summary>Fewer letters than that are greetings and thanks, said alike in every room.</summary>
    public const int LettersMin = 24;

    /// <summary>The rooms to be asked about, the likeliest first; none if there is no doubt.</summary>
    /// <param name="draft">What is about to be sent.</param>
    /// <param name="into">The room into which it would go.</param>
    /// <param name="rooms">Every room its author is in, that one among them.</param>
    public static ImmutableArray<WrongRoomDoubt> Check(string draft, string into, IEnumerable<OtherRoom> rooms)
    {
        var all = rooms.ToArray();
        var shingles = Shingles(Letters(draft));
        // What was said in this room too is no secret here; what is only begun in it has not been said to anybody.
        var known = all.Where(room => room.Name == into).SelectMany(room => room.Said)
            .SelectMany(ShinglesOf).ToHashSet(StringComparer.Ordinal);
        var doubts = all.Where(room => room.Name != into)
            .Select(room => Likest(room, shingles, known) is var said && said.Share >= ShareMin ? said
                : new(room.Name, null, room.Begun.Select(begun => Begun(begun, draft, shingles, known))
                    .DefaultIfEmpty(0).Max()))
            .Where(doubt => doubt.Share >= ShareMin);
        return [.. doubts.OrderByDescending(doubt => doubt.Share).ThenBy(doubt => doubt.Room, StringComparer.Ordinal)];
    }

    private static WrongRoomDoubt Likest(OtherRoom room, HashSet<string> shingles, HashSet<string> known) =>
        room.Said.Select((said, place) => new WrongRoomDoubt(room.Name, place, ShareIn(said, shingles, known)))
            .OrderByDescending(doubt => doubt.Share).ThenBy(doubt => doubt.Place)
            .FirstOrDefault(new WrongRoomDoubt(room.Name, null, 0));

    // A draft that stands there word by word is that one, however short.
    private static double Begun(string begun, string draft, HashSet<string> shingles, HashSet<string> known) =>
        draft.Trim() is { Length: > 0 } words && begun.Trim() == words ? 1 : ShareIn(begun, shingles, known);

    private static double ShareIn(string said, HashSet<string> shingles, HashSet<string> known) =>
        shingles.Count == 0 ? 0
        : (double)ShinglesOf(said).Count(one => shingles.Contains(one) && !known.Contains(one)) / shingles.Count;

    private static HashSet<string> ShinglesOf(string said) => Shingles(Letters(said));

    private static HashSet<string> Shingles(string letters) => letters.Length < LettersMin ? []
        :
        [
            .. Enumerable.Range(0, letters.Length - ShingleLetters + 1)
                .Select(at => letters.Substring(at, ShingleLetters)),
        ];

    // Spaces, punctuation and marks are what pasting and correcting change first.
    private static string Letters(string text)
    {
        var letters = new StringBuilder();
        foreach (var rune in new FoldedText(text).Runes.Where(Rune.IsLetterOrDigit))
            letters.Append(rune);
        return letters.ToString();
    }
}
