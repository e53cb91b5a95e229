using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Log;

/// <summary>What the other station has said of both logs, joined; in a new life of its own it begins anew, but for what
/// its desks have read, which no file of the station loses.</summary>
internal sealed class TheirWord(LineFacts facts)
{
    /// <summary>What of this station's log it has.</summary>
    internal WireList<LogProgress> Has { get; private set; } = facts.OtherHas;

    /// <summary>What of its own log each of its own desks has read.</summary>
    internal WireList<LogReport> Processed { get; private set; } = facts.OtherProcessed;

    internal LineWindow Window { get; private set; } = facts.OtherWindow;

    /// <summary>The newest, since this process began.</summary>
    internal Standing? Latest { get; private set; }

    /// <summary>Tells whether something is new in it for the own desks.</summary>
    internal bool Take(Standing standing, bool isNewLife)
    {
        var before = isNewLife ? Has.Select(one => one with { Stored = one.Processed }) : Has;
        var has = WireList.From(before.Join(standing.Other));
        Processed = WireList.From(Processed.Concat(standing.Memory.Processed).GroupBy(one => one.Incarnation)
            .OrderBy(group => group.Key).Take(LineLimits.IncarnationsMax).Select(Joined));
        if (isNewLife || Latest is null || standing.Number > Latest.Number)
            (Latest, Window) = (standing, standing.Window);
        if (has.Equals(Has))
            return false;
        Has = has;
        return true;
    }

    internal LineFacts Into(LineFacts facts) =>
        facts with { OtherHas = Has, OtherWindow = Window, OtherProcessed = Processed };

    private static LogReport Joined(IGrouping<uint, LogReport> all) => all.Aggregate((one, other) =>
        one with { Processed = one.Processed.Union(other.Processed).FirstRanges(LineLimits.RangesMax) });
}
