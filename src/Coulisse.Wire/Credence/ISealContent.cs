using Coulisse.Wire.Codec;

namespace Coulisse.Wire.Credence;

/// <summary>The content of an entry of a seal's chain: what the entry's body is the hash of.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ISealContent<TSelf> : IWireValue<TSelf>
    where TSelf : ISealContent<TSelf>
{
    /// <summary>The kind of entry, and with it the label of the signature.</summary>
    static abstract SealEntryKind Kind { get; }

    /// <summary>What its file calls it.</summary>
    static abstract string Title { get; }

    /// <summary>The longest encoding, in bytes.</summary>
    static abstract int BytesMax { get; }

    /// <summary>Whether every field keeps its rule.</summary>
    bool IsWellFormed { get; }

    /// <summary>Whether the content may stand under this entry: its party, seal and number.</summary>
    bool Fits(SealEntryContent entry);

    /// <summary>The content in lines for people.</summary>
    IEnumerable<string> Head();
}
