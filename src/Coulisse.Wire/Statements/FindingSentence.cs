using System.Diagnostics;
using System.Globalization;

namespace Coulisse.Wire.Statements;

/// <summary>Findings in English, for the command line; a page has its own words.</summary>
internal static class FindingSentence
{
    internal static string Of(Finding finding) => finding switch
    {
        Finding.ByteChanged f => $"{Place(f.Place)}: found {Name(f.Found)}, signed {Name(f.AsSigned)}",
        Finding.ByteInserted f => $"{Place(f.Place)}: found {Name(f.Found)}, which was not signed",
        Finding.ByteMissing f => $"{Place(f.Place)}: {Name(f.AsSigned)} was signed here and is missing",
        Finding.BytesChanged f => $"{Place(f.From)}: {Number(f.Length)} bytes from here on are not as signed",
        Finding.LineInserted f => $"line {Number(f.Line)} (offset {Number(f.Offset)} in the file) was not signed",
        Finding.LineRepeated f =>
            $"line {Number(f.Line)} (offset {Number(f.Offset)} in the file) "
            + $"repeats line {Number(f.SignedLine)} and was not signed",
        Finding.LineMoved f =>
            $"line {Number(f.Line)} (offset {Number(f.Offset)} in the file) was signed as line {Number(f.SignedLine)}",
        Finding.LineMissing f =>
            $"line {Number(f.SignedLine)} as signed is missing, before what is now line {Number(f.BeforeLine)}",
        Finding.LineEndsConverted f => $"all {Number(f.Count)} line ends were changed from LF to another form",
        Finding.ByteOrderMark => "a byte order mark (EF BB BF) was put in front of the first line",
        Finding.TrailingBytes f =>
            $"{Number(f.Length)} bytes follow after the end of the seal (offset {Number(f.Offset)} in the file)",
        Finding.Truncated f =>
            $"the file ends in line {Number(f.Line)} (offset {Number(f.Offset)}), before its seal does",
        Finding.SealLineDamaged f =>
            $"line {Number(f.Line)} (offset {Number(f.Offset)} in the file), a line of the seal, is not as it was made",
        Finding.SignatureDoesNotFit =>
            "the signature does not belong to this seal and text: they were rewritten after signing",
        Finding.AndMore f => $"{Number(f.Count)} more differences are not listed",
        _ => throw new UnreachableException(),
    };

    private static string Place(FilePlace place) =>
        $"line {Number(place.Line)}, byte {Number(place.ByteOfLine)} of the line "
        + $"(offset {Number(place.Offset)} in the file)";

    private static string Name(byte value)
    {
        var hex = value.ToString("x2", CultureInfo.InvariantCulture);
        return value switch
        {
            (byte)'\n' => $"a line end (0x{hex})",
            (byte)' ' => $"a space (0x{hex})",
            > 0x20 and < 0x7f => $"'{(char)value}' (0x{hex})",
            _ => $"0x{hex}",
        };
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
