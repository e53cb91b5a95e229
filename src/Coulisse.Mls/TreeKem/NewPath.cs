using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.TreeKem;

/// <summary>
/// A committer's fresh leaf and keys above it, sealed to the rest of the group: RFC 9420 §7.4 to §7.6. Holds the
/// secrets
/// of its nodes until the welcome is written; the private keys are for whoever takes them.
/// </summary>
internal sealed class NewPath : IDisposable
{
    private readonly Ciphersuite suite;
    private readonly ImmutableArray<PathStep> steps;
    private readonly List<SecretBytes> secrets = [];
    private readonly Dictionary<uint, HpkePrivateKey> keys = [];
    private bool keysTaken;

    private NewPath(PathRequest request, IRandomSource random)
    {
        suite = request.Tree.Suite;
        steps = request.Tree.FilteredDirectPath(request.Own);
        var whole = false;
        try
        {
            CommitSecret = DeriveKeys(random);
            Tree = Merge(request, random);
            var context = request.Context(Tree.Hash);
            Path = new UpdatePath(Tree.LeafAt(request.Own)!, TlsList.From(steps.Select((_, step) =>
                Seal(step, request.NewLeaves, context, random))));
            whole = true;
        }
        finally
        {
            if (!whole)
                Dispose();
        }
    }

    /// <summary>As it travels.</summary>
    internal UpdatePath Path { get; }

    /// <summary>The tree with the path in it.</summary>
    internal RatchetTree Tree { get; }

    internal SecretBytes CommitSecret { get; }

    internal static NewPath Create(PathRequest request, IRandomSource random) => new(request, random);

    /// <summary>The private keys by node, leaf included; from now on they are the caller's to dispose.</summary>
    internal IReadOnlyDictionary<uint, HpkePrivateKey> TakeKeys()
    {
        keysTaken = true;
        return keys;
    }

    /// <summary>The secret of the lowest node above both the committer and <paramref name="joiner"/>.</summary>
    internal SecretBytes SecretFor(LeafIndex joiner)
    {
        for (var step = 0; step < steps.Length; step++)
            if (steps[step].Copath.Covers(joiner))
                return secrets[step];
        throw new ArgumentException("The leaf is under no node of the path.", nameof(joiner));
    }

    public void Dispose()
    {
        CommitSecret?.Dispose(); // Null if a path was given up at its beginning.
        foreach (var secret in secrets)
            secret.Dispose();
        foreach (var key in keysTaken ? [] : keys.Values.ToArray())
            key.Dispose();
    }

    private SecretBytes DeriveKeys(IRandomSource random)
    {
        var secret = SecretBytes.Random(suite.Hash.HashBytes, random);
        foreach (var step in steps)
        {
            secrets.Add(secret);
            keys[step.Node.Node] = PathSecrets.NodeKey(suite, secret);
            secret = PathSecrets.Next(suite, secret);
        }
        return secret;
    }

    private RatchetTree Merge(PathRequest request, IRandomSource random)
    {
        var draft = new TreeDraft(request.Tree);
        var parentHash = draft.MergePath(request.Own, steps, [.. steps.Select(s => keys[s.Node.Node].PublicKey)]);
        var leafKey = HpkePrivateKey.Generate(suite.Hpke.Kem, random);
        keys[request.Own.Value * 2] = leafKey;
        var leaf = request.Leaf with
        {
            EncryptionKey = leafKey.PublicKey,
            Source = new LeafNodeSource.Commit(parentHash),
        };
        draft.ReplaceLeaf(request.Own, leaf.SignedBy(suite, request.Signer, request.GroupId, request.Own));
        return draft.ToTree();
    }

    private UpdatePathNode Seal(
        int step, ImmutableHashSet<LeafIndex> newLeaves, Opaque context, IRandomSource random)
    {
        var receivers = steps[step].Copath.Resolution(newLeaves);
        var ciphertexts = ImmutableArray.CreateBuilder<HpkeCiphertext>(receivers.Count);
        foreach (var receiver in receivers)
            ciphertexts.Add(SealTo(receiver, secrets[step], context, random));
        return new UpdatePathNode(keys[steps[step].Node.Node].PublicKey, new(ciphertexts.DrainToImmutable()));
    }

    private HpkeCiphertext SealTo(Subtree receiver, SecretBytes secret, Opaque context, IRandomSource random)
    {
        var key = receiver.Leaf?.EncryptionKey ?? receiver.Parent!.EncryptionKey;
        return suite.EncryptWithLabel(key, "UpdatePathNode"u8, context.Span, secret.Reveal(), random)
            ?? throw new MlsRejection(MlsErrorCode.PathUnusableKey, "7.6", "A member's key cannot be encrypted to.");
    }
}
