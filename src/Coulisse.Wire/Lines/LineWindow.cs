using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>
/// How much of the other's log a station holds for its desks before it takes no more; a tenth is kept for what is
/// IMMEDIATE or above. Beyond it nothing is stored and nothing acknowledged, and the standing says so.
/// </summary>
/// <remarks><code>
/// struct { uint32 entries_max; uint64 bytes_max; uint8 is_full; } LineWindow;   // is_full: 0 or 1</code></remarks>
/// <param name="EntriesMax">The most entries.</param>
/// <param name="BytesMax">The most bytes.</param>
/// <param name="IsFull">Whether something was refused for want of room since the window last had some.</param>
public sealed record LineWindow(uint EntriesMax, ulong BytesMax, bool IsFull) : IWireValue<LineWindow>
{
    /// <summary>What a station grants if nobody set anything else.</summary>
    public static LineWindow Usual { get; } = new(EntriesMax: 100_000, BytesMax: 4UL << 30, IsFull: false);

    /// <summary>
    /// Whether one more entry may be stored beside those that are held; what is ROUTINE or PRIORITY leaves a tenth
    /// free.
    /// </summary>
    public bool Admits(ulong entriesHeld, ulong bytesHeld, int bytes, Precedence precedence)
    {
        var share = precedence >= Precedence.Immediate ? 10UL : 9UL;
        return entriesHeld < EntriesMax * share / 10 && bytesHeld + (ulong)bytes <= BytesMax / 10 * share;
    }

    /// <inheritdoc/>
    public static LineWindow Read(ref TlsReader reader) => new(
        EntriesMax: reader.ReadUInt32(),
        BytesMax: reader.ReadUInt64(),
        IsFull: reader.ReadUInt8() switch
        {
            0 => false,
            1 => true,
            _ => throw reader.Refuse(DecodeCode.UnknownValue, "A flag is 0 or 1."),
        });

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt32(EntriesMax);
        writer.WriteUInt64(BytesMax);
        writer.WriteUInt8(IsFull ? (byte)1 : (byte)0);
    }
}
