using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Codec;

/// <summary>A value with exactly one encoding: <c>protocol/codec.md</c>.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IWireValue<TSelf>
    where TSelf : IWireValue<TSelf>
{
    /// <summary>Reads one value and checks its rules.</summary>
    /// <exception cref="DecodeException">The bytes are no such value.</exception>
    static abstract TSelf Read(ref TlsReader reader);

    /// <summary>Appends the encoding.</summary>
    void Write(TlsWriter writer);
}
