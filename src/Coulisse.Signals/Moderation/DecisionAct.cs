namespace Coulisse.Signals.Moderation;

/// <summary>What a moderator decided; the numbers are those in the page's file.</summary>
public enum DecisionAct
{
    Release = 1,
    Refuse = 2,
    Remove = 3,
    Restore = 4,
    DismissReports = 5,
    UpholdAppeal = 6,
    RejectAppeal = 7,
    ReleaseEdit = 8,
    RefuseEdit = 9,
}
