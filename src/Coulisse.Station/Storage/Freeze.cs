using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Storage;

/// <summary>
/// Why a line is frozen: something authentic contradicts the log that is kept. Both are kept for people to look at.
/// </summary>
/// <param name="Reason">Which rule found it.</param>
/// <param name="At">The place it is about.</param>
/// <param name="Kept">The hash that the log has there; zeros if it has none.</param>
/// <param name="Evidence">The encoding of the entry or standing that contradicts it.</param>
public sealed record Freeze(FreezeReason Reason, EntryPlace At, Opaque Kept, Opaque Evidence) : IWireValue<Freeze>
{
    private const int HashBytes = 32;

    /// <inheritdoc/>
    public static Freeze Read(ref TlsReader reader) => new(
        Reason: (FreezeReason)reader.ReadUInt16(),
        At: EntryPlace.Read(ref reader),
        Kept: Opaque.CopyOf(reader.ReadFixed(HashBytes)),
        Evidence: reader.ReadOpaque(LineLimits.BundleBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16((ushort)Reason);
        At.Write(writer);
        writer.WriteFixed(Kept.Span);
        writer.WriteVector(Evidence);
    }
}
