using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Proposals;

/// <summary>A proposal in a commit: itself, or the hash of the message that carried it.</summary>
/// <remarks>RFC 9420 §12.4: <code>
/// struct { ProposalOrRefType type; select (ProposalOrRef.type) { case proposal: Proposal proposal;
///          case reference: ProposalRef reference; }; } ProposalOrRef;
/// </code></remarks>
public abstract record ProposalOrRef : ITlsStruct<ProposalOrRef>
{
    private ProposalOrRef() { }

    /// <inheritdoc/>
    public static ProposalOrRef Read(ref TlsReader reader) => reader.ReadUInt8() switch
    {
        1 => new ByValue(Proposal.Read(ref reader)),
        2 => new ByReference(ProposalRef.Read(ref reader)),
        _ => throw reader.Refuse(DecodeCode.UnknownValue, "Neither a proposal nor a reference to one."),
    };

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        switch (this)
        {
            case ByValue value:
                writer.WriteUInt8(1);
                value.Proposal.Write(writer);
                break;
            case ByReference reference:
                writer.WriteUInt8(2);
                reference.Reference.Write(writer);
                break;
            default:
                throw new UnreachableException();
        }
    }

    public sealed record ByValue(Proposal Proposal) : ProposalOrRef;

    public sealed record ByReference(ProposalRef Reference) : ProposalOrRef;
}
