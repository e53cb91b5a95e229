namespace Coulisse.Wire.Statements;

/// <summary>
/// Finds the one byte by which a text differs from its table of pieces, by trying every single change, insertion and
/// omission in the first piece that does not fit. The number of hashes is bounded, so that no file costs more than
/// about a second however much of it was changed.
/// </summary>
internal sealed class OneByteSearch
{
    // A piece of 512 bytes takes at most 512 × 256 hashes in one of the three ways.
    private const int HashesMax = 600_000;

    private int hashes;

    /// <summary>The one edit that explains all of the text; null when there is none or the tries are used up.</summary>
    internal OneByteEdit? Explain(ReadOnlySpan<byte> text, ReadOnlySpan<Piece> pieces)
    {
        var surplus = (long)text.Length - SignedLength(pieces);
        if (surplus is < -1 or > 1)
            return null;
        var (index, start) = FirstUnfit(text, pieces);
        if (index == pieces.Length)
            return surplus == 1 ? OneByteEdit.Inserted(start, text[start]) : null;
        var length = pieces[index].Length + (int)surplus;
        if (start + length > text.Length || !AllFit(text[(start + length)..], pieces[(index + 1)..]))
            return null;
        var window = text.Slice(start, length);
        var edit = surplus switch
        {
            0 => FindChanged(window, pieces[index]),
            1 => FindInserted(window, pieces[index]),
            _ => FindMissing(window, pieces[index]),
        };
        return edit?.MovedBy(start);
    }

    private static long SignedLength(ReadOnlySpan<Piece> pieces)
    {
        long length = 0;
        foreach (var piece in pieces)
            length += piece.Length;
        return length;
    }

    private static (int Index, int Start) FirstUnfit(ReadOnlySpan<byte> text, ReadOnlySpan<Piece> pieces)
    {
        var start = 0;
        for (var index = 0; index < pieces.Length; index++)
        {
            var length = pieces[index].Length;
            if (start + length > text.Length || !pieces[index].Fits(text.Slice(start, length)))
                return (index, start);
            start += length;
        }
        return (pieces.Length, start);
    }

    private static bool AllFit(ReadOnlySpan<byte> text, ReadOnlySpan<Piece> pieces) =>
        FirstUnfit(text, pieces).Index == pieces.Length;

    private OneByteEdit? FindChanged(ReadOnlySpan<byte> window, Piece piece)
    {
        Span<byte> tried = stackalloc byte[Piece.BytesMax];
        tried = tried[..window.Length];
        window.CopyTo(tried);
        for (var at = 0; at < tried.Length; at++)
        {
            for (var value = 0; value < 256; value++)
            {
                tried[at] = (byte)value;
                if (value != window[at] && Tried(piece, tried))
                    return OneByteEdit.Changed(at, window[at], (byte)value);
            }
            tried[at] = window[at];
        }
        return null;
    }

    private OneByteEdit? FindInserted(ReadOnlySpan<byte> window, Piece piece)
    {
        Span<byte> tried = stackalloc byte[Piece.BytesMax];
        tried = tried[..(window.Length - 1)];
        window[1..].CopyTo(tried);
        for (var at = 0; at < window.Length; at++)
        {
            if (Tried(piece, tried))
                return OneByteEdit.Inserted(at, window[at]);
            if (at < tried.Length)
                tried[at] = window[at];
        }
        return null;
    }

    private OneByteEdit? FindMissing(ReadOnlySpan<byte> window, Piece piece)
    {
        Span<byte> tried = stackalloc byte[Piece.BytesMax];
        tried = tried[..(window.Length + 1)];
        window.CopyTo(tried[1..]);
        for (var at = 0; at < tried.Length; at++)
        {
            for (var value = 0; value < 256; value++)
            {
                tried[at] = (byte)value;
                if (Tried(piece, tried))
                    return OneByteEdit.Missing(at, (byte)value);
            }
            if (at < window.Length)
                tried[at] = window[at];
        }
        return null;
    }

    private bool Tried(Piece piece, ReadOnlySpan<byte> bytes) => ++hashes <= HashesMax && piece.Fits(bytes);
}
