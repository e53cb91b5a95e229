using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Buffers.Binary;
using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Statements;

/// <summary>
/// Up to 512 bytes of one line, its LF included, by their SHA-256. Lines are cut so that one changed byte can be
/// found by trying: 512 places are few enough, a whole long line would not be.
/// </summary>
/// <param name="Line">The line's number, from 1.</param>
/// <param name="Length">How many bytes: 512, or what is left of the line.</param>
/// <param name="Hash">SHA-256 of them.</param>
internal readonly record struct Piece(int Line, int Length, Opaque Hash)
{
    internal const int BytesMax = 512;

    /// <summary>The pieces of a text, in order; the text's last line may lack its LF.</summary>
    internal static ImmutableArray<Piece> Cut(ReadOnlySpan<byte> text)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        for (var line = 1; !text.IsEmpty; line++)
        {
            var end = text.IndexOf((byte)'\n');
            var rest = end < 0 ? text : text[..(end + 1)];
            text = text[rest.Length..];
            while (!rest.IsEmpty)
            {
                var length = Math.Min(BytesMax, rest.Length);
                pieces.Add(new(line, length, Opaque.CopyOf(SHA256.HashData(rest[..length]))));
                rest = rest[length..];
            }
        }
        return pieces.ToImmutable();
    }

    /// <summary>
    /// What a seal's entry signs: SHA-256 over line (uint32), length (uint16) and hash (32 bytes) of every piece.
    /// </summary>
    internal static Opaque BodyOf(ImmutableArray<Piece> pieces)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> numbers = stackalloc byte[6];
        foreach (var piece in pieces)
        {
            BinaryPrimitives.WriteUInt32BigEndian(numbers, (uint)piece.Line);
            BinaryPrimitives.WriteUInt16BigEndian(numbers[4..], (ushort)piece.Length);
            hash.AppendData(numbers);
            hash.AppendData(piece.Hash.Span);
        }
        return Opaque.CopyOf(hash.GetHashAndReset());
    }

    internal bool Fits(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return hash.SequenceEqual(Hash.Span);
    }
}
