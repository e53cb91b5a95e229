using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Tree;

/// <summary>Between which instants a key package may be used: seconds since 1970-01-01T00:00:00Z, both
/// included.</summary>
/// <remarks>RFC 9420 §7.2: <code>struct { uint64 not_before; uint64 not_after; } Lifetime;</code></remarks>
public sealed record Lifetime(ulong NotBefore, ulong NotAfter) : ITlsStruct<Lifetime>
{
    /// <inheritdoc/>
    public static Lifetime Read(ref TlsReader reader) => new(
        NotBefore: reader.ReadUInt64(),
        NotAfter: reader.ReadUInt64());

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(NotBefore);
        writer.WriteUInt64(NotAfter);
    }
}
