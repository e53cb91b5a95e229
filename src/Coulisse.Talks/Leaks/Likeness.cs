using System.Collections.Immutable;
using Coulisse.Talks.Words;

namespace Coulisse.Talks.Leaks;

/// <summary>
/// How like two texts are in their words, sentence by sentence. A sentence is taken as the set of the pieces of its
/// words: each run of letters and digits, folded as words are compared everywhere here, cut into all pieces of four, a
/// shorter one whole. The likeness of two sentences is the share of the smaller set that is in the larger. So case,
/// marks, spaces, vowel signs and the order of words change nothing, endings of words little, and no language is
/// preferred; what was said in other words or another language is not found. It says what is like, never how it came to
/// be.
/// </summary>
public sealed class Likeness
{
    /// <summary>From this share on two sentences are called like.</summary>
    public const double ShareMin = 0.6;

    /// <summary>A sentence of fewer pieces is said alike by anybody.</summary>
    public const int PiecesMin = 14;

    /// <summary>Of one sentence so many likenesses are told, the greatest.</summary>
    public const int LikeMax = 3;

    private readonly List<(int Said, string Text, int Pieces)> sentences = [];
    private readonly Dictionary<string, List<int>> sentencesWith = new(StringComparer.Ordinal);

    /// <summary>Takes up what was said, for the texts that are compared with it.</summary>
    /// <param name="said">Each by its place in this list.</param>
    public Likeness(IEnumerable<string> said)
    {
        ArgumentNullException.ThrowIfNull(said);
        foreach (var (place, text) in said.Index())
        {
            foreach (var sentence in Sentence.Of(text))
                Add(place, sentence.Text);
        }
    }

    /// <summary>What was said that is like this sentence: the likest first.</summary>
    public ImmutableArray<LikeWords> Of(string sentence)
    {
        var pieces = WordPieces.Of(sentence);
        if (pieces.Count < PiecesMin)
            return [];
        var shared = new Dictionary<int, int>();
        foreach (var place in pieces.SelectMany(piece => sentencesWith.GetValueOrDefault(piece) ?? []))
            shared[place] = shared.GetValueOrDefault(place) + 1;
        return
        [
            .. shared.Select(one => new LikeWords(sentences[one.Key].Said, sentences[one.Key].Text,
                    (double)one.Value / Math.Min(pieces.Count, sentences[one.Key].Pieces)))
                .Where(one => one.Share >= ShareMin)
                .OrderByDescending(one => one.Share).ThenBy(one => one.Said).DistinctBy(one => one.Said).Take(LikeMax),
        ];
    }

    private void Add(int said, string text)
    {
        var pieces = WordPieces.Of(text);
        if (pieces.Count < PiecesMin)
            return;
        foreach (var piece in pieces)
        {
            if (!sentencesWith.TryGetValue(piece, out var with))
                sentencesWith[piece] = with = [];
            with.Add(sentences.Count);
        }
        sentences.Add((said, text, pieces.Count));
    }
}
