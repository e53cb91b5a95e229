using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Station.Dispatch;
using Coulisse.Station.Giving;
using Coulisse.Station.Home;
using Coulisse.Station.Log;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station;

/// <summary>
/// A station without sockets, clocks or threads: events in, effects out. Everything that a batch of events writes is
/// one transaction, and no effect is told before it is durable.
/// </summary>
/// <remarks>
/// What the store throws ends this object: its picture of the lines may be ahead of the disk. The caller undoes the
/// transaction, tells those who wait that nothing was taken, and makes a new one from what is kept.
/// </remarks>
public sealed class StationCore
{
    private readonly IStationStore store;
    private readonly SortedDictionary<string, Line> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<LineId, Exchanges> exchanges = [];
    private readonly HomeLog? home; // none without a line: whose it is follows from one
    private readonly SortedDictionary<ulong, DeskConnection> connections = [];
    private readonly List<ulong> ended = [];

    /// <summary>A station with these lines, as the store has them.</summary>
    /// <param name="store">Where it keeps them.</param>
    /// <param name="terms">Who is on each, and the keys.</param>
    /// <param name="window">How much of each other side's log it holds.</param>
    /// <param name="random">For what tells its lives apart.</param>
    public StationCore(IStationStore store, IEnumerable<LineTerms> terms, LineWindow window, IRandomSource random)
        : this(store, terms, window, random, RestoreRules.Usual)
    {
    }

    internal StationCore(IStationStore store, IEnumerable<LineTerms> terms, LineWindow window, IRandomSource random,
        RestoreRules rules)
    {
        ArgumentNullException.ThrowIfNull(terms);
        this.store = store;
        foreach (var one in terms)
        {
            home ??= new(HomeLog.TermsOf(one), lines.Values, window, store, random, rules);
            var line = new Line(one, window, store, random, rules);
            lines.Add(line.Id.ToString(), line);
            exchanges.Add(line.Id, new(line));
        }
    }

    /// <summary>When to run again if nothing happens before; null: only when something does.</summary>
    public TimeSpan? WakeAt => exchanges.Values.Min(one => one.WakeAt);

    /// <summary>What is known of a line, or of what the own desks say among themselves; null if it is not this
    /// station's.</summary>
    public LineStatus? StatusOf(LineId line) => LogOf(line) is { } known
        ? new(known.Own.Length, known.OtherHas, known.Other.Progress, known.Other.Missing, known.Freeze?.Reason,
            known.IsRestoring, known.Entries.Damaged, known.Awaits.Entries,
            known.Awaits.Desks)
        : null;

    /// <summary>Takes events in their order, commits, and tells what to do.</summary>
    public IReadOnlyList<StationEffect> Run(IEnumerable<StationEvent> events, Moment now)
    {
        ArgumentNullException.ThrowIfNull(events);
        var answers = new List<StationEffect>();
        var replies = new List<(ulong Ticket, LineId Line)>();
        foreach (var happened in events)
            Take(happened, now, answers, replies);
        foreach (var line in lines.Values)
            line.Close();
        home?.Close();
        store.Commit();
        foreach (var (ticket, line) in replies)
            answers.Add(new StationEffect.Reply(ticket, exchanges[line].Reply(now.Steady)));
        foreach (var line in lines.Values)
        {
            if (exchanges[line.Id].Call(now.Steady) is { } bundle)
                answers.Add(new StationEffect.Exchange(line.Id, bundle));
        }
        answers.AddRange(ended.Select(connection => new StationEffect.End(connection)));
        ended.Clear();
        foreach (var connection in connections.Values)
            answers.AddRange(connection.Give());
        return answers;
    }

