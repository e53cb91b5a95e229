using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace Coulisse.Signals.Rendering;

/// <summary>A rendered page: UTF-8 as it goes out, cut where something differs from reader to reader.</summary>
public sealed class PageTemplate
{
    /// <summary>Bytes, then (but for the last piece) a hole.</summary>
    private readonly ImmutableArray<(byte[] Bytes, Hole? Hole)> _pieces;

    private PageTemplate(ImmutableArray<(byte[] Bytes, Hole? Hole)> pieces)
    {
        _pieces = pieces;
        HasForm = pieces.Any(piece => piece.Hole is { Kind: HoleKind.Antiforgery });
        Comments = (ImmutableArray<long>)[.. pieces.Where(piece => piece.Hole is { Kind: HoleKind.VotedUp })
            .Select(piece => piece.Hole!.Value.Number)];
    }

    /// <summary>A form that posts stands in the page.</summary>
    public bool HasForm { get; }

    /// <summary>The comments that a reader can have voted on, by number.</summary>
    public IReadOnlyCollection<long> Comments { get; }

    /// <summary>The same for everybody: may be sent as it is.</summary>
    public bool IsWhole => _pieces is [{ Hole: null }];

    /// <summary>Bytes kept in memory.</summary>
    public long Size => _pieces.Sum(piece => (long)piece.Bytes.Length) + (64 * _pieces.Length);

    /// <summary>A text without holes, whatever it holds.</summary>
    public static PageTemplate Whole(string text) => new([(Utf8(text), null)]);

    public static PageTemplate Parse(string html)
    {
        var pieces = ImmutableArray.CreateBuilder<(byte[], Hole?)>();
        var rest = html.AsSpan();
        while (rest.IndexOf(Hole.Start) is var start and >= 0)
        {
            var inside = rest[(start + Hole.Start.Length)..];
            var length = inside.IndexOf(Hole.Stop);
            pieces.Add((Utf8(rest[..start]), Hole.Parse(inside[..length])));
            rest = inside[(length + Hole.Stop.Length)..];
        }
        pieces.Add((Utf8(rest), null));
        return new(pieces.DrainToImmutable());
    }

    /// <summary>Writes the page for one reader.</summary>
    public void WriteTo(IBufferWriter<byte> output, IFilling filling)
    {
        var depth = 0;
        var hiddenAt = int.MaxValue; // the depth of the condition that hides what follows
        foreach (var (bytes, hole) in _pieces)
        {
            if (depth < hiddenAt)
                output.Write(bytes);
            if (hole is not { } found)
                continue;
            if (found.Kind == HoleKind.End)
                hiddenAt = --depth < hiddenAt ? int.MaxValue : hiddenAt;
            else if (!found.IsCondition)
                WriteHole(found, output, filling, isHidden: depth >= hiddenAt);
            else if (++depth <= hiddenAt && !filling.Shows(found))
                hiddenAt = depth;
        }
    }

    private static void WriteHole(Hole hole, IBufferWriter<byte> output, IFilling filling, bool isHidden)
    {
        if (!isHidden)
            filling.Write(hole, output);
    }

    /// <summary>The bytes of a page without holes.</summary>
    /// <exception cref="InvalidOperationException">The page has holes: it must be filled for a reader.</exception>
    public byte[] WholeBytes() =>
        IsWhole ? _pieces[0].Bytes : throw new InvalidOperationException("A page with holes was taken for whole.");

    private static byte[] Utf8(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }
}
