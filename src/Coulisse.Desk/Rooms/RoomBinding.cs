using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Members;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Rooms;

/// <summary>
/// What is bound to everything of a room in the open, by signature and, for a commit, by the transcript: the profile,
/// the epoch's tag; of a commit whose it is and who holds the turn after it; of a proposal which intent it carries out.
/// It is the MLS authenticated_data.
/// </summary>
/// <remarks><c>protocol/rooms.md</c>: <code>
/// struct { uint16 profile; uint16 kind; opaque tag[16];
///          select (kind) { case 1: ; case 2: uint16 side; uint16 turn_after; case 3: opaque intent[32]; };
/// } RoomBinding;</code></remarks>
internal abstract record RoomBinding(Opaque Tag) : IWireValue<RoomBinding>
{
    /// <summary>The rules that this desk follows; a desk that follows others is refused, not guessed at.</summary>
    internal const ushort Profile = 1;

    private const ushort MessageKind = 1;
    private const ushort CommitKind = 2;
    private const ushort ProposalKind = 3;

    /// <summary>On a message.</summary>
    internal sealed record OfMessage(Opaque Tag) : RoomBinding(Tag);

    /// <summary>On a commit.</summary>
    internal sealed record OfCommit(Opaque Tag, Side Side, Side TurnAfter) : RoomBinding(Tag);

    /// <summary>On a proposal that only both sides' acts allow.</summary>
    internal sealed record OfProposal(Opaque Tag, IntentId Intent) : RoomBinding(Tag);

    public static RoomBinding Read(ref TlsReader reader)
    {
        if (reader.ReadUInt16() != Profile)
            throw reader.Refuse(DecodeCode.UnknownValue, "A room of a profile that this version does not know.");
        var kind = reader.ReadUInt16();
        var tag = Opaque.CopyOf(reader.ReadFixed(EpochTag.Bytes));
        return kind switch
        {
            MessageKind => new OfMessage(tag),
            CommitKind => new OfCommit(tag, ReadSide(ref reader), ReadSide(ref reader)),
            ProposalKind => new OfProposal(tag, IntentId.Read(ref reader)),
            _ => throw reader.Refuse(DecodeCode.UnknownValue, "A binding of a kind that this version does not know."),
        };
    }

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16(Profile);
        writer.WriteUInt16(this switch
        {
            OfMessage => MessageKind,
            OfCommit => CommitKind,
            _ => ProposalKind,
        });
        writer.WriteFixed(Tag.Span);
        switch (this)
        {
            case OfMessage:
                break;
            case OfCommit commit:
                writer.WriteUInt16((ushort)commit.Side);
                writer.WriteUInt16((ushort)commit.TurnAfter);
                break;
            case OfProposal proposal:
                proposal.Intent.Write(writer);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The binding that exactly these bytes are; null if they are none.</summary>
    internal static RoomBinding? From(Opaque authenticatedData)
    {
        try
        {
            return WireValue.Decode<RoomBinding>(authenticatedData.Span);
        }
        catch (DecodeException)
        {
            return null;
        }
    }

    internal static Side ReadSide(ref TlsReader reader) => reader.ReadUInt16() switch
    {
        (ushort)Side.A => Side.A,
        (ushort)Side.B => Side.B,
        _ => throw reader.Refuse(DecodeCode.UnknownValue, "A line has two sides."),
    };
}
