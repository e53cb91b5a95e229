using System.Buffers;
using System.Security.Cryptography;

namespace Coulisse.Crypto.Secrets;

/// <summary>A growing buffer for what holds secrets: overwritten when it grows and when it is disposed.</summary>
public sealed class WipedBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] buffer = GC.AllocateArray<byte>(4_096, pinned: true);
    private int written;

    /// <summary>What was written so far; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, written);

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, buffer.Length - written);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        written += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return buffer.AsMemory(written);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return buffer.AsSpan(written);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(buffer);
        written = 0;
    }

    private void Reserve(int sizeHint)
    {
        var needed = written + Math.Max(sizeHint, 1);
        if (needed <= buffer.Length)
            return;
        var larger = GC.AllocateArray<byte>(Math.Max(needed, 2 * buffer.Length), pinned: true);
        Written.CopyTo(larger);
        CryptographicOperations.ZeroMemory(buffer);
        buffer = larger;
    }
}
