using Coulisse.Crypto.Codec;
using Coulisse.Desk.Members;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Rooms;

/// <summary>What a message of the transcript did, if it was more than words.</summary>
/// <remarks><code>struct { uint16 kind; opaque intent[32]; } HeardAct;</code></remarks>
/// <param name="Kind">What.</param>
/// <param name="Intent">To which intent.</param>
public sealed record HeardAct(HeardActKind Kind, IntentId Intent) : IWireValue<HeardAct>
{
    /// <inheritdoc/>
    public static HeardAct Read(ref TlsReader reader) =>
        new((HeardActKind)reader.ReadUInt16(), IntentId.Read(ref reader));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16((ushort)Kind);
        Intent.Write(writer);
    }
}

/// <summary>What was done.</summary>
public enum HeardActKind : ushort
{
    /// <summary>Somebody was proposed for the room.</summary>
    Proposed = 1,

    /// <summary>The other side's person said yes.</summary>
    Consented = 2,

    /// <summary>The other side's person said no.</summary>
    Declined = 3,

    /// <summary>Taken back.</summary>
    Withdrawn = 4,

    /// <summary>A machine could not do it.</summary>
    Failed = 5,
}
