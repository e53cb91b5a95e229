using Coulisse.Crypto.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Proposals;

namespace Coulisse.Mls.Group;

/// <summary>What came of writing a message or a proposal. No record: the next state holds secrets.</summary>
public abstract class SendResult
{
    private SendResult() { }

    /// <summary>
    /// The bytes to send, and the state to go on with. Store both before sending: the same key must never encrypt
    /// twice.
    /// </summary>
    public sealed class Made : SendResult
    {
        internal Made(Opaque message, ProposalRef? reference, MlsGroup next) =>
            (Message, Reference, Next) = (message, reference, next);

        /// <summary>The encoded MLSMessage.</summary>
        public Opaque Message { get; }

        /// <summary>How a commit will name it, if it is a proposal.</summary>
        public ProposalRef? Reference { get; }

        public MlsGroup Next { get; }
    }

    /// <summary>It would break a rule of the protocol, or the policy.</summary>
    public sealed class Refused : SendResult
    {
        internal Refused(MlsError error) => Error = error;

        public MlsError Error { get; }
    }
}
