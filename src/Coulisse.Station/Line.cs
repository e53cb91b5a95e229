using Coulisse.Crypto.Codec;
using Coulisse.Station.Dispatch;
using Coulisse.Station.Intake;
using Coulisse.Station.Log;
using Coulisse.Station.Rooms;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station;

/// <summary>
/// One line as one of its two stations sees it. What is written between two commits of the store becomes durable with
/// <see cref="Close"/> and the commit after it; what leaves is made after that.
/// </summary>
/// <remarks><code>
/// desk ──> Submit ──> OwnLog ──┐                        ┌──> Bundle ──> other station
///                              Close ── store commits ──┤
/// other station ──> Receive ──> OtherLog ──────────────┘──> DeskStream ──> desks
/// </code></remarks>
internal sealed class Line
{
    private const ulong NumbersReserved = 1_000; // standings made before their number is written down again

    private readonly LineTerms terms;
    private readonly LineWindow window;
    private readonly IStationStore store;
    private readonly OwnLog own;
    private readonly OtherLog other;
    private readonly RoomLedger rooms;
    private readonly Restore restore;
    private LineFacts facts;
    private ulong number;
    private ulong otherStanding;
    private bool isFull;
    private ulong news;

    internal Line(LineTerms terms, LineWindow window, IStationStore store)
    {
        (this.terms, this.window, this.store) = (terms, window, store);
        facts = store.Facts(terms.Id) ?? LineFacts.Empty;
        own = new(store, terms.Id, terms.Own, facts);
        other = new(store, terms.Id, terms.Own.Other(), window, facts);
        rooms = new(store, terms.Id);
        Desks = new(store, terms.Id);
        Entries = new(store, terms.Id);
        restore = new(own, Desks, terms.Own, facts.IsRestoring);
        (number, isFull) = (facts.StandingNumber, facts.IsFull);
        (OtherHas, OtherWindow, Freeze) = (facts.OtherHas, facts.OtherWindow, facts.Freeze);
    }

    internal LineId Id => terms.Id;

    internal Side Side => terms.Own;

    internal bool Calls => terms.Calls;

    internal DeskRoll Desks { get; }

    internal OwnLog Own => own;

    internal OtherLog Other => other;

    /// <summary>What of the own log the other side said it has.</summary>
    internal WireList<LogProgress> OtherHas { get; private set; }

    internal LineWindow OtherWindow { get; private set; }

    internal Freeze? Freeze { get; private set; }

    /// <summary>Whether nothing is written because the file may be an old copy.</summary>
    internal bool IsRestoring => restore.IsOn;

    /// <summary>Rises when a standing would say something new.</summary>
    internal ulong ToTell { get; private set; }

    internal Contact Contact { get; } = new();

    /// <summary>Rises when desks would be told something new.</summary>
    internal ulong News => news + Contact.Changes + restore.Changes + Entries.Damaged;

    /// <summary>Entries with their bodies, to be given.</summary>
    internal WholeEntries Entries { get; }

    /// <summary>Takes a submission or refuses it; the answer holds once the store has committed.</summary>
    internal Verdict Submit(DeskRow desk, Submission submission)
    {
        var hash = submission.Hash();
        if (store.Verdict(Id, desk.Desk, submission.Number) is { } known)
            return known.Submission == hash ? known : Said(VerdictKind.NotTheSuccessor);
        var kind = Freeze is not null ? VerdictKind.Frozen : restore.Decide(desk, submission, rooms, OtherHas);
        if (kind == VerdictKind.Taken && !own.HasRoomFor(submission.Envelopes, OtherHas, OtherWindow, window.BytesMax))
            kind = VerdictKind.WindowFull;
        if (!kind.IsFinal())
            return Said(kind);
        var verdict = kind == VerdictKind.Taken ? Write(submission, hash) : Said(kind);
        store.AddVerdict(Id, desk.Desk, verdict);
        Desks.Decided(desk, submission.Number, hash);
        return verdict;

        Verdict Said(VerdictKind said) => new(submission.Number, hash, said, EntryPlace.None, 0);
    }

    /// <summary>Joins a desk's report, and drops what nobody needs any more.</summary>
    internal void Report(DeskRow desk, IEnumerable<LogReport> reports)
    {
        foreach (var report in reports)
            Desks.Report(Desks.Of(desk.Desk) ?? desk, report);
        restore.Reported(desk.Desk);
        Settle();
    }

    /// <summary>The file is, or may be, an old copy: nothing is written until it is known that nothing is missing.
    /// A freeze for the same reason, which stops reading too, becomes this.</summary>
    internal void Restored()
    {
        if (Freeze is { Reason: FreezeReason.OwnLogIsOld })
            Freeze = null;
        restore.Begin();
    }

