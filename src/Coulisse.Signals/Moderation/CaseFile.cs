using Coulisse.Signals.Accounts;
using Coulisse.Signals.Threads;

namespace Coulisse.Signals.Moderation;

/// <summary>What a decision depends on, at the moment it is taken.</summary>
/// <param name="State">The comment's.</param>
/// <param name="Author">Null for an imported comment.</param>
/// <param name="HasWords">False once its author has taken them back.</param>
/// <param name="HasHeldEdit">New words wait.</param>
/// <param name="HasReports">Somebody reported it, and nobody has decided since.</param>
/// <param name="AppealedFrom">Who took the decision against which an unanswered appeal stands; null without one.</param>
public sealed record CaseFile(
    CommentState State, AccountId? Author, bool HasWords, bool HasHeldEdit, bool HasReports, AccountId? AppealedFrom);
