using Coulisse.Crypto.Codec;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Parties;
using Coulisse.World.Stations;

namespace Coulisse.Station.Tests.Rules;

/// <summary>Two stations and a carrier that moves so many bytes a second each way, in virtual time. The first calls;
/// the second only answers.</summary>
public sealed class SlowCarrier : IDisposable
{
    private const int TurnaroundMilliseconds = 300;

    private readonly Pair pair = new(new Seed(5));
    private readonly PriorityQueue<Action, (TimeSpan At, ulong Order)> due = new();
    private readonly Dictionary<Side, StationCore> stations = [];
    private readonly Dictionary<Side, DeskInATest> desks = new() { [Side.A] = new(1), [Side.B] = new(2) };
    private readonly Dictionary<Side, TimeSpan> free = new() { [Side.A] = default, [Side.B] = default };
    private ulong order;
    private ulong tickets;
    private ulong current; // the call that is on its way

    public SlowCarrier(int bytesASecond)
    {
        BytesASecond = bytesASecond;
        foreach (var side in (Side[])[Side.A, Side.B])
        {
            var terms = side == Side.A ? pair.TermsOf(side) : pair.AnsweringTermsOf(side);
            stations[side] = new(new SimulatedDisk().Open(), [terms],
                LineWindow.Usual with { BytesMax = 64 * 1024 * 1024 }, new Seed((ulong)side));
            Run(side, new StationEvent.DeskEnrolled(pair.Line, desks[side].Id));
        }
    }

    public int BytesASecond { get; set; }

    public TimeSpan Now { get; private set; }

    /// <summary>What all bundles had together.</summary>
    public long BytesSent { get; private set; }

    public int Calls { get; private set; }

    /// <summary>How many calls had no answer within their patience.</summary>
    public int GivenUp { get; private set; }

    public int Interrupted { get; private set; }

    public ulong HereOf(Side side) =>
        stations[side].StatusOf(pair.Line)!.Here.Aggregate(0UL, (sum, one) => sum + one.Stored.Count);

    /// <summary>Whether what a desk of the other side wrote last is here.</summary>
    public bool Has(Side side, ulong number) =>
        stations[side].StatusOf(pair.Line)!.Here.Any(one => one.Stored.Contains(number));

    /// <summary>A desk's message of about so many bytes.</summary>
    public void Say(Side side, int bytes, Precedence precedence = Precedence.Routine)
    {
        var desk = desks[side];
        var submission = desk.Next(pair.Line,
            OneStation.Message(0, precedence) with { Content = Opaque.CopyOf(new byte[bytes]) });
        Run(side, new StationEvent.Submitted(desk.Id, ++tickets, WireValue.Encode(submission)));
        desk.Decided(submission);
    }

    /// <summary>Lets time go by until something is so, at most so long.</summary>
    public bool Until(Func<bool> isSo, TimeSpan atMost)
    {
        for (var end = Now + atMost; Now < end;)
        {
            if (isSo())
                return true;
            var wake = stations[Side.A].WakeAt ?? TimeSpan.MaxValue;
            if (due.TryPeek(out _, out var next) && next.At <= wake)
            {
                Now = next.At > Now ? next.At : Now;
                due.Dequeue()();
            }
            else
            {
                Now = wake < end ? (wake > Now ? wake : Now) : end;
                Run(Side.A, new StationEvent.TimePassed());
            }
        }
        return isSo();
    }

    public void Dispose() => pair.Dispose();

    private void Run(Side side, params StationEvent[] events)
    {
        foreach (var effect in stations[side].Run(events, new(Now, OneStation.FirstDay + Now)))
        {
            switch (effect)
            {
                case StationEffect.Exchange call:
                    Call(call);
                    break;
                case StationEffect.Interrupt:
                    Interrupted++;
                    free[Side.A] = Now; // what was not sent yet is not sent
                    End(current, null);
                    break;
                case StationEffect.Reply reply:
                    var of = current;
                    Travel(Side.B, reply.Bundle, () => End(of, reply.Bundle));
                    break;
            }
        }
    }

    private void Call(StationEffect.Exchange call)
    {
        Calls++;
        var mine = current = ++tickets;
        Travel(Side.A, call.Bundle, () =>
        {
            if (current == mine)
                Run(Side.B, new StationEvent.BundleCame(pair.Line, mine, call.Bundle));
        });
        At(Now + call.Patience, () =>
        {
            GivenUp += current == mine ? 1 : 0;
            End(mine, null);
        });
    }

    private void End(ulong call, Opaque? answer)
    {
        if (current != call)
            return;
        current = 0;
        At(Now, () => Run(Side.A, new StationEvent.ExchangeEnded(pair.Line, answer)));
    }

    private void Travel(Side from, Opaque bundle, Action arrives)
    {
        BytesSent += bundle.Length;
        var begins = free[from] > Now ? free[from] : Now;
        free[from] = begins + TimeSpan.FromSeconds((double)bundle.Length / BytesASecond);
        At(free[from] + TimeSpan.FromMilliseconds(TurnaroundMilliseconds), arrives);
    }

    private void At(TimeSpan at, Action action) => due.Enqueue(action, (at, ++order));
}
