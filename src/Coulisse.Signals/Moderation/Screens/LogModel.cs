using System.Collections.Immutable;

namespace Coulisse.Signals.Moderation.Screens;

/// <summary>A page of the public log.</summary>
public sealed record LogModel(ImmutableArray<LogEntry> Entries, int Page, int Pages);
