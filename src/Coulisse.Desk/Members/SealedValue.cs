using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Desk.Members;

/// <summary>Reads what a seal signed out of the midst of another value.</summary>
internal static class SealedValue
{
    /// <exception cref="DecodeException">The bytes are no such value.</exception>
    internal static Sealed<T> Read<T>(ref TlsReader reader)
        where T : ISealContent<T> => ReadValue<Sealed<T>>(ref reader);

    // A static member of an interface is reached by a type parameter alone.
    private static T ReadValue<T>(ref TlsReader reader)
        where T : IWireValue<T> => T.Read(ref reader);
}
