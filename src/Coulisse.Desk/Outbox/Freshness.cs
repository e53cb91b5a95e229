using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Outbox;

/// <summary>
/// Rule 8: nothing is sealed before this vault is known to be the newest state of its desk, for an older one would use
/// keys a second time. Its own witness and its station's memory have to agree with it; without a witness the other
/// station has to have been heard too.
/// </summary>
/// <param name="witness">What was written of this desk outside its vault.</param>
/// <param name="rules">The simulated world takes this one away, to see that it is noticed.</param>
internal sealed class Freshness(Witness witness, RoomRules rules)
{
    private ulong? witnessed;
    private DeskStanding? standing;

    /// <summary>How much is known.</summary>
    internal DeskFreshness State { get; private set; } = DeskFreshness.Unknown;

    /// <summary>What the station remembers; null before it has said so.</summary>
    internal DeskStanding? Standing => standing;

    /// <summary>The number in the witness; 0 if there is none.</summary>
    internal ulong Witnessed => witnessed ?? 0;

    internal bool MaySeal => rules.MaySeal(State == DeskFreshness.Fresh);

    /// <summary>The desk was opened.</summary>
    /// <param name="said">What its witness says; null if there is none.</param>
    /// <param name="sealedHere">The number of the last submission in the vault, decided or not.</param>
    internal void Opened(Opaque? said, ulong sealedHere)
    {
        witnessed = witness.Hear(said);
        if (witnessed > sealedHere)
            State = DeskFreshness.Older;
    }

    /// <summary>The station says what it remembers, at the beginning of each connection.</summary>
    internal void Told(DeskStanding told, SealedHere here, LineNews? news)
    {
        standing = told;
        if (State == DeskFreshness.Older)
            return;
        if (here.IsBehind(told))
            State = DeskFreshness.Older;
        else if (State != DeskFreshness.Fresh)
            State = witnessed is not null || here.Number == 0 ? DeskFreshness.Fresh : DeskFreshness.AwaitsTheirStation;
        Told(news);
    }

    /// <summary>The station says how the line is: whoever has no witness needs the other side's.</summary>
    internal void Told(LineNews? news)
    {
        if (State == DeskFreshness.AwaitsTheirStation
            && news is { Contact: LineContact.There, IsFrozen: false, IsRestoring: false })
            State = DeskFreshness.Fresh;
    }

    /// <summary>What of the past needs the old keys has been given up: this is the newest state now.</summary>
    /// <returns>What to write outside the vault.</returns>
    internal Opaque Renew(ulong number)
    {
        (State, witnessed) = (DeskFreshness.Fresh, number);
        return witness.Say(number);
    }

    /// <summary>What to write outside the vault before a submission leaves; null if it stands there.</summary>
    internal Opaque? WitnessOf(ulong number)
    {
        if (witnessed >= number)
            return null;
        witnessed = number;
        return witness.Say(number);
    }
}

/// <summary>What a vault has sealed and read.</summary>
/// <param name="Decided">The number of the last submission that has its verdict.</param>
/// <param name="Last">Its hash.</param>
/// <param name="InFlight">The hash of the next one, if it was sealed.</param>
/// <param name="Processed">What was read of both logs.</param>
internal sealed record SealedHere(ulong Decided, Opaque Last, Opaque? InFlight, IReadOnlyList<LogReport> Processed)
{
    internal ulong Number => InFlight is null ? Decided : Decided + 1;

    /// <summary>Whether a station remembers what is not here. One that remembers less is its own trouble.</summary>
    internal bool IsBehind(DeskStanding told) => told.Number > Number
        || (told.Number == Decided && told.Last != Last)
        || (told.Number == Decided + 1 && told.Last != InFlight)
        || told.Processed.Any(report => !Has(report)); // which is not given again

    private bool Has(LogReport report) => (Processed.FirstOrDefault(one =>
        (one.Side, one.Incarnation) == (report.Side, report.Incarnation))?.Processed ?? SequenceSet.Empty)
        .Intersect(report.Processed).Equals(report.Processed);
}

/// <summary>Whether a desk may seal anything.</summary>
public enum DeskFreshness
{
    /// <summary>Its station has not said yet what it remembers.</summary>
    Unknown,

    /// <summary>It has no witness on this machine: the other station has to be heard first.</summary>
    AwaitsTheirStation,

    /// <summary>It is the newest state.</summary>
    Fresh,

    /// <summary>More has left this desk than its vault knows: it is an old copy, or a second one is in use.</summary>
    Older,
}
