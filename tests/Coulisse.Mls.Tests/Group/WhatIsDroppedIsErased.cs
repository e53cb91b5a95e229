using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Group;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Tests.Forging;

namespace Coulisse.Mls.Tests.Group;

public sealed class WhatIsDroppedIsErased
{
    [Fact]
    public void A_disposed_state_leaves_no_secret_but_those_that_the_next_one_shares()
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        var old = room[1].Group;
        var (epoch, keys) = (old.State.Epoch, old.State.Epoch.Keys.InOrder().ToDictionary());
        var message = room[0].Commit().Message;
        var processed = Assert.IsType<ProcessResult.CommitProcessed>(room[1].Process(message));
        Assert.False(epoch.Secrets.Init.IsErased);
        Assert.Equal(old.View.Epoch.Next, processed.Next.View.Epoch);

        room[1].Group = processed.Next; // Disposes the old one.
        Assert.True(epoch.Secrets.Init.IsErased);
        Assert.True(epoch.Secrets.SenderData.IsErased);
        var kept = processed.Next.State.Epoch.Keys.InOrder().ToDictionary();
        foreach (var (node, key) in keys)
        {
            if (kept.TryGetValue(node, out var same) && ReferenceEquals(same, key))
                same.CopySecret().Dispose();
            else
                Assert.Throws<ObjectDisposedException>(() => key.CopySecret());
        }
        Assert.Contains(keys, key => !kept.TryGetValue(key.Key, out var same) || !ReferenceEquals(same, key.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Ones_own_sending_ratchets_go_with_their_epoch_and_all_others_stay(int committer)
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        var own = room[1].Say("of this epoch");
        var colleague = room[2].Say("late");
        room[1].Hear(room[2].Say("read at once"));
        var (sent, received) = (RatchetOf(room[1], 1), RatchetOf(room[1], 2));
        var (ownBytes, sending) = (sent.Reveal().ToArray(), new Memory(sent));
        var receiving = new Memory(received);
        room.Commit(committer);
        Assert.True(sending.IsZero);
        Assert.False(receiving.IsZero);
        Assert.Equal(-1, Patched.Saved(room[1].Group).AsSpan().IndexOf(ownBytes));
        Assert.IsType<ProcessResult.OwnMessage>(room[1].Process(own));
        Assert.Equal("late", room[1].Hear(colleague));
        Assert.Equal("of this epoch", room[0].Hear(own));
    }

    private static SecretBytes RatchetOf(Party party, uint leaf) =>
        Patched.LeafOf(party, new(leaf)).Ratchet(RatchetKind.Application).Secret.Secret;

    [Fact]
    public void A_dropped_epochs_secrets_go_with_the_state_that_held_them()
    {
        using var room = new Room(2, Ciphersuite.X25519Aes128Gcm);
        room.Commit(0);
        var past = room[1].Group.State.Past[^1].Secrets;
        Assert.True(past.Init.IsErased);
        Assert.True(past.Resumption.IsErased);
        Assert.False(past.SenderData.IsErased);
        room[1].Group = room[1].Group.DropEpochsBefore(room[1].Group.View.Epoch);
        Assert.True(past.SenderData.IsErased);
        Assert.Empty(room[1].Group.ReadableEpochs);
    }
}
