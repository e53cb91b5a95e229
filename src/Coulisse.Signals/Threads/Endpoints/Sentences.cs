using System.Diagnostics;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Rendering;

namespace Coulisse.Signals.Threads.Endpoints;

/// <summary>Says a refusal in the reader's language.</summary>
internal static class Sentences
{
    /// <param name="refused">A <see cref="ParsedComment.Refused"/> or <see cref="Posting.Refused"/>.</param>
    /// <param name="visit">For whom.</param>
    public static string Of(object refused, Visit visit) => refused switch
    {
        ParsedComment.Refused { Words: { } words } => visit.Language.Text("refusal.quotation-not-found", ("words", words)),
        ParsedComment.Refused { Reason: var reason } => Of(reason, visit),
        Posting.Refused { Reason: var reason } => Of(reason, visit),
        _ => throw new UnreachableException(),
    };

    public static string Of(CommentRefusal reason, Visit visit) => reason switch
    {
        CommentRefusal.Empty => visit["error.required"],
        CommentRefusal.TooLong => visit.Language.Count("error.too-long", CommentText.CharactersMax),
        CommentRefusal.TooManyBlocks => visit.Language.Count("refusal.too-many-blocks", CommentText.BlocksMax),
        CommentRefusal.OnlyQuotation => visit["refusal.only-quotation"],
        CommentRefusal.LanguageMissing => visit["refusal.language-missing"],
        CommentRefusal.ThreadClosed or CommentRefusal.ThreadFull => visit["thread.closed"],
        CommentRefusal.NoSuchComment or CommentRefusal.ParentNotShown => visit["refusal.parent-gone"],
        CommentRefusal.FormUsedBefore => visit["refusal.form-used"],
        CommentRefusal.NotYours => visit["error.forbidden"],
        CommentRefusal.NotEditable => visit["refusal.not-editable"],
        CommentRefusal.ChangedMeanwhile => visit["refusal.edited-meanwhile"],
        CommentRefusal.TooManyEdits => visit["refusal.too-many-edits"],
        CommentRefusal.TooManyWaiting => visit["refusal.too-many-waiting"],
        _ => throw new UnreachableException(),
    };

    public static string Of(DecisionRefusal reason, Visit visit) => reason switch
    {
        DecisionRefusal.ReasonMissing => visit["refusal.reason-missing"],
        DecisionRefusal.OwnComment => visit["refusal.own-comment"],
        DecisionRefusal.SameModerator => visit["refusal.same-moderator"],
        DecisionRefusal.WordsErased => visit["refusal.words-erased"],
        DecisionRefusal.NoSuchComment or DecisionRefusal.NotHeld or DecisionRefusal.NotShown or DecisionRefusal.NotRemoved
            or DecisionRefusal.NoHeldEdit or DecisionRefusal.NoReports or DecisionRefusal.NoAppeal => visit["refusal.decided-before"],
        _ => throw new UnreachableException(),
    };
}
