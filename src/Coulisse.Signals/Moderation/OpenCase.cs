using System.Collections.Immutable;
using Coulisse.Signals.Threads;
using NodaTime;

namespace Coulisse.Signals.Moderation;

/// <summary>A comment that wants a decision: held, edited, reported or appealed about; perhaps several of these.</summary>
/// <param name="Comment">The comment, with its words.</param>
/// <param name="Path">Its numbers; empty without a place.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="HeldFor">Why it, or its edit, is held.</param>
/// <param name="Edit">New words that wait; null without.</param>
/// <param name="Reports">The reasons of those who reported it, oldest first; reporters are not named.</param>
/// <param name="Appeal">What the author says against a decision; null without.</param>
/// <param name="Appealed">The decision it stands against.</param>
public sealed record OpenCase(Comment Comment, string Path, Instant Since, HoldReasons HeldFor, CommentText? Edit,
    ImmutableArray<string> Reports, string? Appeal, LogEntry? Appealed);
