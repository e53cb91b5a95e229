using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Station.Intake;
using Coulisse.Station.Rooms;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Log;

/// <summary>What comes back to a restored station, from whom, and where that leads. Each step gives a freeze if two
/// histories have shown.</summary>
internal sealed class Recovery
{
    private readonly LogTerms terms;
    private readonly RoomLedger rooms;
    private readonly Writing writing;
    private readonly TakingBack takingBack;
    private readonly Restore restore;

    internal Recovery(IStationStore store, LogTerms terms, IRandomSource random, LineFacts facts, OwnLog own,
        DeskRoll desks, RoomLedger rooms, TheirWord theirs, Writing writing, ulong bytesMax, RestoreRules rules)
    {
        (this.terms, this.rooms, this.writing) = (terms, rooms, writing);
        (Lives, GivenUp) = (new(random, facts.Life, facts.OtherLife), facts.GivenUp);
        takingBack = new(store, terms, own, desks, rooms, theirs, bytesMax);
        restore = new(own, desks, Lives, theirs, takingBack, terms.Own, facts.IsRestoring, rules);
    }

    internal Lives Lives { get; }

    internal Restore Restore => restore;

    /// <summary>What of the own log a person has given up.</summary>
    internal WireList<LogReport> GivenUp { get; private set; }

    /// <summary>Rises when there is something to tell of it.</summary>
    internal ulong Changes => restore.Changes + takingBack.Changes;

    /// <summary>What a desk gives back.</summary>
    internal Freeze? Offer(DeskRow desk, DeskOffer offer, int bytes)
    {
        switch (offer)
        {
            case DeskOffer.OfMemory { Memory: var memory }:
                restore.Remembers(desk, memory);
                if (restore.IsOn)
                    rooms.Remember(memory);
                return GoOn();
            case DeskOffer.OfSubmission submitted when restore.IsOn && submitted.Submission.Desk == desk.Desk
                && submitted.Submission.Line == terms.Id:
                restore.Offered.Add(submitted, bytes);
                return null;
            case DeskOffer.OfEntry { Entry: var entry } when restore.IsOn && Read(entry) is { } read:
                return takingBack.Take(read, entry) ?? GoOn();
            default:
                return null; // it is not asked for, or is not what it says
        }
    }

    /// <summary>What the other station gives back.</summary>
    internal Freeze? Return(IEnumerable<VerifiedEntry> entries)
    {
        if (!restore.IsOn)
            return null;
        foreach (var entry in entries)
        {
            if (takingBack.Take(entry.Entry, entry.Bytes) is { } freeze)
                return freeze;
        }
        return GoOn();
    }

    /// <summary>Goes on with whatever has come, and ends if nothing is waited for any more.</summary>
    internal Freeze? GoOn()
    {
        if (restore.GoOn() is { } freeze)
            return freeze;
        var lost = restore.Missing().ToList();
        if (!restore.TryEnd())
            return null;
        writing.WriteAgain(restore.Offered);
        restore.Offered.Clear();
        GivenUp = WireList.From(GivenUp.Where(one => lost.All(other => other.Incarnation != one.Incarnation))
            .Concat(lost).OrderBy(one => one.Incarnation).Take(LineLimits.IncarnationsMax));
        return null;
    }

    internal LineFacts Into(LineFacts facts) => facts with
    {
        IsRestoring = restore.IsOn,
        Life = Lives.Own,
        OtherLife = Lives.Other,
        GivenUp = GivenUp,
    };

    private Entry? Read(Opaque bytes)
    {
        try
        {
            return WireValue.Decode<Entry>(bytes.Span) is { } entry && entry.Line == terms.Id
                && entry.Side == terms.Own ? entry : null;
        }
        catch (DecodeException)
        {
            return null;
        }
    }
}
