using Coulisse.Crypto.Codec;
using Coulisse.Station;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;

namespace Coulisse.World.Stations;

/// <summary>
/// Two real stations, what lies between them, and a few scribes on each side. The link loses, repeats, delays, alters
/// and goes dark as the weather says; the machines stop as it says.
/// </summary>
public sealed class StationPair
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly Seed seed;
    private readonly Pair pair;
    private readonly Dictionary<ulong, PendingCall> calls = [];
    private ulong tickets;

    public StationPair(Seed seed, Pair pair, Weather weather, int desks, LineWindow? window = null)
    {
        (this.seed, this.pair, Weather) = (seed, pair, weather);
        Stations = [Make(Side.A, window), Make(Side.B, window)];
        foreach (var station in Stations)
        {
            for (var number = 0; number < desks; number++)
                Scribes.Add(new(station, pair.Line, Random(16), connection: (ulong)Scribes.Count + 1));
        }
        Arrive();
    }

    public Agenda Agenda { get; } = new();

    public Weather Weather { get; set; }

    public IReadOnlyList<SimulatedStation> Stations { get; }

    public List<Scribe> Scribes { get; } = [];

    /// <summary>What happened to the two, counted.</summary>
    public Counts Counts { get; } = new();

    public SimulatedStation StationOf(Side side) => Stations[side == Side.A ? 0 : 1];

    public IEnumerable<Scribe> ScribesOf(Side side) =>
        Scribes.Take(side == Side.A ? Scribes.Count / 2 : Scribes.Count).Skip(side == Side.A ? 0 : Scribes.Count / 2);

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time)
    {
        var until = Agenda.Now + time;
        Agenda.At(until, () => { });
        while (Agenda.Next <= until)
            Agenda.Step();
    }

    public Opaque Random(int length)
    {
        var bytes = new byte[length];
        seed.Fill(bytes);
        return Opaque.Owning(bytes);
    }

    private SimulatedStation Make(Side side, LineWindow? window)
    {
        var station = new SimulatedStation(Agenda, new(), pair.TermsOf(side), window ?? LineWindow.Usual);
        station.Wants = effect => Do(station, effect);
        station.Stops = () => Weather.StopsOf(seed);
        station.Stopped = () => Restart(station);
        return station;
    }

    private void Arrive()
    {
        foreach (var scribe in Scribes)
        {
            StationFor(scribe).Happens(new StationEvent.DeskEnrolled(pair.Line, scribe.Desk));
            scribe.Come();
        }
        Agenda.After(TimeSpan.FromSeconds(3), Again);
    }

    // A desk asks again for what it has no answer to.
    private void Again()
    {
        foreach (var scribe in Scribes)
            scribe.Submit();
        Agenda.After(TimeSpan.FromSeconds(3), Again);
    }

    private SimulatedStation StationFor(Scribe scribe) => StationOf(ScribesOf(Side.A).Contains(scribe) ? Side.A : Side.B);

    private void Restart(SimulatedStation station)
    {
        Counts.Stops++;
        Agenda.After(seed.Between(TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(2)), () =>
        {
            if (!station.IsRunning)
                station.Start();
            foreach (var scribe in ScribesOf(station.Side))
                scribe.Come();
        });
    }

    private void Do(SimulatedStation station, StationEffect effect)
    {
        switch (effect)
        {
            case StationEffect.Answer answer:
                Later(station, () => Scribes[(int)answer.Ticket - 1].Answered(answer.Verdict));
                break;
            case StationEffect.Give give:
                Later(station, () => Scribes[(int)give.Connection - 1].Given(give.Delivery));
                break;
            case StationEffect.Exchange call:
                Call(station, call.Bundle);
                break;
            case StationEffect.Reply reply:
                if (calls.Remove(reply.Ticket, out var answered))
                    Travel(reply.Bundle, bytes => End(answered, bytes));
                break;
        }
    }

    private void Later(SimulatedStation station, Action action)
    {
        var process = station.Process;
        Agenda.After(TimeSpan.FromMilliseconds(1 + seed.Below(5)), () =>
        {
            if (station.Process == process)
                action();
        });
    }

    private void Call(SimulatedStation from, Opaque bundle)
    {
        var call = new PendingCall(from.Side, from.Process);
        var to = StationOf(from.Side.Other());
        Agenda.After(Timeout, () => End(call, null));
        Travel(bundle, bytes =>
        {
            calls[++tickets] = call;
            to.Happens(new StationEvent.BundleCame(pair.Line, tickets, bytes));
        });
    }

    // A call ends once: with its answer, or with the caller's patience.
    private void End(PendingCall call, Opaque? bytes)
    {
        var station = StationOf(call.From);
        if (!call.IsOver && station.Process == call.Process)
            station.Happens(new StationEvent.ExchangeEnded(pair.Line, bytes));
        call.IsOver = true;
    }

    private void Travel(Opaque bytes, Action<Opaque> arrives)
    {
        Counts.Bundles++;
        if (Weather.IsDark(Agenda.Now) || seed.Happens(Weather.LostPerThousand))
        {
            Counts.Lost++;
            return;
        }
        var copies = seed.Happens(Weather.RepeatedPerThousand) ? 2 : 1;
        Counts.Repeated += copies - 1;
        for (var copy = 0; copy < copies; copy++)
            Agenda.After(seed.Between(Weather.DelayLeast, Weather.DelayMost), () => arrives(MaybeAltered(bytes)));
    }

    private Opaque MaybeAltered(Opaque bytes)
    {
        if (bytes.Length == 0 || !seed.Happens(Weather.AlteredPerThousand))
            return bytes;
        Counts.Altered++;
        var altered = bytes.ToArray();
        altered[seed.Below(altered.Length)] ^= (byte)(1 << seed.Below(8));
        return seed.Happens(500) ? Opaque.Owning(altered) : Opaque.CopyOf(altered.AsSpan(0, seed.Below(altered.Length)));
    }

    private sealed class PendingCall(Side from, int process)
    {
        internal Side From => from;

        internal int Process => process;

        internal bool IsOver { get; set; }
    }
}
