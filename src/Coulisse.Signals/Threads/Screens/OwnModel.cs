using System.Collections.Immutable;
using Coulisse.Signals.Items;
using Coulisse.Signals.Moderation;

namespace Coulisse.Signals.Threads.Screens;

/// <summary>An author's own comments under an item that others do not see, or see otherwise.</summary>
/// <param name="FailedOn">The decision whose appeal was refused; null without.</param>
/// <param name="Reason">What was typed then.</param>
/// <param name="Error">A sentence; null when nothing is wrong.</param>
public sealed record OwnModel(Item Item, ImmutableArray<(OwnWaiting Waiting, ImmutableArray<LogEntry> Decisions)> Comments,
    DecisionId? FailedOn = null, string Reason = "", string? Error = null);
