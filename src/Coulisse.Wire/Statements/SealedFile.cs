using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Statements;

/// <summary>
/// A text and, under it, its seal. Reading has one strict way to "sealed": the seal parses, has the one encoding, its
/// signature verifies, and its table fits every byte of the text. Whatever else the bytes are, <see cref="Diagnosis"/>
/// only says why not; nothing it finds or repairs can make a file genuine.
/// </summary>
internal static class SealedFile
{
    internal static byte[] Write(ReadOnlySpan<byte> text, SealEntry entry) =>
        [.. text, .. new SealBlock(entry.Content, entry.Signature, Piece.Cut(text)).Write()];

    internal static SealedText Read(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
            return new SealedText.NotSealed(NotAStatementReason.Empty);
        if (file.Length > StatementLimits.FileBytesMax)
            return new SealedText.NotSealed(NotAStatementReason.TooLarge);
        return Strict(file) ?? Diagnosis.Of(file);
    }

    internal static SealedText.Sealed? Strict(ReadOnlySpan<byte> file)
    {
        var start = LastLine(file, SealBlock.MarkerLine);
        if (start < 0 || SealBlock.Parse(file[start..]) is not { } block || block.Verified() is not { } entry)
            return null;
        return Fits(file[..start], block.Pieces) ? new(Opaque.CopyOf(file[..start]), entry) : null;
    }

    /// <summary>Whether the text is cut into exactly these pieces.</summary>
    internal static bool Fits(ReadOnlySpan<byte> text, ImmutableArray<Piece> pieces) =>
        pieces.AsSpan().SequenceEqual(Piece.Cut(text).AsSpan());

    /// <summary>Where the last line of exactly these bytes (LF included) starts; -1 when there is none.</summary>
    internal static int LastLine(ReadOnlySpan<byte> file, ReadOnlySpan<byte> line)
    {
        for (var end = file.Length; ;)
        {
            var start = file[..end].LastIndexOf(line);
            if (start <= 0 || file[start - 1] == '\n')
                return start;
            end = start + line.Length - 1;
        }
    }
}
