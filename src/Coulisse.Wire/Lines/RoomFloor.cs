using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Rooms;

namespace Coulisse.Wire.Lines;

/// <summary>The lowest epoch of a room that a side may still send in. It only rises.</summary>
/// <remarks><code>struct { opaque room&lt;V&gt;; uint64 epoch; } RoomFloor;</code></remarks>
public sealed record RoomFloor(RoomId Room, ulong Epoch) : IWireValue<RoomFloor>
{
    /// <inheritdoc/>
    public static RoomFloor Read(ref TlsReader reader) => new(RoomId.Read(ref reader), reader.ReadUInt64());

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteVector(Room.Value);
        writer.WriteUInt64(Epoch);
    }
}
