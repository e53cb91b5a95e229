using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Coulisse.Crypto.Codec;

namespace Coulisse.Crypto.Secrets;

/// <summary>
/// Joins short pieces, secret ones too, without allocating: in memory of the caller's, and in a rented array if that
/// is too small. Whatever was written is overwritten on <see cref="Dispose"/>, the caller's memory included.
/// </summary>
/// <remarks>Pass it by reference only; a copy would write behind the original's back.</remarks>
public ref struct ScratchWriter
{
    private Span<byte> buffer;
    private byte[]? rented;
    private int written;

    /// <summary>Writes into <paramref name="initial"/> as long as it suffices.</summary>
    public ScratchWriter(Span<byte> initial) => buffer = initial;

    /// <summary>What was written so far; valid until the next write.</summary>
    public readonly ReadOnlySpan<byte> Written => buffer[..written];

    /// <summary>The bytes alone.</summary>
    public void WriteFixed(ReadOnlySpan<byte> value) => value.CopyTo(Reserve(value.Length));

    /// <summary>An unsigned number of one byte.</summary>
    public void WriteUInt8(byte value) => Reserve(1)[0] = value;

    /// <summary>An unsigned number of two bytes.</summary>
    public void WriteUInt16(ushort value) => BinaryPrimitives.WriteUInt16BigEndian(Reserve(2), value);

    /// <summary>An unsigned number of four bytes.</summary>
    public void WriteUInt32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Reserve(4), value);

    /// <summary>An unsigned number of eight bytes.</summary>
    public void WriteUInt64(ulong value) => BinaryPrimitives.WriteUInt64BigEndian(Reserve(8), value);

    /// <summary>The length in the fewest bytes, then the bytes.</summary>
    public void WriteVector(ReadOnlySpan<byte> value)
    {
        VectorLength.Write(Reserve(VectorLength.SizeOf(value.Length)), value.Length);
        WriteFixed(value);
    }

    /// <summary>A vector whose content is <paramref name="first"/> followed by <paramref name="second"/>.</summary>
    public void WriteVector(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var length = first.Length + second.Length;
        VectorLength.Write(Reserve(VectorLength.SizeOf(length)), length);
        WriteFixed(first);
        WriteFixed(second);
    }

    /// <summary><paramref name="length"/> more bytes for the caller to fill; what is in them is undefined.</summary>
    public Span<byte> Reserve(int length)
    {
        if (buffer.Length - written < length)
            Grow(length);
        var field = buffer.Slice(written, length);
        written += length;
        return field;
    }

    /// <summary>Overwrites and gives back; safe to call again.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(buffer[..written]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        this = default;
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(written + length, buffer.Length * 2));
        Written.CopyTo(larger);
        CryptographicOperations.ZeroMemory(buffer[..written]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        buffer = rented = larger;
    }
}
