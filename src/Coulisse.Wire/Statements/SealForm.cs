using System.Globalization;

namespace Coulisse.Wire.Statements;

/// <summary>The form of the block under a statement.</summary>
internal static class SealForm
{
    private const long PiecesRank = 9;
    private const long SignatureRank = long.MaxValue - 1;

    internal static BlockForm<SealBlock> Statement { get; } = new(
        bytes => SealBlock.Parse(bytes) is { } block && block.Verified() is not null ? block : null, Rank,
        // Not highest + 1: behind the last rank of all there is none.
        (highest, rank) => rank - 1 == highest
            || (rank == SignatureRank && highest is > PiecesRank and < SignatureRank));

    private static long Rank(string[] words) => words[0] switch
    {
        "SEAL" => 0,
        "covers" => 1,
        "party" => 2,
        "key" => 3,
        "entry" => 4,
        "previous" => 5,
        "kind" => 6,
        "claimed" => 7,
        "body" => 8,
        "pieces" => PiecesRank,
        "piece" when words.Length > 1
            && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) => PiecesRank + n,
        "signature" => SignatureRank,
        "END" => SignatureRank + 1,
        _ => -1,
    };
}
