using Coulisse.Crypto.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;

namespace Coulisse.Station.Tests.Keys;

/// <summary>Two stations as their folders make them, with a carrier between them that a test works by hand.</summary>
public sealed class TwoStationFolders : IDisposable
{
    private readonly Seed seed = new(31);
    private readonly HashSet<LineTerm> sent = [];

    public TwoStationFolders()
    {
        (A, B) = (new(Side.A, "Aldermark", seed), new(Side.B, "Sorvane", seed));
        var (a, b) = (A.Letter(A.Ring.Present), B.Letter(B.Ring.Present));
        A.Recognise(b);
        B.Recognise(a);
        Give(a);
        Give(b);
        A.Start();
        B.Start();
    }

    internal StationInAFolder A { get; }

    internal StationInAFolder B { get; }

    /// <summary>Both put a letter into their folders, or one of them does.</summary>
    internal void Give(Sealed<Letter> letter, StationInAFolder? only = null)
    {
        foreach (var station in only is null ? [A, B] : (StationInAFolder[])[only])
            station.Put(letter);
    }

    /// <summary>The terms under which anything was sent since this was asked last.</summary>
    internal IReadOnlySet<LineTerm> TakeSent()
    {
        var terms = sent.ToHashSet();
        sent.Clear();
        return terms;
    }

    /// <summary>Each calls the other for a while.</summary>
    internal void Exchange()
    {
        for (var times = 0; times < 6; times++)
        {
            Call(A, B);
            Call(B, A);
        }
    }

    public void Dispose()
    {
        A.Dispose();
        B.Dispose();
    }

    private void Call(StationInAFolder from, StationInAFolder to)
    {
        from.Run(TimeSpan.FromMinutes(1), new StationEvent.TryNow(from.Line));
        if (from.TakeCall() is not { } bundle)
            return;
        Note(bundle, from);
        var reply = to.Run(TimeSpan.Zero, new StationEvent.BundleCame(from.Line, 1, bundle))
            .OfType<StationEffect.Reply>().SingleOrDefault()?.Bundle;
        if (reply is { } answered)
            Note(answered, to);
        from.Run(TimeSpan.Zero, new StationEvent.ExchangeEnded(from.Line, reply));
    }

    private void Note(Opaque bundle, StationInAFolder from) => BundleReading.Read(bundle.Span, from.Line, from.Side,
        term =>
        {
            sent.Add(term);
            return null;
        });
}
