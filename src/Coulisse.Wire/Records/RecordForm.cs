using System.Globalization;
using Coulisse.Wire.Statements;

namespace Coulisse.Wire.Records;

/// <summary>The form of the block before a record's text.</summary>
internal static class RecordForm
{
    // Lines of one name are numbered within a thousand million; the first of a name may follow any of the name before.
    private const long Numbered = 1_000_000_000;

    private static readonly string[] Order =
    [
        "RECORD", "signed", "room", "a", "b", "parts", "part", "pieces", "piece",
        .. RecordBlock.Places.SelectMany(place => (string[])
            [$"{place}-accreditation", $"{place}-head", $"{place}-signed", $"{place}-signature"]), SealBlock.End,
    ];

    private static readonly long Second = Array.IndexOf(Order, $"{RecordBlock.Places[1]}-accreditation");

    internal static BlockForm<RecordBlock> Block { get; } = new(
        bytes => RecordBlock.Parse(bytes) is { IsVerified: true } block ? block : null, Rank, IsNext);

    /// <summary>What a line of the block is called.</summary>
    internal static string FieldOf(ReadOnlySpan<byte> line) =>
        System.Text.Encoding.UTF8.GetString(line).Split(' ') is ["%%", var name, ..]
            && Array.IndexOf(Order, name) >= 0 ? name : "a line of the seal";

    private static long Rank(string[] words)
    {
        var name = Array.IndexOf(Order, words[0]);
        if (name < 0)
            return -1;
        var isNumbered = words[0] is "part" or "piece" || words[0].EndsWith("-accreditation", StringComparison.Ordinal);
        return name * Numbered + (isNumbered && words.Length > 1
            && uint.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number < Numbered ? number : 1);
    }

    private static bool IsNext(long highest, long rank)
    {
        var (before, name) = (highest < 0 ? -1 : highest / Numbered, rank / Numbered);
        return name == before ? rank == highest + 1
            : rank % Numbered == 1 && (name == before + 1
                || (name == Order.Length - 1 && before == Second - 1)); // one signature alone
    }
}
