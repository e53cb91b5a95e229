using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Lines;

/// <summary>
/// The published sizes that contents are padded to, so that a length tells next to nothing. A welcome that brings the
/// whole tree of a room may take the largest; a message of 60 KiB of text fits the second largest.
/// </summary>
/// <remarks><code>struct { opaque content&lt;V&gt;; opaque zeros[…]; }  // of exactly a bucket's size</code></remarks>
public static class Bucket
{
    /// <summary>The longest content, in bytes.</summary>
    public const int ContentBytesMax = BytesMax - LengthBytes;

    internal const int BytesMax = 256 * 1024;

    private const int LengthBytes = 4; // of a vector in the largest bucket

    /// <summary>The sizes, in bytes, the smallest first.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [1024, 4 * 1024, 16 * 1024, 64 * 1024, BytesMax];

    /// <summary>The size of the smallest bucket that a content fits in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is longer than <see cref="ContentBytesMax"/>.</exception>
    public static int For(int contentBytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(contentBytes, ContentBytesMax);
        return Sizes.First(size => TlsWriter.VectorBytes(contentBytes) <= size);
    }

    internal static Opaque Read(ref TlsReader reader)
    {
        var bucket = reader.ReadVector(BytesMax);
        var inner = new TlsReader(bucket);
        var content = inner.ReadVector(ContentBytesMax);
        return bucket.Length == For(content.Length) && !inner.ReadFixed(inner.Remaining).ContainsAnyExcept((byte)0)
            ? Opaque.CopyOf(content)
            : throw reader.Refuse(DecodeCode.BadContent, "A content is not padded with zeros to its smallest bucket.");
    }

    internal static void Write(TlsWriter writer, Opaque content)
    {
        var bucket = new byte[For(content.Length)];
        var inner = new System.Buffers.ArrayBufferWriter<byte>(TlsWriter.VectorBytes(content.Length));
        new TlsWriter(inner).WriteVector(content);
        inner.WrittenSpan.CopyTo(bucket);
        writer.WriteVector(bucket);
    }
}
