using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>
/// An entry as it travels. Nothing inside it is read before its code is verified: <see cref="Verified"/>.
/// </summary>
/// <remarks><code>struct { opaque term[8]; opaque mac[32]; opaque entry&lt;V&gt;; } CarriedEntry;</code></remarks>
public sealed record CarriedEntry(LineTerm Term, Opaque Mac, Opaque Entry) : IWireValue<CarriedEntry>
{
    internal const int OverheadBytesMax = LineTerm.Bytes + LineKey.MacBytes + 4;

    /// <summary>The entry with this encoding and hash, to be sent under the present term.</summary>
    public static CarriedEntry Of(Opaque entry, Opaque hash, LineKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(key.Term, key.Authenticate(Lines.Entry.Label, hash), entry);
    }

    /// <summary>
    /// The entry, if a station that has the key wrote it for this line and side; else null. An entry of such a station
    /// that cannot be read throws: it was meant, and a later version of the station may know what it means.
    /// </summary>
    /// <exception cref="DecodeException">It is authentic and cannot be read.</exception>
    public VerifiedEntry? Verified(LineKey key, LineId line, Side side)
    {
        ArgumentNullException.ThrowIfNull(key);
        var hash = Lines.Entry.HashOf(Entry);
        if (key.Term != Term || !key.Verify(Lines.Entry.Label, hash, Mac.Span))
            return null;
        var entry = WireValue.Decode<Entry>(Entry.Span);
        return entry.Line == line && entry.Side == side ? new(entry, Entry, hash) : null;
    }

    /// <inheritdoc/>
    public static CarriedEntry Read(ref TlsReader reader) => new(
        Term: LineTerm.Read(ref reader),
        Mac: Opaque.CopyOf(reader.ReadFixed(LineKey.MacBytes)),
        Entry: reader.ReadOpaque(LineLimits.EntryBytesMax + 128));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Term.Write(writer);
        writer.WriteFixed(Mac.Span);
        writer.WriteVector(Entry);
    }
}
