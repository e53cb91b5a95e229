using System.Buffers.Binary;
using System.Text;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Vault;

/// <summary>Words that somebody has said and can still take back: neither a draft nor on their way. They leave by
/// <see cref="DeskEvent.Said.IsHeld"/> alone, in the transaction that says them, or become a draft again.</summary>
internal sealed class HeldWords(IVault vault, Drafts drafts)
{
    private const int InstantBytes = sizeof(long);

    /// <summary>What is held in a room, and since when; null if nothing is.</summary>
    internal (string Text, DateTimeOffset Since)? In(RoomId room)
    {
        using var kept = vault.Get(VaultTable.Held, room.Value);
        return kept is null ? null : (Encoding.UTF8.GetString(kept.Reveal()[InstantBytes..]),
            DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(kept.Reveal())));
    }

    /// <summary>In place of the draft that they were. What was held before and never left is put before a draft, so
    /// that nothing is lost; false, and nothing changed, if that is too long for one message.</summary>
    internal bool Hold(RoomId room, string text, DateTimeOffset at)
    {
        if (In(room) is { Text: var before } && before != text && !TakeBack(room))
            return false;
        if (drafts.Of(room) == text)
            drafts.Keep(room, "");
        Span<byte> instant = stackalloc byte[InstantBytes];
        BinaryPrimitives.WriteInt64BigEndian(instant, at.ToUnixTimeMilliseconds());
        vault.Put(VaultTable.Held, room.Value, [.. instant, .. Encoding.UTF8.GetBytes(text)]);
        return true;
    }

    /// <summary>They are a draft again, before what was begun meanwhile. False, and nothing changed, if that is too
    /// long for one message.</summary>
    internal bool TakeBack(RoomId room)
    {
        if (In(room) is not { Text: var text })
            return true;
        var begun = drafts.Of(room);
        if (!drafts.Keep(room, begun.Length == 0 || begun == text ? text : $"{text}\n\n{begun}"))
            return false;
        Leave(room);
        return true;
    }

    /// <summary>They were said, in the same transaction.</summary>
    internal void Leave(RoomId room) => vault.Remove(VaultTable.Held, room.Value);
}
