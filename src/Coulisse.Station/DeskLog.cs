using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Station.Intake;
using Coulisse.Station.Log;
using Coulisse.Station.Rooms;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station;

/// <summary>
/// A log that desks of the own side write and are given: what a line and the party's own home have in common. What is
/// written between two commits of the store becomes durable with <see cref="Close"/> and the commit after it.
/// </summary>
internal abstract class DeskLog
{
    private readonly IStationStore store;
    private readonly Writing writing;
    private LineFacts facts;

    private protected DeskLog(LogTerms terms, LineWindow window, IStationStore store, IRandomSource random,
        RestoreRules rules)
    {
        (Terms, Window, this.store) = (terms, window, store);
        facts = store.Facts(terms.Id) ?? LineFacts.Empty;
        (StandingNumber, Freeze) = (facts.StandingNumber, facts.Freeze);
        Own = new(store, terms.Id, terms.Own, facts);
        Other = new(store, terms.Id, terms.Own.Other(), window, facts);
        Rooms = new(store, terms.Id);
        Desks = new(store, terms.Id);
        Entries = new(store, terms.Id);
        Theirs = new(facts);
        writing = new(store, terms, Own, Rooms, Desks);
        Recovery = new(store, terms, random, facts, Own, Desks, Rooms, Theirs, writing, window.BytesMax, rules);
        Bodies = new(terms.Own, Own, Other, Desks, Theirs);
        Fullness = new(Bodies, facts.IsFull);
    }

    internal LineId Id => Terms.Id;
    internal Side Side => Terms.Own;

    internal DeskRoll Desks { get; }

    internal OwnLog Own { get; }
    internal OtherLog Other { get; }

    /// <summary>What of the own log others said they have.</summary>
    internal WireList<LogProgress> OtherHas => Theirs.Has;

    /// <summary>Entries with their bodies, to be given.</summary>
    internal WholeEntries Entries { get; }

    internal Freeze? Freeze { get; private set; }

    internal bool IsRestoring => Recovery.Restore.IsOn;

    /// <summary>While it is: how many own entries are missing, and how many own desks are waited for.</summary>
    internal (ulong Entries, uint Desks) Awaits => (Recovery.Restore.Lost, Recovery.Restore.Awaited);

    /// <summary>Rises when desks would be told something new.</summary>
    internal virtual ulong News => Told + Recovery.Changes + Entries.Damaged + Fullness.Changes;

    /// <summary>What desks are told beside the entries.</summary>
    internal abstract LineNews NewsForDesks();

    private protected LogTerms Terms { get; }
    private protected LineWindow Window { get; }
    private protected RoomLedger Rooms { get; }
    private protected TheirWord Theirs { get; }
    private protected Recovery Recovery { get; }
    private protected Bodies Bodies { get; }
    private protected Fullness Fullness { get; }

    /// <summary>Up to where numbers of standings are written down.</summary>
    private protected ulong StandingNumber { get; private set; }

    /// <summary>How often there was something to tell the desks.</summary>
    private protected ulong Told { get; set; }

    /// <summary>Takes a submission or refuses it; the answer holds once the store has committed.</summary>
    internal Verdict Submit(DeskRow desk, Submission submission)
    {
        var hash = submission.Hash();
        if (store.Verdict(Id, desk.Desk, submission.Number) is { } known)
            return known.Submission == hash ? known : Said(VerdictKind.NotTheSuccessor);
        var kind = Freeze is not null ? VerdictKind.Frozen : Recovery.Restore.Decide(desk, submission, Rooms);
        if (kind == VerdictKind.Taken && !Own.HasRoomFor(submission.Envelopes, Bodies.Unneeded, Theirs.Window,
            Window.BytesMax))
            kind = VerdictKind.WindowFull;
        Fullness.Answered(kind, submission.Envelopes);
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
        Recovery.Restore.Reported(desk.Desk);
        Settle();
    }

    /// <summary>The file may be an old copy. A freeze for that reason, which stops reading too, becomes this.</summary>
    internal void Restored()
    {
        if (Freeze is { Reason: FreezeReason.OwnLogIsOld })
            Freeze = null;
        Recovery.Restore.Begin();
    }

    /// <summary>A person gives up what a restore has not brought back.</summary>
    internal void GiveUp()
    {
        Recovery.Restore.GiveUp();
        Settle();
    }

    /// <summary>Takes what a desk gives back to a restored station.</summary>
    internal void Offer(DeskRow desk, DeskOffer offer, int bytes)
    {
        if (!desk.IsCutOff && Freeze is null)
            Froze(Recovery.Offer(desk, offer, bytes));
    }

    /// <summary>Puts a desk on the line, or cuts it off; what is waited for changes with it.</summary>
    internal void Enrol(Opaque desk, DateTimeOffset now) => Desks.Enrol(desk, now);

    internal void CutOff(Opaque desk)
    {
        Desks.CutOff(desk);
        Settle();
    }

    /// <summary>Looks which desks are behind.</summary>
    /// <param name="now">What the machine's clock says: only for what is told.</param>
    internal void Look(DateTimeOffset now) => Fullness.Look(now);

    /// <summary>Writes what is open; the store's commit comes next. Tells whether anything was.</summary>
    internal virtual bool Close()
    {
        var isWritten = Own.Close();
        var next = Into(Recovery.Into(Theirs.Into(Other.Into(Own.Into(facts with
        {
            IsFull = Fullness.IsOther,
            Freeze = Freeze,
        })))));
        if (next == facts)
            return isWritten;
        (facts, StandingNumber) = (next, next.StandingNumber);
        store.KeepFacts(Id, next);
        return isWritten;
    }

    /// <summary>With what only one kind of log keeps.</summary>
    private protected virtual LineFacts Into(LineFacts kept) => kept;

    private protected void Froze(Freeze? freeze)
    {
        if (freeze is not null)
            (Freeze, Told) = (freeze, Told + 1);
    }

    /// <summary>What a desk or the other station said may let bodies go, and a restore go on. Tells whether the own
    /// desks have read more of the other's log.</summary>
    private protected virtual bool Settle()
    {
        var isNew = Bodies.Settle(Recovery.Restore.IsOn);
        Fullness.Look();
        if (Freeze is null)
            Froze(Recovery.GoOn());
        return isNew;
    }
}
