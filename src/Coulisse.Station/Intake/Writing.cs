using Coulisse.Crypto.Codec;
using Coulisse.Station.Log;
using Coulisse.Station.Rooms;
using Coulisse.Station.Storage;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Intake;

/// <summary>Writes submissions into the own log, each with its verdict.</summary>
internal sealed class Writing(IStationStore store, LogTerms terms, OwnLog own, RoomLedger rooms, DeskRoll desks)
{
    private const int EntriesSearched = 1_024; // in which one that waits for its verdict may stand

    /// <summary>Takes it as it is; what has an epoch moves its room.</summary>
    internal Verdict Write(Submission submission, Opaque hash)
    {
        var envelopes = submission.Envelopes.Select(envelope => envelope.Kind.IsEndorsed()
            ? Endorsement.Give(envelope, terms.Id, terms.Own, terms.Endorsement) : envelope).ToList();
        var (place, index) = own.Append(envelopes, Rank.Of(envelopes));
        foreach (var envelope in envelopes)
            rooms.Wrote(envelope);
        return new(submission.Number, hash, VerdictKind.Taken, place, index);
    }

    /// <summary>What a restored station was offered, and no entry holds: again, in the order in which it was taken
    /// before. What an entry holds has its verdict by that.</summary>
    internal void WriteAgain(Offered offered)
    {
        foreach (var (place, index, desk, submission) in offered.Taken)
        {
            if (store.Verdict(terms.Id, desk, submission.Number) is not null)
                continue;
            var hash = submission.Hash();
            var kind = SubmissionRules.Epochs(submission.Envelopes, rooms);
            if (own.Has(place))
                Keep(desk, new(submission.Number, hash, VerdictKind.Taken, place, index));
            else if (kind.IsFinal())
                Keep(desk, kind == VerdictKind.Taken ? Write(submission, hash)
                    : new(submission.Number, hash, kind, EntryPlace.None, 0));
        }
        foreach (var (submission, hash) in offered.InFlight)
        {
            if (desks.Of(submission.Desk) is { } desk && submission.Number == desk.Number + 1
                && submission.Previous == desk.Last && Find(submission) is var (place, index))
                Decide(desk, new(submission.Number, hash, VerdictKind.Taken, place, index));
        }
    }

    /// <summary>Keeps the last word on a desk's next submission.</summary>
    internal void Decide(DeskRow desk, Verdict verdict)
    {
        Keep(desk.Desk, verdict);
        desks.Decided(desk, verdict.Number, verdict.Submission);
    }

    private void Keep(Opaque desk, Verdict verdict) => store.AddVerdict(terms.Id, desk, verdict);

    private (EntryPlace Place, ushort Index)? Find(Submission submission)
    {
        var at = own.Head;
        for (var count = 0; count < EntriesSearched
            && store.Entry(terms.Id, terms.Own, at.Place) is { Body.Length: > 0 } kept; count++, at = kept.Follows)
        {
            var entry = Wire.Codec.WireValue.Decode<Entry>(kept.Body.Span);
            if (submission.IndexIn(entry) is { } index)
                return (kept.Link.Place, index);
        }
        return null;
    }
}
