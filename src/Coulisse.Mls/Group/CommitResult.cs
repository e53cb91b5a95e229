using Coulisse.Crypto.Codec;
using Coulisse.Mls.Errors;

namespace Coulisse.Mls.Group;

/// <summary>What came of making a commit. No record: the next state holds secrets.</summary>
public abstract class CommitResult
{
    private CommitResult() { }

    /// <summary>
    /// The bytes to send, and the state to go on with once they are sure to be the epoch's only commit. Whichever of
    /// the
    /// two states is dropped has to be disposed.
    /// </summary>
    public sealed class Made : CommitResult
    {
        internal Made(Opaque message, Opaque? welcome, ProposedCommit commit, MlsGroup next)
        {
            Message = message;
            Welcome = welcome;
            Commit = commit;
            Next = next;
        }

        /// <summary>The encoded MLSMessage for the present members.</summary>
        public Opaque Message { get; }

        /// <summary>The encoded MLSMessage for those added; null if nobody is.</summary>
        public Opaque? Welcome { get; }

        /// <summary>What was committed.</summary>
        public ProposedCommit Commit { get; }

        public MlsGroup Next { get; }
    }

    /// <summary>The commit would break a rule of the protocol, or the policy.</summary>
    public sealed class Refused : CommitResult
    {
        internal Refused(MlsError error) => Error = error;

        public MlsError Error { get; }
    }
}
