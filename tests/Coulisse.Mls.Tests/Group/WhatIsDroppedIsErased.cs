using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Group;

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
