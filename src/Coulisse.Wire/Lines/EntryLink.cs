using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>A place in a log and the hash of the entry there; zeros before the first.</summary>
/// <remarks><code>struct { EntryPlace place; opaque hash[32]; } EntryLink;</code></remarks>
public sealed record EntryLink(EntryPlace Place, Opaque Hash) : IWireValue<EntryLink>
{
    /// <summary>What the first entry of a log follows.</summary>
    public static EntryLink Start { get; } = new(EntryPlace.None, Opaque.Zeros(LineHash.Bytes));

    /// <inheritdoc/>
    public static EntryLink Read(ref TlsReader reader)
    {
        var link = new EntryLink(EntryPlace.Read(ref reader), Opaque.CopyOf(reader.ReadFixed(LineHash.Bytes)));
        var isStart = link.Place == EntryPlace.None;
        return isStart == (link.Hash == Start.Hash) && (isStart || link.Place is { Incarnation: > 0, Sequence: > 0 })
            ? link
            : throw reader.Refuse(DecodeCode.BadContent, "A link has a place without a hash, or the reverse.");
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        Place.Write(writer);
        writer.WriteFixed(Hash.Span);
    }
}
