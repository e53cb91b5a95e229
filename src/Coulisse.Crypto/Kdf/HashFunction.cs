using System.Security.Cryptography;

namespace Coulisse.Crypto.Kdf;

/// <summary>One of the SHA-2 functions, with the HMAC (RFC 2104) and HKDF (RFC 5869) built on it.</summary>
/// <remarks>
/// Spans in, spans out, nothing allocated. Secrets that a caller passes in stay the caller's to wipe.
/// </remarks>
public sealed class HashFunction
{
    /// <summary>The longest output of any function here, in bytes: enough for a stack buffer.</summary>
    public const int HashBytesMax = 64;

    private readonly HashAlgorithmName name;

    private HashFunction(HashAlgorithmName name, int hashBytes, ushort hpkeKdfId)
    {
        this.name = name;
        HashBytes = hashBytes;
        HpkeKdfId = hpkeKdfId;
    }

    public static HashFunction Sha256 { get; } = new(HashAlgorithmName.SHA256, 32, 0x0001);

    public static HashFunction Sha384 { get; } = new(HashAlgorithmName.SHA384, 48, 0x0002);

    public static HashFunction Sha512 { get; } = new(HashAlgorithmName.SHA512, 64, 0x0003);

    /// <summary>The length of a hash, of a MAC and of an extracted key.</summary>
    public int HashBytes { get; }

    /// <summary>The number of the HKDF on this hash in HPKE (RFC 9180 §7.2).</summary>
    public ushort HpkeKdfId { get; }

    /// <summary>The hash of <paramref name="content"/>, into <see cref="HashBytes"/> bytes.</summary>
    public void Hash(ReadOnlySpan<byte> content, Span<byte> hash)
    {
        CheckLength(hash);
        _ = HashBytes switch
        {
            32 => SHA256.HashData(content, hash),
            48 => SHA384.HashData(content, hash),
            _ => SHA512.HashData(content, hash),
        };
    }

    /// <summary>A hash over content that comes in parts. The caller disposes it.</summary>
    public IncrementalHash Start() => IncrementalHash.CreateHash(name);

    /// <summary>HMAC (RFC 2104), into <see cref="HashBytes"/> bytes.</summary>
    public void Hmac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content, Span<byte> mac)
    {
        CheckLength(mac);
        _ = HashBytes switch
        {
            32 => HMACSHA256.HashData(key, content, mac),
            48 => HMACSHA384.HashData(key, content, mac),
            _ => HMACSHA512.HashData(key, content, mac),
        };
    }

    /// <summary>HKDF-Extract (RFC 5869 §2.2), into <see cref="HashBytes"/> bytes.</summary>
    public void Extract(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> keyMaterial, Span<byte> pseudoRandomKey) =>
        Hmac(salt, keyMaterial, pseudoRandomKey); // An absent salt is one of zeros, to which HMAC pads an empty key.

    /// <summary>HKDF-Expand (RFC 5869 §2.3), into at most 255 × <see cref="HashBytes"/> bytes.</summary>
    public void Expand(ReadOnlySpan<byte> pseudoRandomKey, ReadOnlySpan<byte> info, Span<byte> output)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(output.Length, 255 * HashBytes, nameof(output));
        HkdfExpand.Into(output, this, pseudoRandomKey, info);
    }

    /// <inheritdoc/>
    public override string ToString() => name.Name!;

    private void CheckLength(Span<byte> output)
    {
        if (output.Length != HashBytes)
            throw new ArgumentException($"The output of {name.Name} has {HashBytes} bytes.", nameof(output));
    }
}
