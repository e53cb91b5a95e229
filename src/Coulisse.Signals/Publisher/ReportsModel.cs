using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.Translations;

namespace Coulisse.Signals.Publisher;

/// <summary>Translations that readers reported.</summary>
/// <param name="Typed">The answer that was refused, with the report it was for.</param>
public sealed record ReportsModel(ImmutableArray<ReportRow> Open, ImmutableArray<ReportRow> Answered,
    (TranslationReportId Report, string Answer)? Typed, ImmutableArray<Fault> Faults, string? SaidKey);

/// <summary>A report with the item it is about.</summary>
public sealed record ReportRow(TranslationReport Report, Item Item);
