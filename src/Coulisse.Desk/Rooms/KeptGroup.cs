using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Desk.Vault;
using Coulisse.Mls.Group;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// A room's group in the vault: a snapshot, and what has changed in its epoch since, each time some hundred bytes where
/// a snapshot has the trees of all epochs that can still be read. With a commit that erases (another epoch, keys or
/// words that went) a new snapshot takes the place of all that.
/// </summary>
internal sealed class KeptGroup(IVault vault, RoomId room)
{
    private const int ChangesMax = 64; // as many commits as may stand in the vault's log until it is emptied

    private MlsGroup? kept;
    private ulong changes;

    /// <summary>The group as it was last kept; null if there is none.</summary>
    internal MlsGroup? Load(MlsClient client, SignaturePrivateKey signer)
    {
        using var snapshot = vault.Get(VaultTable.Groups, room.Value);
        if (snapshot is null)
            return null;
        kept = MlsGroup.Load(client, signer, snapshot.Reveal());
        while (vault.Get(VaultTable.GroupChanges, Key(changes + 1)) is { } change)
        {
            using (change)
            using (kept)
                kept = kept.Advance(change.Reveal());
            changes++;
        }
        return kept;
    }

    /// <summary>Whether states before the last one could still be made of what is kept.</summary>
    internal bool HasChanges => changes > 0;

    /// <summary>Keeps this state; it stays its owner's.</summary>
    /// <param name="group">The state.</param>
    /// <param name="erases">Whether nothing of a state before may stay.</param>
    internal void Save(MlsGroup group, bool erases)
    {
        using var bytes = new WipedBuffer();
        if (!erases && kept is not null && changes < ChangesMax && group.Follows(kept))
        {
            group.SaveSince(kept, bytes);
            vault.Put(VaultTable.GroupChanges, Key(++changes), bytes.Written);
        }
        else
        {
            group.Save(bytes);
            vault.Put(VaultTable.Groups, room.Value, bytes.Written);
            ForgetChanges();
        }
        var before = kept;
        kept = group;
        if (!ReferenceEquals(before, group))
            before?.Dispose();
    }

    /// <summary>The room has gone on from this state, which is wiped as soon as nothing is to be compared with
    /// it.</summary>
    internal void LetGo(MlsGroup group)
    {
        if (!ReferenceEquals(group, kept))
            group.Dispose();
    }

    /// <summary>Nothing of it is kept any more.</summary>
    internal void Remove()
    {
        vault.Remove(VaultTable.Groups, room.Value);
        ForgetChanges();
        Dispose();
    }

    /// <summary>Wipes what was kept for comparison, and the present state if it is that.</summary>
    internal void Dispose()
    {
        kept?.Dispose();
        kept = null;
    }

    private void ForgetChanges()
    {
        for (; changes > 0; changes--)
            vault.Remove(VaultTable.GroupChanges, Key(changes));
    }

    private Opaque Key(ulong number) => VaultRecords.Join(room.Value, VaultRecords.Ordered(number));
}
