using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Credence;

/// <summary>
/// A seal names the one that follows it, and ends its own chain with that. It replaces no comparison: the other side
/// compares the new seal by voice, as it did the old one.
/// </summary>
/// <remarks><code>struct { opaque new_seal_public_key[32]; } Succession;</code></remarks>
public sealed record Succession(SealPublicKey NewSeal) : ISealContent<Succession>
{
    /// <inheritdoc/>
    public static SealEntryKind Kind => SealEntryKind.Succession;

    /// <inheritdoc/>
    public static string Title => "SUCCESSION";

    /// <inheritdoc/>
    public static int BytesMax => 64;

    /// <inheritdoc/>
    public bool IsWellFormed => true;

    /// <inheritdoc/>
    public bool Fits(SealEntryContent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return NewSeal != entry.Key;
    }

    /// <inheritdoc/>
    public static Succession Read(ref TlsReader reader) => new(WireFields.ReadSealKey(ref reader));

    /// <inheritdoc/>
    public void Write(TlsWriter writer) => writer.WriteFixed(NewSeal.Key.Value.Span);

    /// <inheritdoc/>
    public IEnumerable<string> Head() => [$"Followed by: {NewSeal}"];
}
