using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Ratchets;

public sealed class Old_and_next_states_stand_beside_each_other
{
    [Fact]
    public void The_old_state_gives_the_same_key_until_it_is_dropped()
    {
        using var tree = Drawing.NewTree(8);
        var first = tree.At(6, 7);
        var again = tree.At(6, 7);
        Assert.Equal(first.Key, again.Key);
        first.Next!.Dispose();
        Assert.Equal(first.Key, tree.At(6, 7).Key);
        using var next = again.Next!;
        Assert.Equal(RatchetAnswer.Replayed, next.At(6, 7).Answer);
    }

    [Fact]
    public void Dropping_the_old_state_erases_what_the_key_came_from_and_nothing_else()
    {
        var tree = Drawing.NewTree(2);
        tree.At(0, 0).Next!.Dispose(); // Unfolds the way to the leaf.
        var seen = Watched.In(tree);
        var next = tree.At(0, 0).Next!;
        Assert.All(seen.All, one => Assert.False(one.IsZero));
        tree.Dispose();
        Assert.True(seen.Application.IsZero);
        Assert.False(seen.Handshake.IsZero);
        Assert.False(seen.OtherLeaf.IsZero);
        next.Dispose();
        Assert.All(seen.All, one => Assert.True(one.IsZero));
    }

    [Fact]
    public void Dropping_the_next_state_leaves_the_old_one_whole()
    {
        using var tree = Drawing.NewTree(2);
        tree.At(0, 0).Next!.Dispose();
        var seen = Watched.In(tree);
        var next = tree.At(0, 9).Next!;
        var fresh = Watched.In(next);
        next.Dispose();
        Assert.All(seen.All, one => Assert.False(one.IsZero));
        Assert.True(fresh.Application.IsZero);
    }

    [Fact]
    public void A_waiting_key_is_erased_when_its_message_was_read()
    {
        var tree = Drawing.NewTree(2).After(leaf: 0, generation: 2);
        var waiting = new Memory(Watched.Waiting(tree, leaf: 0, index: 1));
        Assert.False(waiting.IsZero);
        using var next = tree.After(leaf: 0, generation: 1);
        Assert.True(waiting.IsZero);
    }

    [Fact]
    public void A_shared_state_lives_until_its_last_holder_drops_it()
    {
        var tree = Drawing.NewTree(2);
        var key = tree.At(1, 0).Key;
        var shared = tree.Share();
        tree.Dispose();
        tree.Dispose(); // Again is no second time.
        Assert.Equal(key, shared.At(1, 0).Key);
        Assert.Throws<ObjectDisposedException>(() => tree.At(1, 0));
        shared.Dispose();
        Assert.Throws<ObjectDisposedException>(() => shared.At(1, 0));
    }

    [Fact]
    public void A_saved_state_loads_with_its_waiting_keys_and_its_memory_of_what_was_used()
    {
        using var tree = Drawing.NewTree(4).After(leaf: 3, generation: 4).After(leaf: 3, generation: 2);
        var saved = new ScratchWriter(stackalloc byte[64]);
        tree.Save(ref saved);
        var reader = new TlsReader(saved.Written.ToArray());
        using var loaded = SecretTree.Load(Drawing.Suite, ref reader);
        reader.End();
        Assert.Equal(tree.At(3, 3).Key, loaded.At(3, 3).Key);
        Assert.Equal(tree.At(3, 8).Key, loaded.At(3, 8).Key);
        Assert.Equal(tree.At(0, 0).Key, loaded.At(0, 0).Key);
        Assert.Equal(RatchetAnswer.Replayed, loaded.At(3, 2).Answer);
    }

    [Fact]
    public void A_saved_state_of_another_form_is_refused()
    {
        Assert.Equal(DecodeCode.BadContent, RefusalOf([0, 0, 0, 3]));
        Assert.Equal(DecodeCode.UnknownValue, RefusalOf([0, 0, 0, 1, 2]));
        Assert.Equal(DecodeCode.UnknownValue, RefusalOf([0, 0, 0, 2, 3]));
        Assert.Equal(DecodeCode.Truncated, RefusalOf([0, 0, 0, 1, 1, 32, 5]));
    }

    private static DecodeCode RefusalOf(byte[] bytes) => Assert.Throws<DecodeException>(() =>
    {
        var reader = new TlsReader(bytes);
        SecretTree.Load(Drawing.Suite, ref reader).Dispose();
    }).Code;
}
