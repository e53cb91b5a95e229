using Coulisse.Signals.Accounts;
using Coulisse.Signals.Threads;

namespace Coulisse.Signals.Moderation;

/// <summary>A decision that a moderator wants to take.</summary>
/// <param name="Comment">About which comment.</param>
/// <param name="Act">What.</param>
/// <param name="Reason">Why, for everyone to read.</param>
/// <param name="Moderator">Who; shown in public as an office only.</param>
/// <param name="Moderators">How many moderators this page has: with more than one, nobody judges their own comment,
/// or an appeal against themselves.</param>
public sealed record Decision(CommentId Comment, DecisionAct Act, string? Reason, AccountId Moderator, int Moderators);
