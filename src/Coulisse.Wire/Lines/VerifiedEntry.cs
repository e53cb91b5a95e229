using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>An entry whose code was verified, its bytes and its hash. No value of this type exists otherwise.</summary>
public sealed record VerifiedEntry
{
    internal VerifiedEntry(Entry entry, Opaque bytes, Opaque hash) => (Entry, Bytes, Hash) = (entry, bytes, hash);

    /// <summary>The entry.</summary>
    public Entry Entry { get; }

    /// <summary>Its encoding.</summary>
    public Opaque Bytes { get; }

    /// <summary>Its hash.</summary>
    public Opaque Hash { get; }

    /// <summary>What the entry after it names.</summary>
    public EntryLink Link => new(Entry.Place, Hash);
}
