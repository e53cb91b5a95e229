using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
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
    private readonly TheirWord theirs;
    private readonly Writing writing;
    private readonly Recovery recovery;
    private readonly Bodies bodies;
    private LineFacts facts;
    private ulong number;
    private readonly Fullness fullness;
    private ulong news;
    private ulong toTell;

    internal Line(LineTerms terms, LineWindow window, IStationStore store, IRandomSource random, RestoreRules rules)
    {
        (this.terms, this.window, this.store) = (terms, window, store);
        facts = store.Facts(terms.Id) ?? LineFacts.Empty;
        own = new(store, terms.Id, terms.Own, facts);
        other = new(store, terms.Id, terms.Own.Other(), window, facts);
        rooms = new(store, terms.Id);
        Desks = new(store, terms.Id);
        Entries = new(store, terms.Id);
        theirs = new(facts);
        writing = new(store, terms, own, rooms, Desks);
        recovery = new(store, terms, random, facts, own, Desks, rooms, theirs, writing, window.BytesMax, rules);
        bodies = new(terms.Own, own, other, Desks, theirs);
        fullness = new(bodies, facts.IsFull);
        (number, Freeze) = (facts.StandingNumber, facts.Freeze);
    }

    internal LineId Id => terms.Id;
    internal Side Side => terms.Own;
    internal bool Calls => terms.Calls;

    internal DeskRoll Desks { get; }

    internal OwnLog Own => own;
    internal OtherLog Other => other;

    /// <summary>What of the own log the other side said it has.</summary>
    internal WireList<LogProgress> OtherHas => theirs.Has;

    internal Standing? Theirs => theirs.Latest;

    internal Freeze? Freeze { get; private set; }

    internal bool IsRestoring => recovery.Restore.IsOn;

    /// <summary>While it is: how many own entries are missing, and how many own desks are waited for.</summary>
    internal (ulong Entries, uint Desks) Awaits => (recovery.Restore.Lost, recovery.Restore.Awaited);

    internal Contact Contact { get; } = new();

    /// <summary>Rises when a standing would say something new.</summary>
    internal ulong ToTell => toTell + recovery.Changes;

    /// <summary>Rises when desks would be told something new.</summary>
    internal ulong News => news + Contact.Changes + recovery.Changes + Entries.Damaged + fullness.Changes;

    /// <summary>Entries with their bodies, to be given.</summary>
    internal WholeEntries Entries { get; }

    /// <summary>Takes a submission or refuses it; the answer holds once the store has committed.</summary>
    internal Verdict Submit(DeskRow desk, Submission submission)
    {
        var hash = submission.Hash();
        if (store.Verdict(Id, desk.Desk, submission.Number) is { } known)
            return known.Submission == hash ? known : Said(VerdictKind.NotTheSuccessor);
        var kind = Freeze is not null ? VerdictKind.Frozen : recovery.Restore.Decide(desk, submission, rooms);
        if (kind == VerdictKind.Taken && !own.HasRoomFor(submission.Envelopes, bodies.Unneeded, theirs.Window,
            window.BytesMax))
            kind = VerdictKind.WindowFull;
        fullness.Answered(kind, submission.Envelopes);
        if (!kind.IsFinal())
            return Said(kind);
        var verdict = kind == VerdictKind.Taken ? writing.Write(submission, hash) : Said(kind);
        writing.Decide(desk, verdict);
        return verdict;

        Verdict Said(VerdictKind said) => new(submission.Number, hash, said, EntryPlace.None, 0);
    }

    /// <summary>Joins a desk's report, and drops what nobody needs any more.</summary>
    internal void Report(DeskRow desk, IEnumerable<LogReport> reports)
    {
        foreach (var report in reports)
            Desks.Report(Desks.Of(desk.Desk) ?? desk, report);
        recovery.Restore.Reported(desk.Desk);
        Settle();
    }

    /// <summary>The file may be an old copy. A freeze for that reason, which stops reading too, becomes this.</summary>
    internal void Restored()
    {
        if (Freeze is { Reason: FreezeReason.OwnLogIsOld })
            Freeze = null;
        recovery.Restore.Begin();
    }

    /// <summary>A person gives up what a restore has not brought back.</summary>
    internal void GiveUp()
    {
        recovery.Restore.GiveUp();
        Settle();
    }

    /// <summary>Takes what a desk gives back to a restored station.</summary>
    internal void Offer(DeskRow desk, DeskOffer offer, int bytes)
    {
        if (!desk.IsCutOff && Freeze is null)
            Froze(recovery.Offer(desk, offer, bytes));
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
        if (Freeze is null)
            Froze(recovery.Return(reading.Returned));
        return reading.Standing is not null || reading.Entries.Count + reading.Returned.Count > 0;
    }

    /// <summary>Writes what is open; the store's commit comes next.</summary>
    internal void Close()
    {
        toTell += own.Close() ? 1UL : 0;
        var isReserved = number + (NumbersReserved / 2) <= facts.StandingNumber;
        var next = recovery.Into(theirs.Into(other.Into(own.Into(facts with
        {
            StandingNumber = isReserved ? facts.StandingNumber : number + NumbersReserved,
            IsFull = fullness.IsOther,
            Freeze = Freeze,
        }))));
        if (next == facts)
            return;
        facts = next;
        store.KeepFacts(Id, next);
    }

    /// <summary>What is to be told now. Only after the commit.</summary>
    internal Standing Standing() => new(Id, Side, ++number, own.Heads, other.Progress, rooms.NextToTell(),
        window with { IsFull = fullness.IsOther }, new(recovery.Lives.Own, recovery.Lives.Other, recovery.Restore.IsOn,
        other.Highest, bodies.ReadByOwn));

    internal LineKey Key => terms.Present;

    internal LineNews NewsForDesks() => new(OtherHas, rooms.OtherFloors(), other.Missing, Freeze is not null,
        Contact.Is, recovery.GivenUp, IsRestoring, Entries.Damaged, Awaits.Entries, Awaits.Desks, fullness.IsOwn,
        fullness.IsOther, fullness.Behind);

    private void Take(VerifiedEntry entry)
    {
        if (Freeze is not null)
            return;
        switch (other.Take(entry))
        {
            case Arrival.Stored:
                foreach (var envelope in entry.Entry.Envelopes.Where(IsEndorsed))
                    rooms.Arrived(envelope);
                fullness.Came(hadRoom: true);
                (toTell, news) = (toTell + 1, news + 1);
                break;
            case Arrival.NoRoom when fullness.Came(hadRoom: false):
                toTell++;
                break;
            case Arrival.Contradicts contradiction:
                Froze(contradiction.Freeze);
                break;
            default:
                break; // known already, or said already that there is no room
        }
    }

    private bool IsEndorsed(Envelope envelope) => envelope.Kind.IsEndorsed()
        && Endorsement.IsGood(envelope, Id, Side.Other(), terms.OtherEndorsement);

    private void Take(Standing standing)
    {
        var (counts, isNew) = Freeze is null ? recovery.Lives.Hear(standing.Memory.Own) : (false, false);
        if (!counts)
            return; // late, of a life that has ended
        var (life, heads) = (recovery.Lives.Own, theirs.Latest?.Heads);
        Froze(other.TakeHeads(standing, isNew) ?? recovery.Restore.Heard(standing));
        if (Freeze is not null)
            return;
        if (theirs.Take(standing, isNew) | rooms.Told(standing.Floors))
            news++;
        if (isNew || life != recovery.Lives.Own || (standing.Memory.IsRestoring && !standing.Heads.Equals(heads)))
            toTell++;
        Settle();
    }

    private void Froze(Freeze? freeze)
    {
        if (freeze is not null)
            (Freeze, news) = (freeze, news + 1);
    }

    // What a desk or the other station said may let bodies go, and a restore go on.
    private void Settle()
    {
        toTell += bodies.Settle(recovery.Restore.IsOn) ? 1UL : 0;
        fullness.Look();
        if (Freeze is null)
            Froze(recovery.GoOn());
    }
}
