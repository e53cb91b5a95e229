using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Group;

/// <summary>What is left of a finished epoch: enough to read late application messages, and nothing to write.</summary>
internal sealed class PastEpoch : IDisposable
{
    private readonly LateSecrets secrets;
    private bool disposed;

    private PastEpoch(GroupContext context, RatchetTree tree, LateSecrets secrets, SecretTree ratchets)
    {
        Context = context;
        Tree = tree;
        this.secrets = secrets;
        Ratchets = ratchets;
        Framing = new EpochFraming(tree.Suite, context, context.Encode(), secrets.Value);
    }

    internal GroupContext Context { get; }

    internal RatchetTree Tree { get; }

    internal SecretTree Ratchets { get; }

    internal EpochFraming Framing { get; }

    internal EpochSecrets Secrets => secrets.Value;

    /// <summary>
    /// Takes over the ratchets, and erases this member's own, with which nothing is written or read any more; copies
    /// of the epoch's secrets what is needed.
    /// </summary>
    internal static PastEpoch Of(EpochState epoch, SecretTree ratchets, MlsClient client)
    {
        using var withOwn = ratchets;
        return new(epoch.Context, epoch.Tree,
            new LateSecrets(epoch.Secrets.ForLateMessages(client.KeepsResumptionKeys)),
            ratchets.WithoutLeaf(epoch.Own));
    }

    /// <summary>Takes over secrets and ratchets.</summary>
    internal static PastEpoch Load(GroupContext context, RatchetTree tree, EpochSecrets secrets, SecretTree ratchets) =>
        new(context, tree, new LateSecrets(secrets), ratchets);

    /// <summary>The same after a message; takes over the ratchets.</summary>
    internal PastEpoch With(SecretTree ratchets) => new(Context, Tree, secrets.Held(), ratchets);

    /// <summary>The same once more, to be disposed by itself.</summary>
    internal PastEpoch Share() => With(Ratchets.Share());

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        secrets.LetGo();
        Ratchets.Dispose();
    }

    private sealed class LateSecrets(EpochSecrets value) : Shared
    {
        internal EpochSecrets Value => value;

        private protected override void Erase() => value.Dispose();
    }
}
