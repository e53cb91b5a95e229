namespace Coulisse.Signals.Moderation;

/// <summary>What became of a report.</summary>
public enum ReportAnswer
{
    Reported = 1,
    ReportedBefore,
    OwnComment,
    NotShown,
    ReasonMissing,
}
