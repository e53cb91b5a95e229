using Coulisse.Crypto.Codec;
using Coulisse.Desk.Inbox;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Outbox;

/// <summary>What waits to be submitted, in its order, here and in the vault.</summary>
internal sealed class OutboxItems
{
    private readonly IVault vault;
    private readonly DeskState state;
    private readonly SortedDictionary<ulong, OutboxItem> items = [];

    internal OutboxItems(IVault vault, DeskState state)
    {
        (this.vault, this.state) = (vault, state);
        foreach (var key in vault.Keys(VaultTable.Outbox, Opaque.Empty))
            items.Add(VaultRecords.Number(key), vault.Read<OutboxItem>(VaultTable.Outbox, key)!);
    }

    internal IReadOnlyDictionary<ulong, OutboxItem> All => items;

    internal OutboxItem this[ulong key] => items[key];

    internal int Count => items.Count;

    internal int CountIn(RoomId room) => items.Values.Count(item => item.Room == room);

    internal bool Has(OutboxKind kind, RoomId room) => items.Values.Any(item => item.Kind == kind && item.Room == room);

    /// <summary>Whether an answer of this desk to an intent waits.</summary>
    internal bool IsAnswering(RoomId room, IntentId intent) => ActsIn(room, RoomMessageKind.Answer)
        .Any(message => WireValue.Decode<IntentAnswer>(message.Body.Span).Intent == intent);

    /// <summary>Whether an intent of this desk about the same waits.</summary>
    internal bool IsProposing(RoomId room, RoomChange what) =>
        Proposing(room).Any(message => WireValue.Decode<Intent>(message.Body.Span).What.IsSameAs(what));

    /// <summary>The intents of this desk that wait: their places in the transcript, and what they say.</summary>
    internal IEnumerable<(ulong Order, Intent Wanted)> ProposedIn(RoomId room) => items.Values
        .Where(item => item.Room == room && item.Kind == OutboxKind.Message && item.Order != 0)
        .Select(item => (item.Order, Message: WireValue.Decode<RoomMessage>(item.Body.Span)))
        .Where(one => one.Message.Kind == RoomMessageKind.Intent)
        .Select(one => (one.Order, WireValue.Decode<Intent>(one.Message.Body.Span)));

    /// <summary>What an intent of this desk that waits is about; null if none of this name waits.</summary>
    internal RoomChange? ChangeOf(RoomId room, IntentId intent, Opaque author) =>
        Proposing(room).FirstOrDefault(message => IntentId.Of(author, message) == intent) is { } waiting
            ? WireValue.Decode<Intent>(waiting.Body.Span).What : null;

    internal void Add(OutboxItem item)
    {
        var number = state.Facts.NextItem;
        state.Keep(state.Facts with { NextItem = number + 1 });
        items.Add(number, item);
        vault.Write(VaultTable.Outbox, VaultRecords.Ordered(number), item);
    }

    internal void Drop(ulong key)
    {
        items.Remove(key);
        vault.Remove(VaultTable.Outbox, VaultRecords.Ordered(key));
    }

    internal void DropAll()
    {
        foreach (var key in items.Keys.ToList())
            Drop(key);
    }

    private IEnumerable<RoomMessage> Proposing(RoomId room) => ActsIn(room, RoomMessageKind.Intent);

    private IEnumerable<RoomMessage> ActsIn(RoomId room, RoomMessageKind kind) => items.Values
        .Where(item => item.Room == room && item.Kind == OutboxKind.Message && item.Order != 0)
        .Select(item => WireValue.Decode<RoomMessage>(item.Body.Span)).Where(message => message.Kind == kind);
}
