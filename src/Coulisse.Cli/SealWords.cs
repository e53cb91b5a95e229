using System.Diagnostics;
using System.Globalization;
using Coulisse.Wire.Credence;

namespace Coulisse.Cli;

/// <summary>A seal's entries in words.</summary>
internal static class SealWords
{
    internal static string Kind(SealEntryKind kind) => kind switch
    {
        SealEntryKind.Statement => "statement",
        SealEntryKind.StatementWithdrawn => "statement withdrawn",
        SealEntryKind.Accreditation => "accreditation",
        SealEntryKind.Recall => "recall",
        SealEntryKind.Recognition => "recognition",
        SealEntryKind.Letter => "letter of credence",
        SealEntryKind.Succession => "succession",
        SealEntryKind.RoomOrder => "room order",
        _ => throw new UnreachableException(),
    };

    internal static string Instant(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
