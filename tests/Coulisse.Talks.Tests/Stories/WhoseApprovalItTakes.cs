using Coulisse.Talks.Acts;
using Coulisse.Talks.Caucus;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using static Coulisse.Talks.Tests.Scenes.People;
using static Coulisse.Talks.Tests.Scenes.Scene;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>A rule of a caucus names whose approval it takes, and an approval names the room into which its words
/// go.</summary>
public sealed class WhoseApprovalItTakes
{
    private const Mandate Speakers = Mandate.Principal | Mandate.DutyOfficer;
    private const string Words = "We open the bridge on Monday.";

    private static readonly Octets Plenary = Octets.CopyOf(new byte[ActLimits.RoomBytes]);
    private static readonly Octets Experts = Octets.CopyOf([.. new byte[ActLimits.RoomBytes - 1], 1]);

    private readonly Scene scene = new(Side.A);

    private MessageId Rule(Mandate mandates, Octets? room = null) =>
        scene.Does(Adviser, new TalkAct.RuleSet(room ?? Plenary, mandates));

    private MessageId Ask(Octets? room = null) => scene.Does(Interpreter,
        new TalkAct.ApprovalAsked(En(Words), Speakers | Mandate.Observer, room ?? Plenary));

    private Refusal? Refuses(Person who, MessageId asked) => scene.Refuses(who, new TalkAct.ApprovalGiven(asked));

    private void Approve(Person who, MessageId asked) => scene.Does(who, new TalkAct.ApprovalGiven(asked));

    private ApprovalView View => Assert.Single(scene.Talk.Approvals);

    [Fact]
    public void A_mandate_that_was_asked_and_that_the_rule_does_not_name_is_refused()
    {
        Rule(Mandate.Principal);
        var asked = Ask();

        Assert.Equal(Refusal.NotByTheRule, Refuses(DutyOfficer, asked));
        Assert.Equal(Refusal.NotByTheRule, Refuses(Observer, asked));
        Assert.Null(Refuses(Adviser, asked));
        Assert.Equal(Refusal.NotByTheRule, Assert.Single(
            scene.Talk.Possible(Assert.Single(scene.Talk.Of(MatterKind.Approval)), DutyOfficer),
            one => one.Act == ActKind.ApprovalGiven).Why);
    }

    [Fact]
    public void Read_from_the_transcript_it_comes_to_nothing_and_the_yes_that_counts_still_counts()
    {
        Rule(Mandate.Principal);
        var asked = Ask();

        scene.Does(DutyOfficer, new TalkAct.ApprovalGiven(asked), scene.Heads);

        Assert.Equal((Stage.Asked, null), (View.Stage, View.DecidedBy));
        Assert.Equal(Refusal.NotByTheRule, Assert.Single(scene.Talk.WithoutEffect).Why);
        Approve(Adviser, asked);
        Assert.True(View.Allows(Plenary, Words, [Mandate.Principal]));
    }

    [Theory]
    [InlineData(Mandate.Principal | Mandate.DutyOfficer)]
    [InlineData(Mandate.DutyOfficer)]
    [InlineData(Mandate.DutyOfficer | Mandate.Scribe)]
    public void One_of_those_that_the_rule_names_is_enough(Mandate named)
    {
        Rule(named);
        Approve(DutyOfficer, Ask());
        Assert.True(View.Allows(Plenary, Words, [named]));
    }

    [Fact]
    public void A_mandate_that_the_rule_names_and_that_was_not_asked_is_too_narrow()
    {
        Rule(Mandate.Interpreter | Mandate.DutyOfficer);
        var asked = scene.Does(Observer, new TalkAct.ApprovalAsked(En(Words), Mandate.DutyOfficer, Plenary));
        Assert.Equal(Refusal.MandateTooNarrow, Refuses(Interpreter, asked));
        Assert.Null(Refuses(DutyOfficer, asked));
    }

    [Fact]
    public void Of_two_rules_for_a_room_each_counts()
    {
        Rule(Speakers);
        var strict = Rule(Mandate.Principal);
        var asked = Ask();
        Assert.Equal(Refusal.NotByTheRule, Refuses(DutyOfficer, asked));
        scene.Does(DutyOfficer, new TalkAct.RuleLifted(strict));
        Assert.Null(Refuses(DutyOfficer, asked));
        Assert.Equal(Refusal.NotByTheRule, Refuses(Observer, asked));
    }

