using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Proposals;

/// <summary>A change to the group that a commit may bring about: RFC 9420 §12.1.</summary>
/// <remarks>The content of an unregistered type has no known end, so such a proposal cannot be read.</remarks>
public abstract record Proposal : ITlsStruct<Proposal>
{
    private Proposal() { }

    /// <summary>Its kind.</summary>
    public ProposalType Type => this switch
    {
        Add => ProposalType.Add,
        Update => ProposalType.Update,
        Remove => ProposalType.Remove,
        Psk => ProposalType.Psk,
        ReInit => ProposalType.ReInit,
        ExternalInit => ProposalType.ExternalInit,
        GroupContextExtensions => ProposalType.GroupContextExtensions,
        _ => throw new UnreachableException(),
    };

    /// <inheritdoc/>
    public static Proposal Read(ref TlsReader reader) => reader.ReadUInt16() switch
    {
        1 => new Add(KeyPackage.Read(ref reader)),
        2 => new Update(LeafNode.Read(ref reader)),
        3 => new Remove(LeafIndex.Read(ref reader)),
        4 => new Psk(PreSharedKeyId.Read(ref reader)),
        5 => new ReInit(
            GroupId: GroupId.Read(ref reader),
            Version: ProtocolVersion.Read(ref reader),
            Ciphersuite: CiphersuiteCode.Read(ref reader),
            Extensions: reader.ReadExtensions()),
        6 => new ExternalInit(reader.ReadOpaque(MlsLimits.KemOutputBytesMax)),
        7 => new GroupContextExtensions(reader.ReadExtensions()),
        _ => throw reader.Refuse(DecodeCode.UnknownValue, "The kind of proposal is unknown."),
    };

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Type.Write(writer);
        WriteContent(writer);
    }

    private protected abstract void WriteContent(TlsWriter writer);

    /// <summary>RFC 9420 §12.1.1.</summary>
    public sealed record Add(KeyPackage KeyPackage) : Proposal
    {
        private protected override void WriteContent(TlsWriter writer) => KeyPackage.Write(writer);
    }

    /// <summary>RFC 9420 §12.1.2.</summary>
    public sealed record Update(LeafNode LeafNode) : Proposal
    {
        private protected override void WriteContent(TlsWriter writer) => LeafNode.Write(writer);
    }

    /// <summary>RFC 9420 §12.1.3.</summary>
    public sealed record Remove(LeafIndex Removed) : Proposal
    {
        private protected override void WriteContent(TlsWriter writer) => Removed.Write(writer);
    }

    /// <summary>RFC 9420 §12.1.4, PreSharedKey.</summary>
    public sealed record Psk(PreSharedKeyId Id) : Proposal
    {
        private protected override void WriteContent(TlsWriter writer) => Id.Write(writer);
    }

    /// <summary>RFC 9420 §12.1.5.</summary>
    public sealed record ReInit(
        GroupId GroupId, ProtocolVersion Version, CiphersuiteCode Ciphersuite, TlsList<Extension> Extensions) : Proposal
    {
        private protected override void WriteContent(TlsWriter writer)
        {
            GroupId.Write(writer);
            Version.Write(writer);
            Ciphersuite.Write(writer);
            writer.WriteList(Extensions);
        }
    }

    /// <summary>RFC 9420 §12.1.6.</summary>
    public sealed record ExternalInit(Opaque KemOutput) : Proposal
    {
        private protected override void WriteContent(TlsWriter writer) => writer.WriteVector(KemOutput);
    }

    /// <summary>RFC 9420 §12.1.7.</summary>
    public sealed record GroupContextExtensions(TlsList<Extension> Extensions) : Proposal
    {
        private protected override void WriteContent(TlsWriter writer) => writer.WriteList(Extensions);
    }
}