    /// <summary>Puts a desk on the line, or cuts it off; what is waited for changes with it.</summary>
    internal void Enrol(Opaque desk) => Desks.Enrol(desk);

    internal void CutOff(Opaque desk)
    {
        Desks.CutOff(desk);
        Settle();
    }

    /// <summary>Takes what is authentic of a bundle; tells whether anything was.</summary>
    internal bool Receive(ReadOnlySpan<byte> bundle)
    {
        var reading = BundleReading.Read(bundle, Id, Side.Other(), terms.KeyOf);
        foreach (var entry in reading.Entries)
            Take(entry);
        if (reading.Standing is { } standing)
            Take(standing);
        return reading.Standing is not null || reading.Entries.Count > 0;
    }

    /// <summary>Writes what is open; the store's commit comes next.</summary>
    internal void Close()
    {
        if (own.Close())
            ToTell++;
        var isReserved = number + (NumbersReserved / 2) <= facts.StandingNumber;
        var next = facts with
        {
            StandingNumber = isReserved ? facts.StandingNumber : number + NumbersReserved,
            OwnHeads = own.Heads,
            Other = other.Progress,
            OtherHeads = other.Heads,
            OtherHas = OtherHas,
            OtherWindow = OtherWindow,
            Held = other.Held,
            IsFull = isFull,
            Freeze = Freeze,
            OwnIncarnation = own.Incarnation,
            IsRestoring = restore.IsOn,
            OwnHeld = own.Held,
        };
        if (next == facts)
            return;
        facts = next;
        store.KeepFacts(Id, next);
    }

    /// <summary>What is to be told now. Only after the commit.</summary>
    internal Standing Standing() => new(Id, Side, ++number, own.Heads, other.Progress, rooms.NextToTell(),
        window with { IsFull = isFull });

    internal LineKey Key => terms.Present;

    internal LineNews NewsForDesks() => new(OtherHas, rooms.OtherFloors(), other.Missing, Freeze is not null,
        Contact.Is, restore.IsOn, Entries.Damaged);

    private Verdict Write(Submission submission, Opaque hash)
    {
        var envelopes = submission.Envelopes.Select(envelope => envelope.Kind.IsEndorsed()
            ? Endorsement.Give(envelope, Id, Side, terms.Endorsement) : envelope).ToList();
        var (place, index) = own.Append(envelopes, Rank.Of(envelopes));
        foreach (var envelope in envelopes)
            rooms.Wrote(envelope);
        return new(submission.Number, hash, VerdictKind.Taken, place, index);
    }

    private void Take(VerifiedEntry entry)
    {
        if (Freeze is not null)
            return;
        switch (other.Take(entry))
        {
            case Arrival.Stored:
                foreach (var envelope in entry.Entry.Envelopes)
                    Arrived(envelope);
                (isFull, ToTell, news) = (false, ToTell + 1, news + 1);
                break;
            case Arrival.NoRoom when !isFull:
                (isFull, ToTell) = (true, ToTell + 1);
                break;
            case Arrival.Contradicts contradiction:
                (Freeze, news) = (contradiction.Freeze, news + 1);
                break;
            default:
                break; // known already, or said already that there is no room
        }
    }

    private void Arrived(Envelope envelope)
    {
        if (envelope.Kind.IsEndorsed() && Endorsement.IsGood(envelope, Id, Side.Other(), terms.OtherEndorsement))
            rooms.Arrived(envelope);
    }

    private void Take(Standing standing)
    {
        if (Freeze is not null)
            return;
        Freeze = other.TakeHeads(standing) ?? restore.Heard(standing);
        var joined = WireList.From(OtherHas.Join(standing.Other));
        if (Freeze is not null || !joined.Equals(OtherHas))
            news++;
        if (Freeze is not null)
            return;
        OtherHas = joined;
        if (rooms.Told(standing.Floors))
            news++;
        if (standing.Number > otherStanding)
            (otherStanding, OtherWindow) = (standing.Number, standing.Window);
        Settle();
    }

    // A body goes when the other station has stored it, the other side's desks and all own ones have processed it.
    private void Settle()
    {
        foreach (var progress in other.Progress)
        {
            var byAll = Desks.ProcessedByAll(Side.Other(), progress.Incarnation);
            if (other.MarkProcessed(progress.Incarnation, byAll))
                ToTell++;
        }
        foreach (var said in OtherHas)
        {
            var byAll = Desks.ProcessedByAll(Side, said.Incarnation);
            own.Drop(said.Incarnation, said.Stored.Intersect(said.Processed).Intersect(byAll));
        }
    }
}
