using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Members;

/// <summary>An intent as one desk knows it: what is to become of a room by both sides' acts.</summary>
/// <param name="Id">Which.</param>
/// <param name="Order">Where it stands in this desk's transcript; how people name it.</param>
/// <param name="Author">The desk that said it.</param>
/// <param name="By">Its side.</param>
/// <param name="What">The change.</param>
/// <param name="Reason">Why.</param>
/// <param name="State">How far it is.</param>
/// <param name="IsConsented">Whether an act of a mandated person of the other side is known, whatever came
/// after.</param>
/// <param name="Epoch">In which it was said; 0 as long as the own station has not taken it.</param>
/// <param name="Package">At its author: the key package that they gave; else empty.</param>
/// <param name="IsTried">Whether this desk's machine has tried: at its author to propose it in MLS, which is done again
/// only after a pause, or a hostile side could keep both committing; on the other side to commit it, in vain.</param>
public sealed record RoomIntent(IntentId Id, ulong Order, Opaque Author, Side By, RoomChange What,
    string Reason, IntentState State, bool IsConsented, ulong Epoch, Opaque Package,
    bool IsTried = false) : IWireValue<RoomIntent>
{
    private const int PackageBytesMax = 64 * 1024;

    /// <summary>Who is to be admitted; null if it is about something else.</summary>
    public Subject? Whom => What.Admits?.Content.Subject;

    /// <summary>Whether it has no end yet.</summary>
    public bool IsOpen => State is IntentState.Proposed or IntentState.Consented;

    /// <summary>Further on; an end is never taken back, and of two ends the stronger holds, in whichever order they
    /// came.</summary>
    internal RoomIntent At(IntentState state) => Strength(state) > Strength(State) ? this with { State = state } : this;

    // What somebody said of it stands over what became of it by the way, or who reads the two in another order would
    // have another end.
    private static int Strength(IntentState state) =>
        state == IntentState.Overtaken ? 2 * (int)IntentState.Consented + 1 : 2 * (int)state;

    /// <inheritdoc/>
    public static RoomIntent Read(ref TlsReader reader) => new(IntentId.Read(ref reader), reader.ReadUInt64(),
        Opaque.CopyOf(reader.ReadFixed(Subject.IdBytes)), RoomBinding.ReadSide(ref reader),
        RoomChange.Read(ref reader), RoomCharter.ReadText(ref reader, Intent.ReasonBytesMax),
        (IntentState)reader.ReadUInt16(), reader.ReadUInt8() != 0, reader.ReadUInt64(),
        reader.ReadOpaque(PackageBytesMax), reader.ReadUInt8() != 0);

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Id.Write(writer);
        writer.WriteUInt64(Order);
        writer.WriteFixed(Author.Span);
        writer.WriteUInt16((ushort)By);
        What.Write(writer);
        writer.WriteVector(Encoding.UTF8.GetBytes(Reason));
        writer.WriteUInt16((ushort)State);
        writer.WriteUInt8(IsConsented ? (byte)1 : (byte)0);
        writer.WriteUInt64(Epoch);
        writer.WriteVector(Package);
        writer.WriteUInt8(IsTried ? (byte)1 : (byte)0);
    }
}

/// <summary>How far an intent is. A later one stands over an earlier, and the chain of commits over all that is said;
/// overtaken gives way to every other end.</summary>
/// <remarks><code>
/// Proposed ── their person's yes ──> Consented ── (key package,) their commit ──> CarriedOut
///     └── their person's no ──> Declined    any ── ours ──> Withdrawn    ── a fault ──> Failed
///     └── another was carried out before ──> Overtaken
/// </code></remarks>
public enum IntentState : ushort
{
    /// <summary>Said, and not answered: silence is never consent.</summary>
    Proposed = 1,

    /// <summary>The other side's person said yes.</summary>
    Consented = 2,

    /// <summary>The other side's person said no.</summary>
    Declined = 3,

    /// <summary>Taken back, or whom it names does not come.</summary>
    Withdrawn = 4,

    /// <summary>Both wanted it, and a machine could not: to be proposed again.</summary>
    Failed = 5,

    /// <summary>Members or terms changed meanwhile: who joined could not know of it, and who consented did so to
    /// another room. To be proposed again.</summary>
    Overtaken = 6,

    /// <summary>A commit has done it.</summary>
    CarriedOut = 7,
}
