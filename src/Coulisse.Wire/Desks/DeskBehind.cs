using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Desks;

/// <summary>How far a desk of one's own side is behind: while it is, what it has not read can be dropped nowhere, and
/// fills the window of the line.</summary>
/// <remarks><code>
/// struct { opaque desk[16]; uint64 entries; } DeskBehind;
/// </code></remarks>
/// <param name="Desk">Which.</param>
/// <param name="Entries">How many entries of both logs it has not read, in whole thousands.</param>
public sealed record DeskBehind(Opaque Desk, ulong Entries) : IWireValue<DeskBehind>
{
    /// <summary>Fewer are not worth a word.</summary>
    public const ulong Step = 1_000;

    /// <inheritdoc/>
    public static DeskBehind Read(ref TlsReader reader) =>
        new(Opaque.CopyOf(reader.ReadFixed(Subject.IdBytes)), reader.ReadUInt64());

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteFixed(Desk.Span);
        writer.WriteUInt64(Entries);
    }
}
