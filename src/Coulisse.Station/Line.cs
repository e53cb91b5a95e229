using Coulisse.Crypto.Secrets;
using Coulisse.Station.Dispatch;
using Coulisse.Station.Log;
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
internal sealed class Line : DeskLog
{
    private const ulong NumbersReserved = 1_000; // standings made before their number is written down again

    private readonly LineTerms terms;
    private ulong number;
    private ulong toTell;

    internal Line(LineTerms terms, LineWindow window, IStationStore store, IRandomSource random, RestoreRules rules)
        : base(terms.Log, window, store, random, rules) => (this.terms, number) = (terms, StandingNumber);

    internal bool Calls => terms.Calls;

    /// <summary>What the other side said last; null before, since this process began.</summary>
    internal Standing? TheirStanding => Theirs.Latest;

    internal Contact Contact { get; } = new();

    /// <summary>Rises when a standing would say something new.</summary>
    internal ulong ToTell => toTell + Recovery.Changes;

    /// <inheritdoc/>
    internal override ulong News => base.News + Contact.Changes;

    /// <summary>Takes what is authentic of a bundle; tells whether anything was.</summary>
    internal bool Receive(ReadOnlySpan<byte> bundle)
    {
        var reading = BundleReading.Read(bundle, Id, Side.Other(), terms.KeyOf);
        foreach (var entry in reading.Entries)
            Take(entry);
        if (reading.Standing is { } standing)
            Take(standing);
        if (Freeze is null)
            Froze(Recovery.Return(reading.Returned));
        return reading.Standing is not null || reading.Entries.Count + reading.Returned.Count > 0;
    }

    /// <inheritdoc/>
    internal override bool Close()
    {
        var isWritten = base.Close();
        toTell += isWritten ? 1UL : 0;
        return isWritten;
    }

    /// <summary>What is to be told now. Only after the commit.</summary>
    internal Standing Standing() => new(Id, Side, ++number, Own.Heads, Other.Progress, Rooms.NextToTell(),
        Window with { IsFull = Fullness.IsOther }, new(Recovery.Lives.Own, Recovery.Lives.Other, Recovery.Restore.IsOn,
        Other.Highest, Bodies.ReadByOwn), WireList.From(terms.Readable));

    /// <summary>Whether anything can be sent, and counts that comes.</summary>
    internal bool HasKeys => terms.Keys.Count > 0;

    /// <summary>The key to send under, after so many failures in a row.</summary>
    internal LineKey KeyAfter(int failures) => terms.KeyFor(Theirs.Latest?.Terms ?? [], failures);

    /// <inheritdoc/>
    internal override LineNews NewsForDesks() => new(OtherHas, Rooms.OtherFloors(), Other.Missing, Freeze is not null,
        Contact.Is, Recovery.GivenUp, IsRestoring, Entries.Damaged, Awaits.Entries, Awaits.Desks, Fullness.IsOwn,
        Fullness.IsOther, Fullness.Behind);

    private protected override LineFacts Into(LineFacts kept)
    {
        var isReserved = number + (NumbersReserved / 2) <= kept.StandingNumber;
        return kept with { StandingNumber = isReserved ? kept.StandingNumber : number + NumbersReserved };
    }

    private protected override bool Settle()
    {
        var isNew = base.Settle();
        toTell += isNew ? 1UL : 0;
        return isNew;
    }

    private void Take(VerifiedEntry entry)
    {
        if (Freeze is not null)
            return;
        switch (Other.Take(entry))
        {
            case Arrival.Stored:
                foreach (var envelope in entry.Entry.Envelopes.Where(IsEndorsed))
                    Rooms.Arrived(envelope);
                Fullness.Came(hadRoom: true);
                (toTell, Told) = (toTell + 1, Told + 1);
                break;
            case Arrival.NoRoom when Fullness.Came(hadRoom: false):
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
        && Endorsement.IsGood(envelope, Id, Side.Other(), terms.OtherEndorsements);

    private void Take(Standing standing)
    {
        var (counts, isNew) = Freeze is null ? Recovery.Lives.Hear(standing.Memory.Own) : (false, false);
        if (!counts)
            return; // late, of a life that has ended
        var (life, heads) = (Recovery.Lives.Own, Theirs.Latest?.Heads);
        Froze(Other.TakeHeads(standing, isNew) ?? Recovery.Restore.Heard(standing));
        if (Freeze is not null)
            return;
        if (Theirs.Take(standing, isNew) | Rooms.Told(standing.Floors))
            Told++;
        if (isNew || life != Recovery.Lives.Own || (standing.Memory.IsRestoring && !standing.Heads.Equals(heads)))
            toTell++;
        Settle();
    }
}
