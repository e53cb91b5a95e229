using Coulisse.Crypto.Codec;
using Coulisse.Station;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Invariants;

/// <summary>
/// I3 of what is said: a station says "taken" and "stored" of nothing that is not on its disk. I12: it calls stale only
/// what its own side has gone past, so that nobody else's commits silence it.
/// </summary>
internal sealed class Promises(Pair pair, IReadOnlyList<SimulatedDesk> desks, Logs logs)
{
    private readonly Dictionary<(Side, uint), SequenceSet> looked = [];

    internal void Made(SimulatedStation station, IEnumerable<StationEffect> effects)
    {
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case StationEffect.Answer answer:
                    Answered(station, desks[(int)answer.Ticket - 1], answer.Verdict);
                    break;
                case StationEffect.Exchange exchange:
                    Stored(station, exchange.Bundle);
                    break;
                case StationEffect.Reply reply:
                    Stored(station, reply.Bundle);
                    break;
                default:
                    break;
            }
        }
    }

    private void Answered(SimulatedStation station, SimulatedDesk desk, Verdict verdict)
    {
        if (!desk.Sent.TryGetValue((pair.Line, verdict.Number), out var bytes))
            return;
        var submission = WireValue.Decode<Submission>(bytes.Span);
        if (submission.Hash() != verdict.Submission)
            return; // of what was said at home, or of another state of the desk
        if (verdict.Kind is VerdictKind.Stale or VerdictKind.EpochTaken
            && submission.Envelopes.All(one => one.Epoch >= logs.FloorOf(station.Side, one.Room)))
            throw new ViolationException($"I12: {station.Side} calls stale what its own log has not gone past");
        if (verdict.Kind != VerdictKind.Taken)
            return;
        var entry = station.Disk.Find(pair.Line, station.Side, verdict.Place) is null ? null
            : logs.Of(station.Side, verdict.Place);
        if (entry is null || !submission.Envelopes.Select(one => one.Content).SequenceEqual(
            entry.Envelopes.Skip(verdict.Index).Take(submission.Envelopes.Count).Select(one => one.Content)))
            throw new ViolationException($"I3: {station.Side} says that {verdict.Place} is taken, and has not got it");
    }

    private void Stored(SimulatedStation station, Opaque bundle)
    {
        var key = pair.KeyOf(station.Side);
        var reading = BundleReading.Read(bundle.Span, pair.Line, station.Side, term => term == key.Term ? key : null);
        foreach (var said in reading.Standing?.Other ?? [])
        {
            var before = looked.GetValueOrDefault((station.Side, said.Incarnation)) ?? SequenceSet.Empty;
            foreach (var range in said.Stored.Ranges
                .SelectMany(range => before.MissingBetween(range.First, range.Last)))
            {
                for (var number = range.First; number <= range.Last; number++)
                {
                    if (station.Disk.Find(pair.Line, station.Side.Other(), new(said.Incarnation, number)) is null)
                        throw new ViolationException($"I3: {station.Side} says that it stored {number}, and has not");
                }
            }
            looked[(station.Side, said.Incarnation)] = before.Union(said.Stored);
        }
    }
}
