using Coulisse.Talks.Parties;

namespace Coulisse.Talks.Transcripts;

/// <summary>
/// Which message was written by somebody who had seen which other. It is what the authors said themselves of the heads
/// they had seen, so it is the same on both sides, and no clock is asked.
/// </summary>
internal sealed class Causality
{
    private readonly Dictionary<MessageId, Dictionary<DelegateId, ulong>> seen = [];

    /// <param name="entries">All messages: what an author had seen shows in each.</param>
    /// <param name="isSought">Of which of them it will be asked.</param>
    internal Causality(IEnumerable<TranscriptEntry> entries, Func<TranscriptEntry, bool> isSought)
    {
        foreach (var author in entries.GroupBy(entry => entry.Author.Id))
        {
            Dictionary<DelegateId, ulong> soFar = [];
            foreach (var entry in author.OrderBy(entry => entry.Number).ThenBy(entry => entry.Id, MessageId.Order))
            {
                // What was seen stays seen, so that nobody unsees an answer.
                foreach (var head in entry.Seen)
                    soFar[head.Author] = Math.Max(head.Number, soFar.GetValueOrDefault(head.Author));
                soFar[author.Key] = entry.Number;
                if (isSought(entry))
                    seen[entry.Id] = new(soFar);
            }
        }
    }

    /// <summary>The author of the later had seen the earlier. Two that claim it of each other had not.</summary>
    internal bool IsBefore(TranscriptEntry earlier, TranscriptEntry later) =>
        Covers(later, earlier) && !Covers(earlier, later);

    /// <summary>Nothing before what its author had seen; the same order whatever came when.</summary>
    internal IEnumerable<TranscriptEntry> InOrder(IEnumerable<TranscriptEntry> entries) => entries
        .OrderBy(entry => seen[entry.Id].Values.Aggregate(UInt128.Zero, (sum, number) => sum + number))
        .ThenBy(entry => entry.Id, MessageId.Order);

    private bool Covers(TranscriptEntry later, TranscriptEntry earlier) =>
        earlier.Id != later.Id && seen[later.Id].GetValueOrDefault(earlier.Author.Id) >= earlier.Number;
}
