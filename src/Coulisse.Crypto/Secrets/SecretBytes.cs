using System.Security.Cryptography;

namespace Coulisse.Crypto.Secrets;

/// <summary>
/// Bytes that must not outlive their use: kept in one pinned array, so that the collector leaves no copies behind,
/// and overwritten on <see cref="Dispose"/>. Compares in constant time and never prints its content.
/// </summary>
public sealed class SecretBytes : IDisposable
{
    /// <summary>The longest secret that is accepted, in bytes.</summary>
    public const int BytesMax = 16 * 1024 * 1024;

    private readonly byte[] bytes;
    private bool disposed;

    private SecretBytes(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, BytesMax);
        bytes = GC.AllocateArray<byte>(length, pinned: true);
    }

    /// <summary>Fills <paramref name="destination"/>, the secret's own memory, with its content.</summary>
    public delegate void Fill(Span<byte> destination);

    /// <summary>Its length in bytes.</summary>
    public int Length => bytes.Length;

    /// <summary>Whether it was wiped.</summary>
    public bool IsErased => disposed;

    /// <summary>A copy of <paramref name="source"/>; the caller still has to clear its own.</summary>
    public static SecretBytes CopyOf(ReadOnlySpan<byte> source)
    {
        var secret = new SecretBytes(source.Length);
        source.CopyTo(secret.bytes);
        return secret;
    }

    /// <summary>
    /// A secret of <paramref name="length"/> bytes written in place, so that no second copy ever exists.
    /// </summary>
    public static SecretBytes Create(int length, Fill fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        var secret = new SecretBytes(length);
        fill(secret.bytes);
        return secret;
    }

    /// <summary>
    /// A secret of <paramref name="length"/> zeros, and in <paramref name="content"/> its own memory, for a caller that
    /// fills it at once and keeps no span of it.
    /// </summary>
    public static SecretBytes Allocate(int length, out Span<byte> content)
    {
        var secret = new SecretBytes(length);
        content = secret.bytes;
        return secret;
    }

    /// <summary>A fresh secret of <paramref name="length"/> random bytes.</summary>
    public static SecretBytes Random(int length, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Create(length, random.Fill);
    }

    /// <summary>The content. Do not keep the span beyond the call that needs it.</summary>
    /// <exception cref="ObjectDisposedException">The secret was wiped.</exception>
    public ReadOnlySpan<byte> Reveal()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return bytes;
    }

    /// <summary>Compares in time that depends on the lengths alone.</summary>
    public bool FixedTimeEquals(ReadOnlySpan<byte> other) => CryptographicOperations.FixedTimeEquals(Reveal(), other);

    /// <summary>Overwrites the content; safe to call again.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(bytes);
        disposed = true;
    }

    /// <summary>Its size, never its content.</summary>
    public override string ToString() => $"secret of {bytes.Length} bytes";
}
