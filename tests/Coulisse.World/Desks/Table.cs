using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Desk;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.World.Desks;

/// <summary>
/// Copies of a world's desks, with nothing between them: whatever one submits is taken, endorsed and given to all at
/// once, and so is whatever a member forges. For what honest desks and stations would never let through.
/// </summary>
public sealed class Table : IDisposable
{
    private const ulong Beyond = 1_000_000; // further than the world's logs had come

    private readonly Pair pair;
    private readonly Dictionary<SimulatedDesk, DeskCore> seats = [];
    private readonly Dictionary<SimulatedDesk, SimulatedVault> vaults = [];
    private readonly Dictionary<Side, EntryLink> last = [];
    private readonly Queue<Action> due = new();

    public Table(Pair pair, Seed seed, params IEnumerable<SimulatedDesk> desks)
    {
        this.pair = pair;
        foreach (var desk in desks)
            seats[desk] = Fresh(desk, vaults[desk] = desk.Vault.Copy(), seed);
        foreach (var side in (Side[])[Side.A, Side.B])
            last[side] = new(new(1, Beyond), Entry.HashOf(Opaque.CopyOf([(byte)side])));
    }

    /// <summary>Writes on where the logs of these stations end, so that whoever was let in can place what comes
    /// first.</summary>
    public void GoOnAfter(StationPair stations)
    {
        ArgumentNullException.ThrowIfNull(stations);
        foreach (var station in stations.Stations)
            last[station.Side] = last[station.Side] with { Place = new(1, station.Status.OwnLength) };
    }

    /// <summary>A copy of a desk, with a station that remembers of it what it holds.</summary>
    public static DeskCore Fresh(SimulatedDesk desk, SimulatedVault vault, Seed seed)
    {
        var core = new DeskCore(desk.Identity, vault.Open(), seed);
        core.Step(new DeskEvent.Opened(desk.Witness), Cast.FirstDay);
        core.Step(new DeskEvent.Given(new Delivery.OfDesk(desk.Identity.Line, StandingOf(core))), Cast.FirstDay);
        return core;
    }

    /// <summary>What a station remembers of a desk from which it has had everything.</summary>
    public static DeskStanding StandingOf(DeskCore core)
    {
        ArgumentNullException.ThrowIfNull(core);
        return core.Standing;
    }

    /// <summary>What desks submit is taken, and given to nobody, if it is of this kind.</summary>
    public EnvelopeKind? Withholds { get; set; }

    /// <summary>What a station makes of an envelope before anybody is given it; null if it leaves all as they
    /// are.</summary>
    public Func<Envelope, Envelope>? Alters { get; set; }

    /// <summary>With which key a side's station endorses; null: with its own.</summary>
    public Func<Side, SignaturePrivateKey>? Endorses { get; set; }

    /// <summary>The desk whose station keeps everything from it; null if none does.</summary>
    public SimulatedDesk? KeepsFrom { get; set; }

    /// <summary>Every alarm and refusal since the beginning.</summary>
    public List<DeskEffect> Screen { get; } = [];

    /// <summary>All entries since the beginning, as desks are given them.</summary>
    public List<DeskEvent> Written { get; } = [];

    public DeskCore Of(SimulatedDesk desk) => seats[desk];

    /// <summary>The disk of a copy.</summary>
    public SimulatedVault VaultOf(SimulatedDesk desk) => vaults[desk];

    /// <summary>Lets something happen at a desk, and everything that follows from it.</summary>
    public void Do(SimulatedDesk desk, DeskEvent happened)
    {
        Step(desk, happened);
        while (due.TryDequeue(out var next))
            next();
    }

    /// <summary>Gives all desks one entry of a side's log.</summary>
    public void Give(Side side, params IEnumerable<Envelope> envelopes)
    {
        Write(side, envelopes);
        while (due.TryDequeue(out var next))
            next();
    }

    /// <summary>What a desk submitted some time ago reaches its station now, and gets this word.</summary>
    public void Answer(SimulatedDesk desk, DeskEffect.Submit sent, VerdictKind kind)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(sent);
        var submission = WireValue.Decode<Submission>(sent.Submission.Span);
        var place = kind == VerdictKind.Taken ? Write(desk.Identity.Side, submission.Envelopes) : EntryPlace.None;
        Do(desk, new DeskEvent.Answered(new(submission.Number, submission.Hash(), kind, place, Index: 0)));
    }

    public void Dispose()
    {
        foreach (var core in seats.Values)
            core.Dispose();
    }

    private void Step(SimulatedDesk desk, DeskEvent happened)
    {
        foreach (var effect in seats[desk].Step(happened, Cast.FirstDay))
        {
            if (effect is DeskEffect.Submit submit)
                due.Enqueue(() => Take(desk, submit.Submission));
            else if (effect is DeskEffect.Alarm or DeskEffect.Refused)
                Screen.Add(effect);
        }
    }

    private void Take(SimulatedDesk desk, Opaque bytes)
    {
        var submission = WireValue.Decode<Submission>(bytes.Span);
        var place = submission.Envelopes.All(one => one.Kind == Withholds) ? last[desk.Identity.Side].Place
            : Write(desk.Identity.Side, submission.Envelopes);
        Step(desk, new DeskEvent.Answered(
            new(submission.Number, submission.Hash(), VerdictKind.Taken, place, Index: 0)));
    }

    private EntryPlace Write(Side side, IEnumerable<Envelope> envelopes)
    {
        var endorsed = envelopes.Select(one => Alters?.Invoke(one) ?? one).Select(one => one.Kind.IsEndorsed()
            ? Endorsement.Give(one, pair.Line, side, Endorses?.Invoke(side) ?? pair.PartyOf(side).Endorsement) : one);
        var place = new EntryPlace(1, last[side].Place.Sequence + 1);
        var entry = WireValue.Encode(new Entry(pair.Line, side, place, last[side], WireList.From(endorsed)));
        last[side] = new(place, Entry.HashOf(entry));
        var given = new DeskEvent.Given(new Delivery.OfEntry(pair.Line, side, entry));
        Written.Add(given);
        foreach (var desk in seats.Keys.Where(desk => desk != KeepsFrom))
            due.Enqueue(() => Step(desk, given));
        return place;
    }
}
