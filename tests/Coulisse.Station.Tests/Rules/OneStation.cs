using Coulisse.Crypto.Codec;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.Station.Tests.Rules;

/// <summary>The station of side A by itself; the test writes what the other side would.</summary>
public sealed class OneStation : IDisposable
{
    private readonly Pair pair = new(new Seed(5));
    private readonly LineWindow window;
    private readonly Seed random = new(6);
    private StationCore core;
    private TimeSpan now;
    private ulong tickets;
    private ulong numbers;
    private StationLife heard = StationLife.First; // of this station, as the other side knows

    public OneStation(LineWindow? window = null)
    {
        this.window = window ?? LineWindow.Usual;
        core = Started();
        foreach (var desk in Desks)
            Run(new StationEvent.DeskEnrolled(Line, desk.Id));
    }

    public static RoomId Room { get; } = new(Opaque.CopyOf([9]));

    public SimulatedDisk Disk { get; } = new();

    public IReadOnlyList<DeskInATest> Desks { get; } = [new(1), new(2)];

    public LineId Line => pair.Line;

    /// <summary>What the clock on the wall says when the station begins.</summary>
    public static readonly DateTimeOffset FirstDay = new(2031, 5, 4, 6, 0, 0, TimeSpan.Zero);

    public LineStatus Status => core.StatusOf(Line)!;

    public static Envelope Message(ulong epoch, Precedence precedence = Precedence.Routine) =>
        new(EnvelopeKind.Message, precedence, Room, epoch, Opaque.CopyOf([1, 2, 3]), Opaque.Empty);

    public static Envelope Handshake(EnvelopeKind kind, ulong epoch) => Message(epoch) with { Kind = kind };

    public IReadOnlyList<StationEffect> Run(params StationEvent[] events) => core.Run(events, new(now, FirstDay + now));

    public void Wait(TimeSpan time) => now += time;

    /// <summary>A process that starts from the disk.</summary>
    public void Restart() => core = Started();

    /// <summary>What the station answers to the desk's next submission.</summary>
    public VerdictKind Submit(DeskInATest desk, params Envelope[] envelopes) => Submit(desk.Next(Line, envelopes));

    public VerdictKind Submit(Submission submission)
    {
        var answer = Run(new StationEvent.Submitted(submission.Desk, ++tickets, WireValue.Encode(submission)))
            .OfType<StationEffect.Answer>().Single();
        Assert.Equal(tickets, answer.Ticket);
        if (answer.Verdict.Kind.IsFinal())
            Desks.Single(desk => desk.Id == submission.Desk).Decided(submission);
        return answer.Verdict.Kind;
    }

    /// <summary>What the station replies to a bundle of the other side.</summary>
    public BundleReading Receive(Standing standing, params Entry[] entries) => Receive(standing, entries, []);

    private BundleReading Receive(Standing standing, Entry[] entries, Opaque[] returned)
    {
        var bundle = new BundleWriter(pair.KeyOf(Side.B), standing, LineLimits.BundleBytesMax);
        foreach (var bytes in entries.Select(entry => WireValue.Encode(entry)).Concat(returned))
            Assert.True(bundle.TryAdd(bytes, Entry.HashOf(bytes)));
        var reply = Run(new StationEvent.BundleCame(Line, ++tickets, bundle.Finish()))
            .OfType<StationEffect.Reply>().Single();
        var reading = BundleReading.Read(reply.Bundle.Span, Line, Side.A, _ => pair.KeyOf(Side.B));
        heard = reading.Standing!.Memory.Own;
        return reading;
    }

    /// <summary>What a desk that comes now is told of the line.</summary>
    public LineNews News(DeskInATest desk) =>
        Given(desk).OfType<Delivery.OfNews>().Single(one => one.Line == Line).News;

    /// <summary>All that a desk that comes now is given.</summary>
    public IReadOnlyList<Delivery> Given(DeskInATest desk)
    {
        var connection = ++tickets;
        return [.. Run(new StationEvent.DeskCame(desk.Id, connection), new StationEvent.DeskReady(connection, 8_192))
            .OfType<StationEffect.Give>().Where(give => give.Connection == connection).Select(give => give.Delivery)];
    }

