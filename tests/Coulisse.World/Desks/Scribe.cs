using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Station;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.World.Stations;

namespace Coulisse.World.Desks;

/// <summary>
/// A desk that encrypts nothing: it submits, reads and remembers, so that stations can be looked at by themselves. It
/// keeps everything, and sends a submission again until it has a last word on it.
/// </summary>
public sealed class Scribe
{
    private readonly SimulatedStation station;
    private readonly LineId line;
    private readonly Queue<WireList<Envelope>> toSay = new();
    private readonly Dictionary<(Side, EntryPlace), Opaque> read = [];
    private readonly Dictionary<(Side, uint), SequenceSet> processed = [];
    private Submission? waiting;
    private ulong number;
    private Opaque previous = Submission.Start;

    public Scribe(SimulatedStation station, LineId line, Opaque desk, ulong connection)
    {
        (this.station, this.line, Desk, Connection) = (station, line, desk, connection);
    }

    public Opaque Desk { get; }

    public ulong Connection { get; }

    /// <summary>What was taken: where the station says that it stands.</summary>
    public List<(Verdict Verdict, Submission Submission)> Taken { get; } = [];

    /// <summary>What was refused for good.</summary>
    public List<Verdict> Refused { get; } = [];

    /// <summary>Each entry that was given, by its place.</summary>
    public IReadOnlyDictionary<(Side Side, EntryPlace Place), Opaque> Read => read;

    public LineNews? News { get; private set; }

    public bool IsIdle => waiting is null && toSay.Count == 0;

    public void Say(params IEnumerable<Envelope> envelopes)
    {
        toSay.Enqueue(WireList.From(envelopes));
        Submit();
    }

    /// <summary>Comes, or comes back, to a station that runs.</summary>
    public void Come()
    {
        station.Happens(new StationEvent.DeskCame(Desk, Connection));
        station.Happens(new StationEvent.DeskReady(Connection, 64));
        Report();
        Submit();
    }

    public void Answered(Verdict verdict)
    {
        if (waiting is null || (verdict.Submission != waiting.Hash() && verdict.Kind != VerdictKind.NotStored))
            return; // the answer to a copy that was sent before
        if (!verdict.Kind.IsFinal())
            return; // asked again later
        if (verdict.Kind == VerdictKind.Taken)
            Taken.Add((verdict, waiting));
        else
            Refused.Add(verdict);
        (previous, waiting) = (waiting.Hash(), null);
        Submit();
    }

    public void Given(Delivery delivery)
    {
        station.Happens(new StationEvent.DeskReady(Connection, 1));
        if (delivery is Delivery.OfNews news)
            News = news.News;
        if (delivery is not Delivery.OfEntry given)
            return;
        var place = WireValue.Decode<Entry>(given.Entry.Span).Place;
        if (read.TryGetValue((given.Side, place), out var before) && before != given.Entry)
            throw new ViolationException($"I4: another entry at {place} of {given.Side}");
        read[(given.Side, place)] = given.Entry;
        var key = (given.Side, place.Incarnation);
        processed[key] = (processed.GetValueOrDefault(key) ?? SequenceSet.Empty).With(place.Sequence);
        Report();
    }

    /// <summary>Sends what waits for its last word again.</summary>
    public void Submit()
    {
        if (waiting is null && toSay.TryDequeue(out var next))
            waiting = new(line, Desk, ++number, previous, next);
        if (waiting is not null)
            station.Happens(new StationEvent.Submitted(Desk, Connection, WireValue.Encode(waiting)));
    }

    private void Report()
    {
        if (processed.Count > 0)
            station.Happens(new StationEvent.Reported(Desk, line,
                WireList.From(processed.Select(one => new LogReport(one.Key.Item1, one.Key.Item2, one.Value)))));
    }

    /// <summary>A hash of all it has read, to compare.</summary>
    public string Transcript() => Convert.ToHexString(SHA256.HashData(
        [.. read.OrderBy(one => one.Key.Item1).ThenBy(one => one.Key.Item2).SelectMany(one => one.Value.ToArray())]));
}
