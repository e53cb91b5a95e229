using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Statements;

namespace Coulisse.Wire.Records;

/// <summary>How a record's text is cut: how many lines each part has, and the pieces of all of it.</summary>
/// <param name="Lines">Of each part.</param>
/// <param name="Pieces">As those of a statement.</param>
internal sealed record RecordTable(ImmutableArray<int> Lines, ImmutableArray<Piece> Pieces)
{
    internal const int HashBytes = SHA256.HashSizeInBytes;

    internal static RecordTable Of(ImmutableArray<byte[]> parts) =>
        new([.. parts.Select(part => part.Count(one => one == '\n'))],
            Piece.Cut(parts.SelectMany(part => part).ToArray()));

    /// <summary>What is signed of the text.</summary>
    /// <remarks>SHA-256 over the number of parts and the lines of each (uint32), then <see cref="Piece.BodyOf"/>.
    /// </remarks>
    internal Opaque Body
    {
        get
        {
            var bytes = new byte[sizeof(uint) * (Lines.Length + 1) + HashBytes];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)Lines.Length);
            for (var part = 0; part < Lines.Length; part++)
                BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(sizeof(uint) * (part + 1)), (uint)Lines[part]);
            Piece.BodyOf(Pieces).Span.CopyTo(bytes.AsSpan(^HashBytes));
            return Opaque.CopyOf(SHA256.HashData(bytes));
        }
    }

    /// <summary>The part that a byte of the text belongs to, counted from 0.</summary>
    internal int PartAt(int offset)
    {
        var end = 0;
        foreach (var piece in Pieces)
        {
            end += piece.Length;
            if (offset < end)
                return PartOf(piece.Line);
        }
        return Lines.Length;
    }

    /// <summary>The part that a line of the text belongs to, both from 1.</summary>
    internal int PartOf(int line)
    {
        var part = 1;
        for (var last = Lines[0]; line > last && part < Lines.Length; part++)
            last += Lines[part];
        return part;
    }
}
