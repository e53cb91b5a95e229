using Coulisse.Crypto.Secrets;
using Coulisse.Station.Log;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Home;

/// <summary>
/// What the own desks say to each other, and nobody else is to learn of: a log that only they write, and only they are
/// given. It is no line: it has no key, makes no standing, and what carries bundles cannot name it.
/// </summary>
/// <remarks>
/// On a line the other station says what it holds, and what is read is dropped by that. Here nobody else holds
/// anything: the station gives itself that word, of what every own desk has read.
/// <code>
/// desk ──> Submit ──> OwnLog ──> Close ── store commits ──> DeskStream ──> own desks
/// </code></remarks>
internal sealed class HomeLog : DeskLog
{
    private readonly IReadOnlyCollection<Line> lines;
    private ulong words;

    /// <param name="terms">Whose it is.</param>
    /// <param name="lines">The station's, to tell desks whether another station was heard: who has no witness waits for
    /// that here too, as our own station may be an old copy with them.</param>
    /// <param name="window">How much it holds.</param>
    /// <param name="store">Where.</param>
    /// <param name="random">For what tells its lives apart.</param>
    /// <param name="rules">When it is fenced.</param>
    internal HomeLog(LogTerms terms, IReadOnlyCollection<Line> lines, LineWindow window, IStationStore store,
        IRandomSource random, RestoreRules rules)
        : base(terms, window, store, random, rules)
    {
        this.lines = lines;
        Hear();
    }

    /// <inheritdoc/>
    internal override ulong News => lines.Aggregate(base.News, (sum, line) => sum + line.Contact.Changes);

    private LineContact Contact => lines.Any(line => line.Contact.Is == LineContact.There) ? LineContact.There
        : LineContact.NotReached;

    /// <summary>That of the party whose station has these lines.</summary>
    internal static LogTerms TermsOf(LineTerms line) => new(
        LineParties.Home(line.Own == Side.A ? line.Parties.A : line.Parties.B).Id, Side.A, line.Endorsement,
        line.EarlierEndorsements);

    /// <inheritdoc/>
    internal override LineNews NewsForDesks() => new(OtherHas, [], Missing: 0, Freeze is not null, Contact,
        Recovery.GivenUp, IsRestoring, Entries.Damaged, Awaits.Entries, Awaits.Desks, Fullness.IsOwn,
        IsOtherFull: false, Fullness.Behind);

    /// <inheritdoc/>
    internal override bool Close()
    {
        if (IsRestoring)
            Settle(); // no other station's word comes that would do it
        return base.Close();
    }

    private protected override bool Settle()
    {
        Hear();
        return base.Settle();
    }

    private void Hear()
    {
        if (Freeze is not null)
            return;
        var read = Desks.Incarnations(Side).Take(LineLimits.IncarnationsMax)
            .Select(one => (Incarnation: one, ByAll: Desks.ProcessedByAll(Side, one).FirstRanges(LineLimits.RangesMax)))
            .Where(one => one.ByAll.Ranges.Count > 0)
            .Select(one => new LogProgress(one.Incarnation, one.ByAll, one.ByAll));
        var word = new Standing(Id, Side.Other(), ++words, [], WireList.From(read), [], Window,
            StationMemory.None with { Other = Recovery.Lives.Own }, []);
        Froze(Recovery.Restore.Heard(word));
        if (Freeze is null && Theirs.Take(word, isNewLife: false))
            Told++;
    }
}
