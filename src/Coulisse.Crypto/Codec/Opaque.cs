using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Coulisse.Crypto.Codec;

/// <summary>Immutable bytes that compare by content. Public bytes only: a secret is a <c>SecretBytes</c>.</summary>
public readonly struct Opaque : IEquatable<Opaque>
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly byte[]? bytes;

    private Opaque(byte[] bytes) => this.bytes = bytes;

    /// <summary>No bytes; also the default value.</summary>
    public static Opaque Empty => default;

    /// <summary>How many bytes.</summary>
    public int Length => bytes?.Length ?? 0;

    /// <summary>The bytes, read only.</summary>
    public ReadOnlySpan<byte> Span => bytes;

    public static bool operator ==(Opaque left, Opaque right) => left.Equals(right);

    public static bool operator !=(Opaque left, Opaque right) => !left.Equals(right);

    /// <summary>A copy of <paramref name="source"/>.</summary>
    public static Opaque CopyOf(ReadOnlySpan<byte> source) => source.IsEmpty ? default : new Opaque(source.ToArray());

    /// <summary>The array itself, without a copy: the caller gives it away and must not write to it again.</summary>
    public static Opaque Owning(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return bytes.Length == 0 ? default : new Opaque(bytes);
    }

    /// <summary><paramref name="length"/> bytes of zero.</summary>
    public static Opaque Zeros(int length) => length == 0 ? default : new Opaque(new byte[length]);

    /// <summary>
    /// Reads lower-case hexadecimal digits of exactly <paramref name="length"/> bytes; anything else is refused.
    /// </summary>
    public static bool TryFromHex(ReadOnlySpan<char> text, int length, out Opaque value)
    {
        value = default;
        if (text.Length != length * 2 || text.ContainsAnyExcept(HexDigits))
            return false;
        value = new Opaque(Convert.FromHexString(text));
        return true;
    }

    /// <summary>A fresh array with the same content.</summary>
    public byte[] ToArray() => Span.ToArray();

    public bool Equals(Opaque other) => Span.SequenceEqual(other.Span);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Opaque other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Span);
        return hash.ToHashCode();
    }

    /// <summary>Lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(Span);
}