    private void Take(StationEvent happened, Moment now, List<StationEffect> answers,
        List<(ulong Ticket, LineId Line)> replies)
    {
        switch (happened)
        {
            case StationEvent.Submitted e:
                answers.Add(new StationEffect.Answer(e.Ticket, Submit(e)));
                break;
            case StationEvent.BundleCame e:
                Receive(e, now, answers, replies);
                break;
            case StationEvent.ExchangeEnded e:
                if (LineOf(e.Line) is { } called)
                    exchanges[e.Line].Ended(e.Answer is { } bundle && called.Receive(bundle.Span), now.Steady);
                break;
            case StationEvent.Restored e:
                LineOf(e.Line)?.Restored();
                home?.Restored(); // it is in the same file
                break;
            case StationEvent.MissingGivenUp e:
                LineOf(e.Line)?.GiveUp();
                home?.GiveUp();
                break;
            case StationEvent.TryNow e:
                exchanges.GetValueOrDefault(e.Line)?.TryNow();
                break;
            case StationEvent.TimePassed:
                break;
            default:
                TakeOfDesk(happened);
                break;
        }
    }

    private void TakeOfDesk(StationEvent happened)
    {
        switch (happened)
        {
            case StationEvent.DeskEnrolled e:
                LineOf(e.Line)?.Enrol(e.Desk);
                home?.Enrol(e.Desk);
                break;
            case StationEvent.DeskCutOff e:
                LineOf(e.Line)?.CutOff(e.Desk);
                if (lines.Values.All(line => line.Desks.Of(e.Desk) is not { IsCutOff: false }))
                    home?.CutOff(e.Desk); // who serves on another line is still one of ours
                break;
            case StationEvent.DeskCame e:
                Come(e);
                break;
            case StationEvent.DeskReady e:
                connections.GetValueOrDefault(e.Connection)?.Allow(e.Count);
                break;
            case StationEvent.DeskWent e:
                connections.Remove(e.Connection);
                break;
            case StationEvent.Reported e:
                if (LogOf(e.Line) is { } reported && reported.Desks.Of(e.Desk) is { } desk)
                    reported.Report(desk, e.Reports);
                break;
            case StationEvent.Offered e:
                if (LogOf(e.Line) is { } offered && offered.Desks.Of(e.Desk) is { } from)
                    offered.Offer(from, e.Offer, e.Bytes);
                break;
            default:
                throw new UnreachableException();
        }
    }

    // A desk listens once: a new connection takes the place of the one before, which may be dead without a word.
    private void Come(StationEvent.DeskCame happened)
    {
        foreach (var (earlier, _) in connections.Where(one => one.Value.Desk == happened.Desk).ToList())
        {
            connections.Remove(earlier);
            if (earlier != happened.Connection)
                ended.Add(earlier);
        }
        // The lines come first: what is said at home is given as there is room.
        connections[happened.Connection] = new(happened.Connection,
            [.. lines.Values, .. home is null ? [] : (DeskLog[])[home]], happened.Desk);
    }

    private Verdict Submit(StationEvent.Submitted happened)
    {
        Submission submission;
        try
        {
            submission = WireValue.Decode<Submission>(happened.Submission.Span);
        }
        catch (DecodeException)
        {
            return new(0, Submission.Start, VerdictKind.Malformed, EntryPlace.None, 0);
        }
        if (submission.Desk != happened.Desk || LogOf(submission.Line) is not { } log
            || log.Desks.Of(happened.Desk) is not { } desk)
            return new(submission.Number, submission.Hash(), VerdictKind.CutOff, EntryPlace.None, 0);
        return log.Submit(desk, submission);
    }

    private void Receive(StationEvent.BundleCame happened, Moment now, List<StationEffect> answers,
        List<(ulong Ticket, LineId Line)> replies)
    {
        if (LineOf(happened.Line) is not { } line)
        {
            answers.Add(new StationEffect.Reply(happened.Ticket, Opaque.Empty));
            return;
        }
        if (line.Receive(happened.Bundle.Span))
            exchanges[line.Id].Heard(now.Steady);
        replies.Add((happened.Ticket, line.Id));
    }

    private Line? LineOf(LineId line) => lines.GetValueOrDefault(line.ToString());

    private DeskLog? LogOf(LineId line) => home?.Id == line ? home : LineOf(line);
}
