using System.Buffers;
using System.Security.Cryptography;

namespace Coulisse.Mls.Framing;

/// <summary>
/// Where plaintexts are encoded on the way: one buffer a thread, kept for the next message and cleared after each.
/// </summary>
internal sealed class ScratchBuffer : IBufferWriter<byte>, IDisposable
{
    private const int FirstBytes = 2 * 1024;
    private const int KeptBytesMax = 64 * 1024;

    [ThreadStatic]
    private static ScratchBuffer? spare;

    private byte[] bytes = GC.AllocateArray<byte>(FirstBytes, pinned: true); // So that growing is all that moves it.
    private int written;

    internal ReadOnlySpan<byte> Written => bytes.AsSpan(0, written);

    /// <summary>This thread's spare one, or one more if that is in use.</summary>
    internal static ScratchBuffer Take()
    {
        var taken = spare ?? new ScratchBuffer();
        spare = null;
        return taken;
    }

    public void Advance(int count) => written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Fit(sizeHint);
        return bytes.AsMemory(written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Fit(sizeHint);
        return bytes.AsSpan(written);
    }

    /// <summary>Clears what was written and keeps the buffer for this thread's next message.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(bytes.AsSpan(0, written));
        written = 0;
        if (bytes.Length <= KeptBytesMax)
            spare = this;
    }

    private void Fit(int sizeHint)
    {
        if (bytes.Length - written >= Math.Max(sizeHint, 1))
            return;
        var larger = GC.AllocateArray<byte>(Math.Max(written + sizeHint, bytes.Length * 2), pinned: true);
        Written.CopyTo(larger);
        CryptographicOperations.ZeroMemory(bytes.AsSpan(0, written));
        bytes = larger;
    }
}
