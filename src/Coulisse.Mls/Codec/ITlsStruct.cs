using Coulisse.Crypto.Codec;

namespace Coulisse.Mls.Codec;

/// <summary>
/// A struct of RFC 9420. Each implementation lists its fields twice, in the RFC's order, reading and writing one above
/// the other; official vectors and a round trip keep the two lists honest.
/// </summary>
public interface ITlsStruct<TSelf>
    where TSelf : ITlsStruct<TSelf>
{
    /// <summary>Reads one value and leaves the reader behind it.</summary>
    /// <exception cref="DecodeException">The bytes are no such value.</exception>
    static abstract TSelf Read(ref TlsReader reader);

    /// <summary>Appends the value's one encoding.</summary>
    void Write(TlsWriter writer);
}
