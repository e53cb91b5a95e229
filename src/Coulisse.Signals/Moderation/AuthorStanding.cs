using NodaTime;

namespace Coulisse.Signals.Moderation;

/// <summary>What the rules for holding look at in an author.</summary>
/// <param name="AccountAge">How long the account exists.</param>
/// <param name="Released">Comments by this author that are on the page.</param>
/// <param name="WrittenLately">Comments by this author within the settings' rate window, whatever became of them.</param>
/// <param name="IsNeverHeld">A moderator.</param>
public sealed record AuthorStanding(Duration AccountAge, int Released, int WrittenLately, bool IsNeverHeld);
