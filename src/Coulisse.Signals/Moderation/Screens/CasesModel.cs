using System.Collections.Immutable;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;

namespace Coulisse.Signals.Moderation.Screens;

/// <summary>What waits for a moderator, or one comment that a moderator looks at.</summary>
/// <param name="Count">How many comments wait.</param>
/// <param name="Cases">Those shown.</param>
/// <param name="Items">Their items.</param>
/// <param name="Names">Their authors' display names.</param>
/// <param name="FailedOn">The case whose decision was not taken; null without.</param>
/// <param name="Reason">What was typed then.</param>
/// <param name="Error">A sentence; null when nothing is wrong.</param>
public sealed record CasesModel(int Count, ImmutableArray<OpenCase> Cases, IReadOnlyDictionary<ItemId, Item> Items,
    IReadOnlyDictionary<AccountId, string> Names, Threads.CommentId? FailedOn = null, string Reason = "", string? Error = null);
