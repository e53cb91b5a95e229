using System.Buffers;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>
/// Puts a bundle together: a standing, then any set of entries. The same bytes on every carrier; any carrier may lose
/// its end, so what comes first is what matters most.
/// </summary>
/// <remarks><code>
/// struct { uint16 version; opaque line[16]; uint16 side; CarriedStanding standing; CarriedEntry entries[…]; } Bundle;
/// </code>
/// Version 1. The entries follow each other until the bytes end.</remarks>
public sealed class BundleWriter
{
    internal const ushort Version = 1;

    private readonly ArrayBufferWriter<byte> bytes = new(4_096);
    private readonly LineKey key;
    private readonly int bytesMax;
    private readonly LineId line;

    /// <summary>Begins one with the standing: of at most <paramref name="bytesMax"/> bytes, or longer by a single entry
    /// that has no place in so many; never longer than a bundle may be.</summary>
    public BundleWriter(LineKey key, Standing standing, int bytesMax)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(standing);
        this.key = key;
        this.bytesMax = bytesMax;
        line = standing.Line;
        var writer = new TlsWriter(bytes);
        writer.WriteUInt16(Version);
        standing.Line.Write(writer);
        writer.WriteUInt16((ushort)standing.Side);
        CarriedStanding.Of(standing, key).Write(writer);
    }

    /// <summary>How long it is by now.</summary>
    public int Bytes => bytes.WrittenCount;

    /// <summary>How many entries are in it.</summary>
    public int Entries { get; private set; }

    /// <summary>Adds an entry of this encoding and hash; false if it does not fit any more.</summary>
    /// <exception cref="ArgumentException">It is of another line, or of none: what a party says at home never
    /// leaves.</exception>
    public bool TryAdd(Opaque entry, Opaque hash)
    {
        // An entry begins with its line: this is the last place where one that is not for the other side is held back.
        if (!entry.Span.StartsWith(line.Value.Span))
            throw new ArgumentException("A bundle carries entries of its own line alone.", nameof(entry));
        var limit = Entries == 0 ? LineLimits.BundleBytesMax : bytesMax;
        if (bytes.WrittenCount + entry.Length + CarriedEntry.OverheadBytesMax > limit)
            return false;
        CarriedEntry.Of(entry, hash, key).Write(new TlsWriter(bytes));
        Entries++;
        return true;
    }

    /// <summary>The whole bundle.</summary>
    public Opaque Finish() => Opaque.CopyOf(bytes.WrittenSpan);
}
