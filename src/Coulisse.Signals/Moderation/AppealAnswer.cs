namespace Coulisse.Signals.Moderation;

/// <summary>What became of an appeal.</summary>
public enum AppealAnswer
{
    Appealed = 1,
    AppealedBefore,
    NoSuchDecision,
    NotYours,
    NotAppealable,
    ReasonMissing,
}
