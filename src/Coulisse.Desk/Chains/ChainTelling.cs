using Coulisse.Crypto.Codec;
using Coulisse.Desk.Outbox;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Chains;

/// <summary>What people have put into this desk's folder of their own seal's chain is told to everybody on the line,
/// once, whoever of ours does it first. Of an order about a room of another line they are told that there is one, and
/// not what it says.</summary>
internal sealed class ChainTelling(ChainBook chains, OutboxItems items, Func<RoomId, bool> isElsewhere)
{
    internal void Brought(IEnumerable<ChainPiece> pieces, StepEffects effects)
    {
        foreach (var piece in pieces.Select(OfThisLine))
        {
            if (chains.Take(piece, isTold: false) == ChainWord.Forked)
                effects.Alarm(DeskAlarm.TwoChains, new RoomId(Opaque.Empty));
        }
        var waiting = items.All.Values.Where(item => item.Kind == OutboxKind.Credence).Select(item => item.Body)
            .ToHashSet();
        foreach (var piece in chains.Untold)
        {
            var body = WireValue.Encode(piece);
            // A recall is what somebody may be waiting to hide; the rest shows that nothing is.
            if (!waiting.Contains(body))
                items.Add(new(OutboxKind.Credence, default,
                    piece.HasContent ? Precedence.Immediate : Precedence.Routine, body, 0));
        }
    }

    private ChainPiece OfThisLine(ChainPiece piece) => piece.Order is { Content.Room: var room } && isElsewhere(room)
        ? ChainPiece.Of(piece.Entry) : piece;
}