    public BundleReading Receive(params Entry[] entries) => Receive(Standing(), entries);

    /// <summary>What the other side says of itself; nothing, unless told.</summary>
    public Standing Standing(ulong stored = 0, ulong processed = 0, params WireList<EntryLink> held) => new(Line,
        Side.B, ++numbers, [], stored == 0 ? [] : [new(1, Up(stored), Up(processed))], [], LineWindow.Usual,
        StationMemory.None with { Other = heard, Held = held }, []);

    /// <summary>The other side hears this station's life, and says what it holds.</summary>
    public BundleReading Hears(ulong stored = 0, params WireList<EntryLink> held)
    {
        Receive(Standing());
        return Receive(Standing(stored, 0, held));
    }

    /// <summary>The other side gives entries of this station's own log back.</summary>
    public BundleReading Return(params Opaque[] entries) => Receive(Standing(), [], entries);

    /// <summary>A desk gives back what it keeps, and says what it remembers.</summary>
    public void Offer(DeskInATest desk, EntryLink own, params DeskOffer[] offers) =>
        Offer(desk, desk.Remembers(own), offers);

    public void Offer(DeskInATest desk, DeskMemory memory, params DeskOffer[] offers) =>
        Run([.. offers.Append(new DeskOffer.OfMemory(memory)).Select(offer => new StationEvent.Offered(
            desk.Id, Line, offer, WireValue.Encode(offer).Length))]);

    /// <summary>An entry of this station's log.</summary>
    public KeptEntry Own(ulong number, uint incarnation = 1) =>
        Disk.Open().Entry(Line, Side.A, new(incarnation, number))!;

    /// <summary>Its file is put back to a copy, and a person says so.</summary>
    public void PutBack(SimulatedDisk copy)
    {
        Disk.Become(copy);
        Restart();
        Run(new StationEvent.Restored(Line));
    }

    /// <summary>An entry of this station's log that the other station invents.</summary>
    public Opaque Forged(EntryLink after, params Envelope[] envelopes) => WireValue.Encode(new Entry(Line, Side.A,
        after.Place == EntryPlace.None ? new(1, 1) : after.Place.Next, after, WireList.From(envelopes)));

    /// <summary>The next entry of the other side.</summary>
    public Entry Written(Entry? after, params Envelope[] envelopes) => new(Line, Side.B,
        after is null ? new(1, 1) : after.Place.Next,
        after is null ? EntryLink.Start : new(after.Place, Entry.HashOf(WireValue.Encode(after))),
        WireList.From(envelopes.Select(envelope => envelope.Kind.IsEndorsed()
            ? Endorsement.Give(envelope, Line, Side.B, pair.B.Endorsement) : envelope)));

    public void Report(DeskInATest desk, Side side, ulong processed) => Run(new StationEvent.Reported(desk.Id, Line,
        [new(side, 1, Up(processed))]));

    public void Dispose() => pair.Dispose();

    private StationCore Started() => new(Disk.Open(), [pair.TermsOf(Side.A)], window, random);

    private static SequenceSet Up(ulong to) =>
        to == 0 ? SequenceSet.Empty : SequenceSet.Of(new SequenceRange(1, to));
}

/// <summary>A desk that numbers its submissions.</summary>
public sealed class DeskInATest(byte id)
{
    private ulong number;
    private Opaque last = Submission.Start;

    public Opaque Id { get; } = Opaque.CopyOf(Enumerable.Repeat(id, 16).ToArray());

    public ulong Number => number;

    public DeskMemory Remembers(EntryLink own) => new(number, last, own, [], []);

    public Submission Next(LineId line, params Envelope[] envelopes) =>
        new(line, Id, number + 1, last, WireList.From(envelopes));

    public void Decided(Submission submission)
    {
        if (submission.Number == number + 1)
            (number, last) = (submission.Number, submission.Hash());
    }
}
