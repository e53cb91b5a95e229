using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Framing;

/// <summary>Who sent a content.</summary>
/// <remarks>RFC 9420 §6: <code>
/// struct { SenderType sender_type; select (Sender.sender_type) { case member: uint32 leaf_index;
///          case external: uint32 sender_index; case new_member_commit: case new_member_proposal: struct{}; };
/// } Sender;
/// </code></remarks>
public abstract record Sender : ITlsStruct<Sender>
{
    private Sender() { }

    /// <inheritdoc/>
    public static Sender Read(ref TlsReader reader) => reader.ReadUInt8() switch
    {
        1 => new Member(LeafIndex.Read(ref reader)),
        2 => new External(reader.ReadUInt32()),
        3 => new NewMemberProposal(),
        4 => new NewMemberCommit(),
        _ => throw reader.Refuse(DecodeCode.UnknownValue, "The kind of sender is unknown."),
    };

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        switch (this)
        {
            case Member member:
                writer.WriteUInt8(1);
                member.Leaf.Write(writer);
                break;
            case External external:
                writer.WriteUInt8(2);
                writer.WriteUInt32(external.SenderIndex);
                break;
            case NewMemberProposal:
                writer.WriteUInt8(3);
                break;
            case NewMemberCommit:
                writer.WriteUInt8(4);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A member of the group.</summary>
    public sealed record Member(LeafIndex Leaf) : Sender;

    /// <summary>Someone outside whom the group's context names.</summary>
    public sealed record External(uint SenderIndex) : Sender;

    /// <summary>Someone who asks to be added.</summary>
    public sealed record NewMemberProposal : Sender;

    /// <summary>Someone who adds themselves.</summary>
    public sealed record NewMemberCommit : Sender;
}
