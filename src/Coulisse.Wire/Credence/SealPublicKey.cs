using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;

namespace Coulisse.Wire.Credence;

/// <summary>The public half of a party's seal: what everything the seal signed is checked with.</summary>
public sealed record SealPublicKey(SignaturePublicKey Key)
{
    /// <summary>A key of 64 lower-case hexadecimal digits, else null.</summary>
    public static SealPublicKey? FromHex(ReadOnlySpan<char> text) =>
        Opaque.TryFromHex(text, SignaturePublicKey.KeyBytes, out var value) ? new(SignaturePublicKey.From(value)!)
            : null;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Key.ToString();
}
