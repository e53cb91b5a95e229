using Coulisse.Crypto.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Group;

/// <summary>
/// What a message from a peer came to. No record: the next state holds secrets. A case with a next state leaves the
/// present one as it was; whichever of the two is dropped has to be disposed.
/// </summary>
public abstract class ProcessResult
{
    private ProcessResult() { }

    /// <summary>A member said something.</summary>
    public sealed class ApplicationMessage : ProcessResult
    {
        internal ApplicationMessage(
            FramedContent content, LeafIndex sender, LeafNode leaf, ApplicationData data, MlsGroup next) =>
            (Epoch, Sender, SenderLeaf, Data, AuthenticatedData, Next) =
                (content.Epoch, sender, leaf, data, content.AuthenticatedData, next);

        /// <summary>The epoch it was written in; a finished one, if it came late.</summary>
        public Epoch Epoch { get; }

        public LeafIndex Sender { get; }

        /// <summary>The sender as it was in that epoch; somebody else may sit at its place by now.</summary>
        public LeafNode SenderLeaf { get; }

        public ApplicationData Data { get; }

        public Opaque AuthenticatedData { get; }

        public MlsGroup Next { get; }
    }

    /// <summary>A proposal now waits for a commit.</summary>
    public sealed class ProposalReceived : ProcessResult
    {
        internal ProposalReceived(ProposedChange change, MlsGroup next) => (Change, Next) = (change, next);

        public ProposedChange Change { get; }

        public MlsGroup Next { get; }
    }

    /// <summary>The group is in its next epoch.</summary>
    public sealed class CommitProcessed : ProcessResult
    {
        internal CommitProcessed(ProposedCommit commit, MlsGroup next) => (Commit, Next) = (commit, next);

        public ProposedCommit Commit { get; }

        public MlsGroup Next { get; }
    }

    /// <summary>
    /// A commit removed this client. Its sender and its form were checked; the new epoch cannot be, from outside.
    /// </summary>
    public sealed class Removed : ProcessResult
    {
        internal Removed(ProposedCommit commit) => Commit = commit;

        public ProposedCommit Commit { get; }
    }

    /// <summary>This client's own message came back, or something that claims to be; it says nothing new.</summary>
    public sealed class OwnMessage : ProcessResult
    {
        internal static readonly OwnMessage Instance = new();
    }

    /// <summary>The key of this message was used already: it was read before, or says nothing.</summary>
    public sealed class Duplicate : ProcessResult
    {
        internal static readonly Duplicate Instance = new();
    }

    /// <summary>The message claims an epoch that this client has not reached: keep it for then.</summary>
    public sealed class FutureEpoch : ProcessResult
    {
        internal FutureEpoch(Epoch epoch) => Epoch = epoch;

        public Epoch Epoch { get; }
    }

    /// <summary>The message claims a finished epoch, and cannot be used any more.</summary>
    public sealed class PastEpoch : ProcessResult
    {
        internal PastEpoch(Epoch epoch) => Epoch = epoch;

        public Epoch Epoch { get; }
    }

    /// <summary>The message breaks a rule.</summary>
    public sealed class Rejected : ProcessResult
    {
        internal Rejected(MlsError error) => Error = error;

        public MlsError Error { get; }
    }
}
