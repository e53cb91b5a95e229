using System.Collections.Immutable;
using System.Globalization;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Transcripts;

namespace Coulisse.Talks.Caucus;

/// <summary>Remarks in their places: 1, 1.1, 1.2, 2 under each thing that they are about.</summary>
internal static class RemarkThreads
{
    // Deeper remarks stand beside the one that they answer.
    private const int DepthMax = 8;

    internal static ImmutableArray<RemarkView> Of(IEnumerable<Matter> matters)
    {
        var remarks = matters.Select(matter => (Matter: matter, Act: (TalkAct.RemarkMade)matter.Steps[0].Act))
            .ToArray();
        var ids = remarks.Select(remark => remark.Matter.Id).ToHashSet();
        var under = remarks.ToLookup(remark => remark.Act.Under);
        List<(ImmutableArray<int> Place, RemarkView View)> placed = [];
        foreach (var subject in remarks.Select(remark => remark.Act.Under).Where(id => !ids.Contains(id)).Distinct())
            Place(subject, under, placed);
        return [.. placed.OrderBy(one => one.View.Subject, MessageId.Order).ThenBy(one => one.Place, ByPlace)
            .Select(one => one.View)];
    }

    private static readonly IComparer<ImmutableArray<int>> ByPlace = Comparer<ImmutableArray<int>>.Create(
        (one, other) => one.AsSpan().SequenceCompareTo(other.AsSpan()));

    private static void Place(MessageId subject, ILookup<MessageId, (Matter Matter, TalkAct.RemarkMade Act)> under,
        List<(ImmutableArray<int>, RemarkView)> placed)
    {
        Dictionary<string, int> counts = [];
        Queue<(MessageId Of, ImmutableArray<int> Container)> next = new([(subject, [])]);
        while (next.TryDequeue(out var here))
        {
            foreach (var (matter, act) in under[here.Of])
            {
                var key = Number(here.Container);
                var count = counts[key] = counts.GetValueOrDefault(key) + 1;
                var place = here.Container.Add(count);
                placed.Add((place, View(matter, act, subject, Number(place))));
                next.Enqueue((matter.Id, place.Length < DepthMax ? place : here.Container));
            }
        }
    }

    private static RemarkView View(Matter matter, TalkAct.RemarkMade act, MessageId subject, string number) => new(
        matter.Id, number, subject, act.Under, matter.Opener, matter.Opening.Claimed, act.Text,
        [
            .. matter.Of<TalkAct.RemarkVoted>().GroupBy(vote => vote.Entry.Author.Id).OrderBy(votes => votes.Key.Value)
                .Select(votes => votes.Last()).Select(last => new RemarkVote(last.Entry.Author, last.Act.Value)),
        ]);

    private static string Number(ImmutableArray<int> place) =>
        string.Join('.', place.Select(one => one.ToString(CultureInfo.InvariantCulture)));
}
