using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Station.Dispatch;
using Coulisse.Station.Giving;
using Coulisse.Station.Home;
using Coulisse.Station.Log;
using Coulisse.Station.Storage;
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
public sealed partial class StationCore
{
    private static readonly TimeSpan LookRhythm = TimeSpan.FromMinutes(1);

    private readonly IStationStore store;
    private readonly SortedDictionary<string, Line> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<LineId, Exchanges> exchanges = [];
    private readonly HomeLog? home; // none without a line: whose it is follows from one
    private readonly SortedDictionary<ulong, DeskConnection> connections = [];
    private readonly List<ulong> ended = [];
    private readonly HashSet<DeskLog> moved = []; // that something happened to since it was closed last
    private TimeSpan looksAt = TimeSpan.MinValue;

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
            moved.Add(line);
        }
    }

    /// <summary>When to run again if nothing happens before; null: only when something does.</summary>
    public TimeSpan? WakeAt => exchanges.Values.Min(one => one.WakeAt);

    /// <summary>What is known of a line, or of what the own desks say among themselves; null if it is not this
    /// station's.</summary>
    public LineStatus? StatusOf(LineId line) => Known(line) is { } known
        ? new(known.Own.Length, known.OtherHas, known.Other.Progress, known.Other.Missing, known.Freeze?.Reason,
            known.IsRestoring, known.Entries.Damaged, known.Awaits.Entries,
            known.Awaits.Desks, (known as Line)?.Contact.Is ?? LineContact.Unknown)
        : null;

    /// <summary>Takes events in their order, commits, and tells what to do.</summary>
    public IReadOnlyList<StationEffect> Run(IEnumerable<StationEvent> events, Moment now)
    {
        ArgumentNullException.ThrowIfNull(events);
        var answers = new List<StationEffect>();
        var replies = new List<(ulong Ticket, LineId Line)>();
        foreach (var happened in events)
            Take(happened, now, answers, replies);
        Look(now);
        var closed = Close();
        store.Commit();
        foreach (var (ticket, line) in replies)
            answers.Add(new StationEffect.Reply(ticket, exchanges[line].Reply(now.Steady)));
        Call(now, answers);
        answers.AddRange(ended.Select(connection => new StationEffect.End(connection)));
        ended.Clear();
        closed.UnionWith(moved);
        foreach (var connection in connections.Values)
        {
            answers.AddRange(connection.Give(closed));
            moved.UnionWith(connection.MetDamage()); // all its desks are told so next
        }
        return answers;
    }

    // Of a thousand lines few have moved.
    private HashSet<DeskLog> Close()
    {
        if (home is not null)
            moved.Add(home);
        var closed = new HashSet<DeskLog>(moved);
        moved.Clear();
        foreach (var log in closed)
            log.Close();
        return closed;
    }

    // What is told now has a number, which is closed with what comes next.
    private void Call(Moment now, List<StationEffect> answers)
    {
        foreach (var (id, exchange) in exchanges)
        {
            var (effect, isNews) = exchange.Call(now.Steady);
            if (effect is not null)
                answers.Add(effect);
            if (isNews || effect is StationEffect.Exchange)
                moved.Add(lines[id.ToString()]);
        }
    }

    // Now and then: who is silent shows without anything having happened.
    private void Look(Moment now)
    {
        if (now.Steady < looksAt)
            return;
        looksAt = now.Steady + LookRhythm;
        foreach (var log in lines.Values.Append<DeskLog?>(home).OfType<DeskLog>())
        {
            log.Look(now.Wall);
            moved.Add(log);
        }
    }

    // Whoever asks for one does something to it.
    private Line? LineOf(LineId line)
    {
        var found = lines.GetValueOrDefault(line.ToString());
        if (found is not null)
            moved.Add(found);
        return found;
    }

    private DeskLog? LogOf(LineId line) => home?.Id == line ? home : LineOf(line);

    private DeskLog? Known(LineId line) => home?.Id == line ? home : lines.GetValueOrDefault(line.ToString());
}
