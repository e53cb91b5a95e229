using System.Globalization;
using Coulisse.Wire.Statements;

namespace Coulisse.Wire.Records;

/// <summary>One thing that differs between a record as it was found and as it was signed.</summary>
public abstract record RecordFinding
{
    private RecordFinding()
    {
    }

    /// <summary>Something in a part of the text, or in the lines before it.</summary>
    /// <param name="Part">Which part, from 1; null: in the lines before the text.</param>
    /// <param name="Field">Which field of it.</param>
    /// <param name="What">What, to the byte where that can be told.</param>
    public sealed record Differs(int? Part, string Field, Finding What) : RecordFinding;

    /// <summary>From this part on the record is not there, or not whole.</summary>
    /// <param name="Part">The first that is missing, from 1.</param>
    /// <param name="Parts">How many were signed; null if that is missing too.</param>
    /// <param name="Offset">Where the file ends.</param>
    /// <param name="IsGenuine">Whether what is before it is as it was signed.</param>
    public sealed record PartMissing(int Part, int? Parts, long Offset, bool IsGenuine) : RecordFinding;

    /// <summary>The finding in English, one sentence.</summary>
    public override sealed string ToString() => this switch
    {
        Differs { Part: { } part } differs =>
            string.Create(CultureInfo.InvariantCulture, $"part {part}, {differs.Field}: {differs.What}"),
        Differs differs => $"before the text, {differs.Field}: {differs.What}",
        PartMissing missing => string.Create(CultureInfo.InvariantCulture,
            $"part {missing.Part}{(missing.Parts is { } all ? $" of {all}" : "")} is the first that is missing or not ")
            + string.Create(CultureInfo.InvariantCulture, $"whole: the file ends at offset {missing.Offset}")
            + (missing.IsGenuine ? "; every byte before that part is as it was signed" : ""),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
