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
    private ulong words;

    internal HomeLog(LogTerms terms, LineWindow window, IStationStore store, IRandomSource random, RestoreRules rules)
        : base(terms, window, store, random, rules) => Hear();

    /// <summary>That of the party whose station has these lines.</summary>
    internal static LogTerms TermsOf(LineTerms line) => new(
        LineParties.Home(line.Own == Side.A ? line.Parties.A : line.Parties.B).Id, Side.A, line.Endorsement);

    /// <inheritdoc/>
    internal override LineNews NewsForDesks() => new(OtherHas, [], Missing: 0, Freeze is not null, LineContact.There,
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
            StationMemory.None with { Other = Recovery.Lives.Own });
        Froze(Recovery.Restore.Heard(word));
        if (Freeze is null && Theirs.Take(word, isNewLife: false))
            Told++;
    }
}
