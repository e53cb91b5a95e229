using Coulisse.Crypto.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Log;

/// <summary>What own desks submitted, and may be in no entry any more: kept until all have spoken, then written in the
/// order in which it was taken. In memory, each desk's within its bound; a desk offers it again.</summary>
internal sealed class Offered
{
    /// <summary>The most bytes of one desk's.</summary>
    internal const long BytesMax = 64 << 20;

    private readonly SortedDictionary<(EntryPlace Place, ushort Index, string Desk), Kept> all = [];
    private readonly Dictionary<Opaque, (Submission Submission, Opaque Hash)> inFlight = [];
    private readonly Dictionary<Opaque, long> held = []; // bytes, by desk

    /// <summary>Those that have had their place, in its order.</summary>
    internal IEnumerable<(EntryPlace Place, ushort Index, Opaque Desk, Submission Submission)> Taken =>
        all.Select(one => (one.Key.Place, one.Key.Index, one.Value.Submission.Desk, one.Value.Submission));

    /// <summary>The one of each desk that waits for its verdict, if there is one.</summary>
    internal IEnumerable<(Submission Submission, Opaque Hash)> InFlight => inFlight.Values;

    internal void Add(DeskOffer.OfSubmission offer, long bytes)
    {
        var desk = offer.Submission.Desk;
        if (offer.Place == EntryPlace.None)
        {
            inFlight[desk] = (offer.Submission, offer.Submission.Hash());
            return;
        }
        var key = (offer.Place, offer.Index, desk.ToString());
        var after = held.GetValueOrDefault(desk) - (all.GetValueOrDefault(key)?.Bytes ?? 0) + bytes;
        if (after <= BytesMax)
            (all[key], held[desk]) = (new(offer.Submission, bytes), after);
    }

    internal void Clear()
    {
        all.Clear();
        inFlight.Clear();
        held.Clear();
    }

    private sealed record Kept(Submission Submission, long Bytes);
}
