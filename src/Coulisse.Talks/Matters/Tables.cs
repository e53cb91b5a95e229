using System.Collections.Immutable;
using Coulisse.Talks.Acts;

namespace Coulisse.Talks.Matters;

/// <summary>The tables of all matters; protocol/talks.md prints them.</summary>
public static class Tables
{
    /// <summary>In the order of <see cref="MatterKind"/>.</summary>
    public static ImmutableArray<Table> All { get; } =
    [
        .. WordTables.All, .. LedgerTables.All, .. CaucusTables.All, .. OpenTables.All, .. RecordTables.All,
    ];

    /// <summary>Of this kind.</summary>
    public static Table Of(MatterKind kind) => All.First(table => table.Kind == kind);

    /// <summary>What this act opens, or null.</summary>
    public static Table? OpenedBy(ActKind act) => All.FirstOrDefault(table => table.OpensWith(act));

    /// <summary>Acts that bring a version, of which later acts speak.</summary>
    public static bool BringsVersion(ActKind act) => act is ActKind.TermDefined or ActKind.RedLineStated
        or ActKind.RedLineClarified or ActKind.SignalAsked or ActKind.SignalCountered;

    internal static IEnumerable<Move> From(Stage[] stages, ActKind act, Who by, Right needs, Stage to) =>
        stages.Select(stage => new Move(stage, act, by, needs, to));
}
