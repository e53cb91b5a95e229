using System.Text;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Threads;

namespace Coulisse.Signals.Tests.Moderation;

public sealed class ModerationRulesTests
{
    private static readonly AccountId Author = new("author");
    private static readonly AccountId Moderator = new("moderator");

    // Rows: what is decided. Columns: the comment's state. "+" can be decided.
    private const string Table = """
                        Held        Shown    Withdrawn   Removed     Refused
        Release         +           NotHeld  NotHeld     NotHeld     NotHeld
        Refuse          +           NotHeld  NotHeld     NotHeld     NotHeld
        Remove          NotShown    +        NotShown    NotShown    NotShown
        Restore         NotRemoved  NotRemoved NotRemoved +          NotRemoved
        DismissReports  NoReports   +        NoReports   NoReports   NoReports
        UpholdAppeal    +           +        +           +           +
        RejectAppeal    +           +        +           +           +
        ReleaseEdit     NoHeldEdit  +        NoHeldEdit  NoHeldEdit  NoHeldEdit
        RefuseEdit      NoHeldEdit  +        NoHeldEdit  NoHeldEdit  NoHeldEdit
        """;

    [Fact]
    public void The_table_of_states_and_decisions_is_this_one()
    {
        var table = new StringBuilder().AppendJoin(' ', Enum.GetNames<CommentState>());
        foreach (var act in Enum.GetValues<DecisionAct>())
            table.Append('\n').Append(act).Append(' ').AppendJoin(' ',
                Enum.GetValues<CommentState>().Select(state => Check(state, act)?.ToString() ?? "+"));
        Assert.Equal(Squeezed(Table), table.ToString());
    }

    [Fact]
    public void Without_a_cause_there_is_nothing_to_answer()
    {
        var quiet = new CaseFile(CommentState.Shown, Author, HasWords: true, HasHeldEdit: false, HasReports: false, AppealedFrom: null);
        Assert.Equal(DecisionRefusal.NoReports, ModerationRules.Check(quiet, DecisionAct.DismissReports, Moderator, 2));
        Assert.Equal(DecisionRefusal.NoHeldEdit, ModerationRules.Check(quiet, DecisionAct.ReleaseEdit, Moderator, 2));
        Assert.Equal(DecisionRefusal.NoAppeal, ModerationRules.Check(quiet, DecisionAct.UpholdAppeal, Moderator, 2));
    }

    [Fact]
    public void A_reason_has_words_and_an_end()
    {
        Assert.Null(ModerationRules.Reason(null));
        Assert.Null(ModerationRules.Reason("\u202E \n"));
        Assert.Null(ModerationRules.Reason(new string('a', ModerationRules.ReasonCharactersMax + 1)));
        Assert.Equal("Rule 2.", ModerationRules.Reason("  Rule 2.\u202E "));
        Assert.Equal(ModerationRules.ReasonCharactersMax,
            ModerationRules.Reason(new string('a', ModerationRules.ReasonCharactersMax))!.Length);
    }

    private static DecisionRefusal? Check(CommentState state, DecisionAct act) => ModerationRules.Check(
        new(state, Author, HasWords: true, HasHeldEdit: true, HasReports: true, AppealedFrom: new("another")), act, Moderator, 2);

    private static string Squeezed(string table) => string.Join('\n', table.ReplaceLineEndings("\n").Trim().Split('\n')
        .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
}
