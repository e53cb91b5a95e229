using Coulisse.Signals.Threads;
using NodaTime;

namespace Coulisse.Signals.Moderation;

/// <summary>Decides, from settings and the author's standing alone, whether a comment waits for a moderator, and why.</summary>
/// <remarks>Imported comments never come here: they were published somewhere already.</remarks>
public sealed class HoldingRules(HoldingSettings settings, WordList words)
{
    /// <param name="text">The comment, or its edited text.</param>
    /// <param name="author">Their standing at this moment, this comment not counted.</param>
    public HoldReasons Check(CommentText text, AuthorStanding author)
    {
        if (author.IsNeverHeld)
            return HoldReasons.None;
        var reasons = HoldReasons.None;
        if (author.Released < settings.ReleasedBeforeMin
            || author.AccountAge < Duration.FromMinutes(settings.AccountAgeMinutesMin))
            reasons |= HoldReasons.NewAccount;
        if (author.Released < settings.ReleasedToLinkFreely && CommentLinks.Count(text) > settings.LinksMax)
            reasons |= HoldReasons.Links;
        if (words.IsIn(text.OwnWords))
            reasons |= HoldReasons.Words;
        if (settings.RateMax > 0 && author.WrittenLately >= settings.RateMax)
            reasons |= HoldReasons.Rate;
        return reasons;
    }
}
