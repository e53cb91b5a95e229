using Coulisse.Signals.Accounts;
using NodaTime;

namespace Coulisse.Signals.Threads;

/// <summary>Who writes: the account, since when it exists, and whether the rules for holding pass it by (moderators).</summary>
public sealed record CommentAuthor(AccountId Account, Instant Since, bool IsNeverHeld);
