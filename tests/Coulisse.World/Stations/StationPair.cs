using Coulisse.Crypto.Codec;
using Coulisse.Station;
using Coulisse.Station.Storage;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.Wire.Desks;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Coulisse.World.Plants;

namespace Coulisse.World.Stations;

/// <summary>
/// Two real stations and what lies between them; those who sit at desks are somebody else's. The link loses, repeats,
/// delays, alters and goes dark as the weather says; the machines stop as it says.
/// </summary>
public sealed class StationPair
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly Seed seed;
    private readonly Pair pair;
    private readonly Dictionary<ulong, PendingCall> calls = [];
    private readonly Dictionary<Side, PendingCall> latest = [];
    private ulong tickets;

    public StationPair(Seed seed, Pair pair, Weather weather, LineWindow? window = null,
        Func<Side, IStationStore, IStationStore>? wraps = null, PlantedBug bug = PlantedBug.None)
    {
        (this.seed, this.pair, Weather) = (seed, pair, weather);
        Stations = [Make(Side.A, window, wraps, bug), Make(Side.B, window, wraps, bug)];
    }

    public Agenda Agenda { get; } = new();

    public Weather Weather { get; set; }

    public IReadOnlyList<SimulatedStation> Stations { get; }

    /// <summary>Told what a station gives on a connection.</summary>
    public Action<ulong, Delivery>? Given { get; set; }

    /// <summary>Told what a station answers; desks use their connection as the ticket.</summary>
    public Action<ulong, Verdict>? Answered { get; set; }

    /// <summary>Told when a station is there again.</summary>
    public Action<SimulatedStation>? CameBack { get; set; }

    /// <summary>Shown every bundle that leaves, and may put another in its place.</summary>
    public Func<Opaque, Opaque>? Carries { get; set; }

    /// <summary>When a call was last answered.</summary>
    public TimeSpan? Answer { get; set; }

    /// <summary>What happened to the two, counted.</summary>
    public Counts Counts { get; } = new();

    public SimulatedStation StationOf(Side side) => Stations[side == Side.A ? 0 : 1];

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time)
    {
        var until = Agenda.Now + time;
        Agenda.At(until, () => { });
        while (Agenda.Next <= until)
            Agenda.Step();
    }

    /// <summary>Anybody sends a station anything; nobody waits for its reply.</summary>
    public void Intrude(Side on, Opaque bytes) =>
        StationOf(on).Happens(new StationEvent.BundleCame(pair.Line, ++tickets, bytes));

    public Opaque Random(int length)
    {
        var bytes = new byte[length];
        seed.Fill(bytes);
        return Opaque.Owning(bytes);
    }

    private SimulatedStation Make(
        Side side, LineWindow? window, Func<Side, IStationStore, IStationStore>? wraps, PlantedBug bug)
    {
        var station = new SimulatedStation(Agenda, new(), pair.TermsOf(side), window ?? LineWindow.Usual,
            new Seed(seed.Number ^ (0x6c696665UL + (ulong)side)), wraps is null ? null : opened => wraps(side, opened),
            bug);
        station.Wants = effect => Do(station, effect);
        station.Stops = () => Weather.StopsOf(seed);
        station.Stopped = () => Restart(station);
        return station;
    }

    private void Restart(SimulatedStation station)
    {
        Counts.Stops++;
        Agenda.After(seed.Between(TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(2)), () =>
        {
            if (!station.IsRunning)
                station.Start();
            CameBack?.Invoke(station);
        });
    }

    private void Do(SimulatedStation station, StationEffect effect)
    {
        switch (effect)
        {
            case StationEffect.Answer answer:
                Later(station, () => Answered?.Invoke(answer.Ticket, answer.Verdict));
                break;
            case StationEffect.Give give:
                Later(station, () => Given?.Invoke(give.Connection, give.Delivery));
                break;
            case StationEffect.Exchange call:
                Call(station, call.Bundle);
                break;
            case StationEffect.Interrupt:
                if (latest.TryGetValue(station.Side, out var brokenOff))
                    End(brokenOff, null);
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
        var call = latest[from.Side] = new PendingCall(from.Side, from.Process);
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
        {
            station.Happens(new StationEvent.ExchangeEnded(pair.Line, bytes));
            Answer = bytes is null ? Answer : Answer ?? Agenda.Now;
        }
        call.IsOver = true;
    }

    private void Travel(Opaque bytes, Action<Opaque> arrives)
    {
        Counts.Bundles++;
        bytes = Carries?.Invoke(bytes) ?? bytes;
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
        return seed.Happens(500) ? Opaque.Owning(altered) : Opaque.CopyOf(altered.AsSpan(0,
            seed.Below(altered.Length)));
    }

    private sealed class PendingCall(Side from, int process)
    {
        internal Side From => from;

        internal int Process => process;

        internal bool IsOver { get; set; }
    }
}
