using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Vault;

/// <summary>Words that were begun in a room and not said, and an act that was: sealed as all else, for they are as
/// confidential.</summary>
internal sealed class Drafts(IVault vault)
{
    /// <summary>Empty if there are none.</summary>
    internal string Of(RoomId room) => At(room.Value);

    /// <summary>What was filled in for an act, as its screens wrote it; empty if there is none.</summary>
    internal string SheetOf(RoomId room) => At(KeyOfSheet(room));

    /// <summary>These words were said: in the same transaction they are no draft any more, or whoever is cut off here
    /// would find them begun, and say them twice.</summary>
    internal void Said(RoomId room, string text)
    {
        if (Of(room) == text)
            vault.Remove(VaultTable.Drafts, room.Value);
    }

    /// <summary>In place of the earlier ones, with the next commit. False if they are longer than one message; nothing
    /// is changed then.</summary>
    internal bool Keep(RoomId room, string text) => Keep(room.Value, text);

    /// <summary>The same of an act.</summary>
    internal bool KeepSheet(RoomId room, string text) => Keep(KeyOfSheet(room), text);

    /// <summary>What was filled in for a new room; empty if there is none.</summary>
    internal string Opening => At(KeyOfOpening);

    internal bool KeepOpening(string text) => Keep(KeyOfOpening, text);

    // No room's name is so short.
    private static readonly Opaque KeyOfOpening = Opaque.CopyOf([2]);

    // No room's name is so long.
    private static Opaque KeyOfSheet(RoomId room) => VaultRecords.Join(room.Value, Opaque.CopyOf([1]));

    private string At(Opaque key)
    {
        using var kept = vault.Get(VaultTable.Drafts, key);
        return kept is null ? "" : Encoding.UTF8.GetString(kept.Reveal());
    }

    private bool Keep(Opaque key, string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > RoomMessage.TextBytesMax)
            return false;
        if (text.Length == 0)
            vault.Remove(VaultTable.Drafts, key);
        else
            vault.Put(VaultTable.Drafts, key, Encoding.UTF8.GetBytes(text));
        return true;
    }
}
