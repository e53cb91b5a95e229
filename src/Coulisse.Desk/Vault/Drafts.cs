using System.Text;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Vault;

/// <summary>Words that were begun in a room and not said: sealed as all else, for they are as confidential.</summary>
internal sealed class Drafts(IVault vault)
{
    /// <summary>Empty if there are none.</summary>
    internal string Of(RoomId room)
    {
        using var kept = vault.Get(VaultTable.Drafts, room.Value);
        return kept is null ? "" : Encoding.UTF8.GetString(kept.Reveal());
    }

    /// <summary>These words were said: in the same transaction they are no draft any more, or whoever is cut off here
    /// would find them begun, and say them twice.</summary>
    internal void Said(RoomId room, string text)
    {
        if (Of(room) == text)
            vault.Remove(VaultTable.Drafts, room.Value);
    }

    /// <summary>In place of the earlier ones, with the next commit. False if they are longer than one message; nothing
    /// is changed then.</summary>
    internal bool Keep(RoomId room, string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > RoomMessage.TextBytesMax)
            return false;
        if (text.Length == 0)
            vault.Remove(VaultTable.Drafts, room.Value);
        else
            vault.Put(VaultTable.Drafts, room.Value, Encoding.UTF8.GetBytes(text));
        return true;
    }
}
