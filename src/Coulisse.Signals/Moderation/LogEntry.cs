using Coulisse.Signals.Items;
using Coulisse.Signals.Threads;
using NodaTime;

namespace Coulisse.Signals.Moderation;

/// <summary>A line of the public log. Who decided is not in it: the public reads an office, not a person.</summary>
/// <param name="Id">Its number.</param>
/// <param name="At">When it was decided.</param>
/// <param name="Act">What.</param>
/// <param name="Reason">Why.</param>
/// <param name="Item">Under which item.</param>
/// <param name="Comment">About which comment.</param>
/// <param name="Path">The comment's numbers, as "2.1"; empty for one that never had a place.</param>
/// <param name="State">The comment's, now.</param>
/// <param name="Appealed">When its author appealed; null if not.</param>
/// <param name="Answers">The decision whose appeal this one answers; null for all others.</param>
public sealed record LogEntry(DecisionId Id, Instant At, DecisionAct Act, string Reason, ItemId Item, CommentId Comment,
    string Path, CommentState State, Instant? Appealed, DecisionId? Answers);
