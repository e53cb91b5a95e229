using System.Collections.Immutable;
using Coulisse.Talks.Leaks;
using Coulisse.Talks.Words;

namespace Coulisse.Talks.Told;

/// <summary>
/// What one side has said on one subject in several places, side by side: sentences that are like each other stand in
/// one row, and in each the words are marked that stand in no other of its row. It shows where words differ; whether
/// the difference matters, people say.
/// </summary>
public static class SideBySide
{
    /// <summary>From this likeness on two sentences stand in one row; less than for a report, since it is asked what
    /// differs.</summary>
    public const double ShareMin = 0.4;

    /// <summary>The rows, in the order in which their first sentences were said; of each place at most one sentence a
    /// row.</summary>
    /// <param name="places">What was said in each place, in order.</param>
    /// <param name="subject">The subject.</param>
    public static ImmutableArray<ToldRow> Of(
        IReadOnlyList<IReadOnlyList<ToldText>> places, SubjectWords subject)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(subject);
        var rows = new List<List<ToldSentence>>();
        for (var place = 0; place < places.Count; place++)
        {
            foreach (var sentence in places[place].SelectMany(text => Sentence.Of(text.Words)
                .Where(one => subject.AreIn(one.Text))
                .Select(one => new ToldSentence(place, text.Number, one.Text, []))))
                Place(rows, sentence);
        }
        return [.. rows.Select(row => new ToldRow([.. row.Select(one => one with { Marked = Marked(one, row) })]))];
    }

    private static void Place(List<List<ToldSentence>> rows, ToldSentence sentence)
    {
        var likest = rows.Where(row => row.All(one => one.Place != sentence.Place))
            .Select(row => (Row: row, Share: row.Max(one => WordPieces.Share(one.Text, sentence.Text))))
            .Where(one => one.Share >= ShareMin).OrderByDescending(one => one.Share).FirstOrDefault();
        if (likest.Row is { } row)
            row.Add(sentence);
        else
            rows.Add([sentence]);
    }

    // A sentence that stands alone differs from nothing: that it is said only there is what the row shows.
    private static ImmutableArray<string> Marked(ToldSentence sentence, List<ToldSentence> row)
    {
        if (row.Count == 1)
            return [];
        var others = row.Where(one => one != sentence).SelectMany(one => WordPieces.Words(one.Text))
            .Select(word => word.Folded).ToHashSet(StringComparer.Ordinal);
        return [.. WordPieces.Words(sentence.Text).Where(word => !others.Contains(word.Folded))
            .Select(word => word.Written).Distinct()];
    }
}
