using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Tree;
using CsCheck;

namespace Coulisse.Mls.Tests.Ratchets;

public sealed class A_key_is_given_once
{
    [Fact]
    public void The_same_generation_again_is_a_replay()
    {
        using var tree = Drawing.NewTree(4).After(leaf: 2, generation: 0).After(leaf: 2, generation: 1);
        Assert.Equal(RatchetAnswer.Replayed, tree.At(2, 0).Answer);
        Assert.Equal(RatchetAnswer.Replayed, tree.At(2, 1).Answer);
        Assert.Equal(RatchetAnswer.Drawn, tree.At(2, 2).Answer);
        Assert.Equal(RatchetAnswer.Drawn, tree.At(1, 0).Answer);
        Assert.Equal(RatchetAnswer.Drawn, tree.At(2, 0, RatchetKind.Handshake).Answer);
    }

    [Fact]
    public void A_passed_over_generation_waits_and_is_given_once()
    {
        using var tree = Drawing.NewTree(2).After(leaf: 0, generation: 5).After(leaf: 0, generation: 3);
        Assert.Equal(RatchetAnswer.Replayed, tree.At(0, 3).Answer);
        Assert.Equal(RatchetAnswer.Replayed, tree.At(0, 5).Answer);
        Assert.Equal(RatchetAnswer.Drawn, tree.At(0, 4).Answer);
    }

    [Fact]
    public void The_limit_ahead_is_reached_and_not_passed()
    {
        using var tree = Drawing.NewTree(2);
        Assert.Equal(RatchetAnswer.TooFarAhead, tree.At(0, SecretTree.GenerationsAheadMax).Answer);
        Assert.Equal(RatchetAnswer.TooFarAhead, tree.At(0, uint.MaxValue).Answer);
        Assert.Equal(RatchetAnswer.Drawn, tree.At(0, SecretTree.GenerationsAheadMax - 1).Answer);
    }

    [Fact]
    public void What_waited_longest_goes_first_and_is_then_too_old()
    {
        using var tree = Drawing.NewTree(2).After(leaf: 0, generation: 1023).After(leaf: 0, generation: 1030);
        // 0..1022 and 1024..1029 were passed over: five more than may wait.
        Assert.Equal(RatchetAnswer.TooOld, tree.At(0, 4).Answer);
        Assert.Equal(RatchetAnswer.Drawn, tree.At(0, 5).Answer);
        Assert.Equal(RatchetAnswer.Replayed, tree.At(0, 1023).Answer);
    }

    [Fact]
    public void After_the_last_generation_the_ratchet_is_exhausted()
    {
        using var tree = AtGeneration(uint.MaxValue);
        var last = tree.At(0, uint.MaxValue);
        Assert.Equal(RatchetAnswer.Drawn, last.Answer);
        using var after = last.Next!;
        Assert.Equal(RatchetAnswer.Exhausted, Next(after));
        Assert.Equal(RatchetAnswer.Replayed, after.At(0, uint.MaxValue).Answer);
    }

    [Fact]
    public void A_leaf_outside_the_tree_has_no_keys()
    {
        using var tree = Drawing.NewTree(4);
        Assert.Equal(RatchetAnswer.NoSuchLeaf, tree.At(4, 0).Answer);
        Assert.Equal(RatchetAnswer.NoSuchLeaf, tree.At(uint.MaxValue, 0).Answer);
        Assert.Throws<ArgumentOutOfRangeException>(() => Drawing.NewTree(3));
    }

    [Fact]
    public void In_whatever_order_messages_come_each_key_is_the_same_and_comes_once() =>
        Gen.Shuffle(Enumerable.Range(0, 24).Select(one => (uint)one).ToArray()).Sample(order =>
        {
            var tree = Drawing.NewTree(8);
            var inOrder = Keys(Drawing.NewTree(8), [.. order.Order()]);
            var keys = Keys(tree, order);
            return order.All(generation => keys[generation] == inOrder[generation])
                && keys.Values.Distinct().Count() == order.Length;
        }, iter: 100);

    private static Dictionary<uint, string> Keys(SecretTree tree, uint[] order)
    {
        var keys = new Dictionary<uint, string>();
        foreach (var generation in order)
        {
            keys[generation] = tree.At(5, generation).Key;
            tree = tree.After(5, generation);
        }
        tree.Dispose();
        return keys;
    }

    /// <summary>A loaded tree of one leaf whose application ratchet stands at a generation.</summary>
    private static SecretTree AtGeneration(ulong generation)
    {
        var saved = new ScratchWriter(stackalloc byte[512]);
        saved.WriteUInt32(1);
        saved.WriteUInt8(3);
        foreach (var at in new[] { 0UL, generation })
        {
            saved.WriteVector(new byte[32]);
            saved.WriteUInt64(at);
            saved.WriteUInt64(0);
            saved.WriteUInt16(0);
        }
        var reader = new TlsReader(saved.Written.ToArray());
        return SecretTree.Load(Drawing.Suite, ref reader);
    }

    private static RatchetAnswer Next(SecretTree tree) =>
        tree.DrawNext(new LeafIndex(0), RatchetKind.Application, new byte[16], new byte[12], out _, out _);
}
