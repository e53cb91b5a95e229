using Coulisse.Crypto.Codec;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Desks;

/// <summary>How far a desk of one's own side is behind, and since when: while it is, what it has not read can be
/// dropped nowhere, and fills the window of the line.</summary>
/// <remarks><code>
/// struct { opaque desk[16]; uint64 entries; uint64 heard; } DeskBehind;
/// </code></remarks>
/// <param name="Desk">Which.</param>
/// <param name="Entries">How many entries of both logs it has not read, in whole thousands: 0 if it is fewer, and
/// nothing was heard of it for <see cref="SilentAfter"/>.</param>
/// <param name="Heard">When it was last heard of, to the hour; Unix time in seconds, by the station's clock.</param>
public sealed record DeskBehind(Opaque Desk, ulong Entries, ulong Heard) : IWireValue<DeskBehind>
{
    /// <summary>Fewer are not worth a word, unless the desk is silent.</summary>
    public const ulong Step = 1_000;

    /// <summary>A desk that has not reported for so long, though there is something to read, is silent.</summary>
    public static readonly TimeSpan SilentAfter = TimeSpan.FromDays(1);

    /// <summary>After so long its own side takes it out.</summary>
    public static readonly TimeSpan GoneAfter = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public static DeskBehind Read(ref TlsReader reader) =>
        new(Opaque.CopyOf(reader.ReadFixed(Subject.IdBytes)), reader.ReadUInt64(), reader.ReadUInt64());

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteFixed(Desk.Span);
        writer.WriteUInt64(Entries);
        writer.WriteUInt64(Heard);
    }
}
