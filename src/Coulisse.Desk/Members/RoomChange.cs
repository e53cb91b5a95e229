using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Desk.Members;

/// <summary>What needs both sides' acts: rule 3.</summary>
/// <remarks><code>
/// struct { uint16 kind; select (kind) { case 1: Sealed accreditation;    // admit this desk
///                                       case 2: RoomCharter charter;     // let these be the terms
///                                       case 3: opaque desk[16];         // at home alone: put this desk out
/// } RoomChange;</code></remarks>
public abstract record RoomChange : IWireValue<RoomChange>
{
    private RoomChange()
    {
    }

    /// <summary>Who is to be admitted; null if this is about something else.</summary>
    public Sealed<Accreditation>? Admits => (this as Admission)?.Whom;

    /// <summary>The terms that are to hold; null if this is about something else.</summary>
    public RoomCharter? Charter => (this as Amendment)?.To;

    /// <summary>The desk that is to go; null if this is about something else.</summary>
    public Opaque? PutsOut => (this as Removal)?.Desk;

    /// <summary>Whether both are about the same thing.</summary>
    internal bool IsSameAs(RoomChange other) => (this, other) switch
    {
        (Admission one, Admission two) => one.Whom.Content.Subject == two.Whom.Content.Subject,
        (Amendment one, Amendment two) => one.To == two.To,
        (Removal one, Removal two) => one.Desk == two.Desk,
        _ => false,
    };

    /// <summary>Let this accredited desk in.</summary>
    /// <param name="Whom">The desk, by what its party's seal says of it.</param>
    public sealed record Admission(Sealed<Accreditation> Whom) : RoomChange;

    /// <summary>Let the room have other terms.</summary>
    /// <param name="To">All of them, the unchanged ones included.</param>
    public sealed record Amendment(RoomCharter To) : RoomChange;

    /// <summary>At home: let this desk be in the room no more.</summary>
    /// <param name="Desk">The identifier of its accreditation.</param>
    public sealed record Removal(Opaque Desk) : RoomChange;

    /// <inheritdoc/>
    public static RoomChange Read(ref TlsReader reader) => reader.ReadUInt16() switch
    {
        1 => new Admission(SealedValue.Read<Accreditation>(ref reader)),
        2 => new Amendment(RoomCharter.Read(ref reader)),
        3 => new Removal(Opaque.CopyOf(reader.ReadFixed(Subject.IdBytes))),
        _ => throw reader.Refuse(DecodeCode.UnknownValue, "A change of a kind that this version does not know."),
    };

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        switch (this)
        {
            case Admission admission:
                writer.WriteUInt16(1);
                admission.Whom.Write(writer);
                break;
            case Amendment amendment:
                writer.WriteUInt16(2);
                amendment.To.Write(writer);
                break;
            case Removal removal:
                writer.WriteUInt16(3);
                writer.WriteFixed(removal.Desk.Span);
                break;
            default:
                throw new UnreachableException();
        }
    }
}
