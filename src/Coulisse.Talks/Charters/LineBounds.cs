using System.Collections.Immutable;

namespace Coulisse.Talks.Charters;

/// <summary>A room may be narrower than its line, and not wider. What of terms are words nobody compares: what the line
/// excludes is excluded in each of its rooms, whatever the room says besides.</summary>
public static class LineBounds
{
    /// <summary>In which fields the terms of a room let more than those of its line; none if the line has no terms.
    /// </summary>
    public static ImmutableArray<CharterField> Wider(Charter? line, Charter room) => line is null ? [] :
    [
        .. line.Record == RecordMode.OffRecord && room.Record != RecordMode.OffRecord
            ? One(CharterField.Record) : [],
        .. line.RetentionDays > 0 && (room.RetentionDays == 0 || room.RetentionDays > line.RetentionDays)
            ? One(CharterField.Retention) : [],
        .. !Enum.IsDefined(room.Quoting) || room.Quoting > line.Quoting ? One(CharterField.Quoting) : [],
        .. (room.InForce.Consenting & ~line.InForce.Consenting) != 0 ? One(CharterField.MayConsent) : [],
    ];

    private static CharterField[] One(CharterField field) => [field];
}
