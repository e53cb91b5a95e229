using System.Diagnostics;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Threads;

namespace Coulisse.Signals.Moderation;

/// <summary>Which decision can be taken about which comment, and by whom. The full table is printed by a test.</summary>
public static class ModerationRules
{
    public const int ReasonCharactersMax = 1_000;

    /// <summary>A reason in words, cleaned; null when there is none, or too much of it.</summary>
    public static string? Reason(string? typed)
    {
        if (typed is null or { Length: > 4 * ReasonCharactersMax })
            return null;
        var clean = CleanText.Of(typed).Trim();
        return clean.Length is > 0 and <= ReasonCharactersMax ? clean : null;
    }

    /// <summary>Null when the decision can be taken.</summary>
    public static DecisionRefusal? Check(CaseFile file, DecisionAct act, AccountId moderator, int moderators)
    {
        if (moderators > 1 && file.Author == moderator)
            return DecisionRefusal.OwnComment;
        return act switch
        {
            DecisionAct.Release or DecisionAct.Refuse =>
                file.State == CommentState.Held ? null : DecisionRefusal.NotHeld,
            DecisionAct.Remove =>
                file.State == CommentState.Shown ? null : DecisionRefusal.NotShown,
            DecisionAct.Restore when file.State != CommentState.Removed => DecisionRefusal.NotRemoved,
            DecisionAct.Restore =>
                file.HasWords ? null : DecisionRefusal.WordsErased,
            DecisionAct.ReleaseEdit or DecisionAct.RefuseEdit =>
                file is { HasHeldEdit: true, State: CommentState.Shown } ? null : DecisionRefusal.NoHeldEdit,
            DecisionAct.DismissReports =>
                file is { HasReports: true, State: CommentState.Shown } ? null : DecisionRefusal.NoReports,
            DecisionAct.UpholdAppeal or DecisionAct.RejectAppeal when file.AppealedFrom is null => DecisionRefusal.NoAppeal,
            DecisionAct.UpholdAppeal or DecisionAct.RejectAppeal =>
                moderators > 1 && file.AppealedFrom == moderator ? DecisionRefusal.SameModerator : null,
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The decisions that a comment's author can appeal against.</summary>
    public static bool IsAppealable(DecisionAct act) => act is DecisionAct.Refuse or DecisionAct.Remove or DecisionAct.RefuseEdit;
}
