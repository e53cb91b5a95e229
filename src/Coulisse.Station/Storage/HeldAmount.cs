using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Station.Storage;

/// <summary>How many entries of a log are held with their bodies, and their bytes together.</summary>
public readonly record struct HeldAmount(ulong Entries, ulong Bytes) : IWireValue<HeldAmount>
{
    /// <inheritdoc/>
    public static HeldAmount Read(ref TlsReader reader) => new(reader.ReadUInt64(), reader.ReadUInt64());

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(Entries);
        writer.WriteUInt64(Bytes);
    }

    /// <summary>With one entry more.</summary>
    public HeldAmount With(int bytes) => new(Entries + 1, Bytes + (ulong)bytes);

    /// <summary>Without these.</summary>
    public HeldAmount Without(HeldAmount gone) => new(Entries - gone.Entries, Bytes - gone.Bytes);
}