    [Fact]
    public void A_rule_for_another_room_is_not_asked()
    {
        Rule(Mandate.Principal, Experts);
        Approve(DutyOfficer, Ask());
        Assert.Equal(Stage.Accepted, View.Stage);
    }

    [Fact]
    public void Words_approved_for_one_room_are_held_at_another()
    {
        Rule(Speakers);
        Rule(Speakers, Experts);
        Approve(Adviser, Ask(Experts));
        Assert.True(View.Allows(Experts, Words, [Speakers]));
        Assert.False(View.Allows(Plenary, Words, [Speakers]));
        Assert.False(View.Allows(Plenary, En(Words)));
    }

    [Fact]
    public void A_rule_that_comes_after_the_approval_or_crossed_it_holds_the_words_back()
    {
        var asked = Ask();
        var before = scene.Heads;
        Approve(DutyOfficer, asked);
        scene.Does(Adviser, new TalkAct.RuleSet(Plenary, Mandate.Principal), before);

        Assert.Equal(Stage.Accepted, View.Stage); // its author knew of no rule
        Assert.False(View.Allows(Plenary, Words, scene.Talk.RulesInForce.Select(rule => rule.Mandates)));
        Assert.True(View.Allows(Plenary, Words, []));
    }

    [Fact]
    public void A_lift_that_crossed_the_approval_does_not_help_it()
    {
        var rule = Rule(Mandate.Principal);
        var asked = Ask();
        var before = scene.Heads;
        scene.Does(Adviser, new TalkAct.RuleLifted(rule), before);
        scene.Does(DutyOfficer, new TalkAct.ApprovalGiven(asked), before);
        Assert.Equal(Stage.Asked, View.Stage);
        Approve(DutyOfficer, asked);
        Assert.Equal(Stage.Accepted, View.Stage);
    }

    [Fact]
    public void Who_was_told_a_rule_comes_to_the_same_as_who_read_it()
    {
        RuleInForce told = new(Rule(Mandate.Principal), Plenary, Mandate.Principal);
        var asked = Ask();
        scene.Does(DutyOfficer, new TalkAct.ApprovalGiven(asked), scene.Heads);
        var lifted = scene.Does(Observer, new TalkAct.RuleLifted(told.Id), scene.Heads); // which an observer cannot

        var later = Talk.Caucus(Side.A).Told([told]).After(scene.Said.Skip(1));

        Assert.Equal([told], later.RulesInForce);
        Assert.Equal(Stage.Asked, Assert.Single(later.Approvals).Stage);
        Assert.Equal(Refusal.NotByTheRule, Assert.Single(later.WithoutEffect).Why);
        Assert.Equal([lifted], later.Waiting.Select(one => one.Entry.Id));
        scene.Does(Adviser, new TalkAct.RuleLifted(told.Id));
        Approve(DutyOfficer, asked);
        later = later.After(scene.Said.Skip(1));
        Assert.Empty(later.RulesInForce);
        Assert.Equal(Stage.Accepted, Assert.Single(later.Approvals).Stage);
    }

    [Fact]
    public void What_is_here_and_is_no_rule_is_not_made_one_by_telling_it()
    {
        var words = scene.Says(DutyOfficer, "A draft.");
        Assert.Empty(scene.Talk.Told([new(words, Plenary, Mandate.Observer)]).RulesInForce);
        Assert.Empty(scene.Talk.Rules);
    }

    [Fact]
    public void A_rule_names_somebody()
    {
        Assert.Equal(Refusal.NumberOutOfRange, scene.Refuses(Adviser, new TalkAct.RuleSet(Plenary, Mandate.None)));
        Assert.Equal(Refusal.NumberOutOfRange, scene.Refuses(Adviser, new TalkAct.RuleSet(Plenary, (Mandate)64)));
        // That whoever binds the party approves is left out, and so has no second encoding.
        var bytes = ActBytes.Write(new TalkAct.RuleSet(Plenary, Speakers));
        Assert.Equal(new TalkAct.RuleSet(Plenary, Speakers), ActBytes.Read(bytes));
        Assert.Null(ActBytes.Read([0xa3, .. bytes.AsSpan(1), 0x02, 0x03]));
        Assert.NotNull(ActBytes.Read([0xa3, .. bytes.AsSpan(1), 0x02, 0x01]));
    }
}
