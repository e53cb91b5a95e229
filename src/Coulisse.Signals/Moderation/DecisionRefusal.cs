namespace Coulisse.Signals.Moderation;

/// <summary>Why a decision is not taken; each has a sentence in every interface language.</summary>
public enum DecisionRefusal
{
    NoSuchComment = 1,
    ReasonMissing,
    OwnComment,
    NotHeld,
    NotShown,
    NotRemoved,
    NoHeldEdit,
    NoReports,
    NoAppeal,
    SameModerator,
    WordsErased,
}
