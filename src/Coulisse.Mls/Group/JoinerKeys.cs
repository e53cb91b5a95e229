using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;

namespace Coulisse.Mls.Group;

/// <summary>
/// The private keys that a welcome's path secret gives: of the lowest node above both the joiner and the committer, and
/// of every node above that (RFC 9420 §12.4.3.1).
/// </summary>
internal static class JoinerKeys
{
    internal static void Derive(
        RatchetTree tree, LeafIndex own, LeafIndex committer, SecretBytes? pathSecret, FreshKeys fresh)
    {
        if (pathSecret is null)
            return;
        var secret = SecretBytes.CopyOf(pathSecret.Reveal());
        foreach (var node in Above(tree, own, committer))
        {
            using var used = secret;
            var key = PathSecrets.NodeKey(tree.Suite, used);
            fresh.ByNode[node.Node] = key;
            if (node.Parent?.EncryptionKey != key.PublicKey)
                throw new MlsRejection(MlsErrorCode.WelcomePathSecret, "12.4.3.1",
                    "The welcome's path secret does not give the tree's keys.");
            secret = PathSecrets.Next(tree.Suite, used);
        }
        secret.Dispose();
    }

    // The common ancestor itself, blank or not, and the nodes above it that are not blank, from below.
    private static List<Subtree> Above(RatchetTree tree, LeafIndex own, LeafIndex committer)
    {
        var nodes = new List<Subtree>();
        var at = tree.Root;
        while (!at.IsLeaf && at.Fork(own).Toward == at.Fork(committer).Toward)
        {
            if (at.Parent is not null)
                nodes.Add(at);
            at = at.Fork(own).Toward;
        }
        nodes.Add(at);
        nodes.Reverse();
        return nodes;
    }
}
