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

/// <summary>A caucus: remarks, votes, dissent, and whether a draft may cross.</summary>
public sealed class AmongOurOwn
{
    private const Mandate Speakers = Mandate.Principal | Mandate.DutyOfficer;

    private static readonly MessageId InThePlenary = new(9, 9);
    private static readonly Octets Plenary = Octets.CopyOf(new byte[ActLimits.RoomBytes]);

    private readonly Scene scene = new(Side.A);

    private MessageId Remark(Person who, MessageId under, string text, bool isElsewhere = false) =>
        scene.Does(who, new TalkAct.RemarkMade(under, isElsewhere, text));

    [Fact]
    public void Remarks_are_numbered_under_what_they_are_about()
    {
        var draft = scene.Says(DutyOfficer, "We could open the bridge on Friday.");
        var first = Remark(Adviser, draft, "Friday is too soon.");
        var second = Remark(Interpreter, draft, "Their word for bridge is also that for pier.");
        var reply = Remark(DutyOfficer, first, "Then Monday.");
        Remark(Adviser, reply, "Monday.");
        Remark(Observer, first, "Never.");
        Remark(Observer, InThePlenary, "They say nothing about the pier.", isElsewhere: true);

        Assert.Equal(
            [("1", "Friday is too soon."), ("1.1", "Then Monday."), ("1.1.1", "Monday."), ("1.2", "Never."),
                ("2", "Their word for bridge is also that for pier.")],
            scene.Talk.Remarks.Where(one => one.Subject == draft).Select(one => (one.Number, one.Text)));
        Assert.Equal("1", Assert.Single(scene.Talk.Remarks, one => one.Subject == InThePlenary).Number);
        Assert.Equal(second, scene.Talk.Remarks.Single(one => one.Number == "2").Id);
    }

    [Fact]
    public void Of_several_votes_of_a_person_the_last_counts()
    {
        var draft = scene.Says(DutyOfficer, "We could open the bridge on Friday.");
        var remark = Remark(Adviser, draft, "Friday is too soon.");
        foreach (var (who, value) in new[] { (Observer, 1), (Interpreter, 1), (Observer, -1), (Interpreter, 0) })
            scene.Does(who, new TalkAct.RemarkVoted(remark, value));
        var view = Assert.Single(scene.Talk.Remarks);
        Assert.Equal(-1, view.Sum);
        Assert.Equal([(Interpreter, 0), (Observer, -1)], view.Votes.Select(vote => (vote.By, vote.Value)));
        Assert.Equal(Refusal.NumberOutOfRange, scene.Refuses(Observer, new TalkAct.RemarkVoted(remark, 2)));
    }

    [Fact]
    public void A_long_chain_of_remarks_is_numbered_to_a_depth_and_loses_none()
    {
        var under = scene.Says(DutyOfficer, "A draft.");
        for (var depth = 0; depth < 60; depth++)
            under = Remark(Adviser, under, $"Remark {depth}");
        Assert.Equal(60, scene.Talk.Remarks.Length);
        Assert.Equal(60, scene.Talk.Remarks.Select(one => one.Number).Distinct().Count());
        Assert.All(scene.Talk.Remarks, one => Assert.InRange(one.Number.Split('.').Length, 1, 8));
    }

    [Fact]
    public void Dissent_from_a_message_or_from_the_contact_at_all_stays_on_the_record()
    {
        scene.Does(Observer, new TalkAct.DissentRecorded(InThePlenary, "This promises too much."));
        scene.Does(Observer, new TalkAct.DissentRecorded(default, "We should not talk to them."));
        Assert.Equal([InThePlenary, null], scene.Talk.Dissents.Select(one => one.Subject));
        Assert.All(scene.Talk.Dissents, one => Assert.Equal("deputy minister", one.By.Office));
    }

    [Fact]
    public void A_draft_crosses_word_by_word_as_it_was_approved_by_another_person_of_that_mandate()
    {
        var words = En("We open the bridge on Monday.");
        var asked = scene.Does(DutyOfficer, new TalkAct.ApprovalAsked(words, Mandate.Principal, Plenary));
        ApprovalView View() => Assert.Single(scene.Talk.Approvals);
        Assert.False(View().Allows(Plenary, words));
        Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(Interpreter, new TalkAct.ApprovalGiven(asked)));
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(DutyOfficer, new TalkAct.ApprovalGiven(asked)));

        scene.Does(Adviser, new TalkAct.ApprovalGiven(asked));
        Assert.True(View().Allows(Plenary, words));
        Assert.False(View().Allows(Plenary, En("We open the bridge on Sunday.")));

        scene.Does(Adviser, new TalkAct.ApprovalRefused(asked, "The minister objects."));
        Assert.False(View().Allows(Plenary, words));
        Assert.Equal((Stage.Refused, Adviser, "The minister objects."),
            (View().Stage, View().DecidedBy, View().Reason));
        Assert.Equal(Refusal.Over, scene.Refuses(Adviser, new TalkAct.ApprovalGiven(asked)));
    }

    [Fact]
    public void A_no_that_crossed_a_yes_stands()
    {
        var asked = scene.Does(Interpreter,
            new TalkAct.ApprovalAsked(En("Yes."), Speakers, Plenary));
        var before = scene.Heads;
        scene.Does(Adviser, new TalkAct.ApprovalGiven(asked), before);
        scene.Does(DutyOfficer, new TalkAct.ApprovalRefused(asked, "No."), before);
        Assert.Equal(Stage.Refused, Assert.Single(scene.Talk.Approvals).Stage);
    }

    [Fact]
    public void Approved_words_cross_once_and_a_second_time_is_seen()
    {
        var words = En("We open the bridge on Monday.");
        var asked = scene.Does(DutyOfficer, new TalkAct.ApprovalAsked(words, Mandate.Principal, Plenary));
        Assert.Equal(Refusal.NotNow, scene.Refuses(DutyOfficer, new TalkAct.ApprovalUsed(asked)));
        scene.Does(Adviser, new TalkAct.ApprovalGiven(asked));
        ApprovalView View() => Assert.Single(scene.Talk.Approvals);
        Assert.True(View().Allows(Plenary, "We open the bridge on Monday.", []));
        Assert.False(View().Allows(Plenary, "We open the bridge on monday.", []));
        var before = scene.Heads;
        scene.Does(DutyOfficer, new TalkAct.ApprovalUsed(asked), before);
        Assert.Equal(Stage.Crossed, View().Stage);
        Assert.False(View().Allows(Plenary, "We open the bridge on Monday.", []));
        Assert.Equal(Refusal.Over, scene.Refuses(Adviser, new TalkAct.ApprovalRefused(asked, "Too late.")));
        Assert.Equal(Refusal.Over, scene.Refuses(Adviser, new TalkAct.ApprovalGiven(asked)));
        scene.Does(Adviser, new TalkAct.ApprovalUsed(asked), before);
        Assert.Equal(2, Assert.Single(scene.Talk.Matters).Of<TalkAct.ApprovalUsed>().Count());
    }

    [Fact]
    public void Two_who_approve_at_once_approve_one_crossing()
    {
        var words = En("We open the bridge on Monday.");
        var asked = scene.Does(Interpreter, new TalkAct.ApprovalAsked(words, Speakers, Plenary));
        var before = scene.Heads;
        scene.Does(Adviser, new TalkAct.ApprovalGiven(asked), before);
        scene.Does(DutyOfficer, new TalkAct.ApprovalGiven(asked), before);
        ApprovalView View() => Assert.Single(scene.Talk.Approvals);
        Assert.True(View().Allows(Plenary, "We open the bridge on Monday.", []));
        scene.Does(Interpreter, new TalkAct.ApprovalUsed(asked));
        Assert.False(View().Allows(Plenary, "We open the bridge on Monday.", []));
        Assert.True(Assert.Single(scene.Talk.WithoutEffect).HasCrossed); // the second yes
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_crossed_while_a_no_was_on_its_way_has_crossed_and_both_are_seen(bool isTakenBack)
    {
        var words = En("We open the bridge on Monday.");
        var asked = scene.Does(DutyOfficer, new TalkAct.ApprovalAsked(words, Mandate.Principal, Plenary));
        scene.Does(Adviser, new TalkAct.ApprovalGiven(asked));
        var before = scene.Heads;
        scene.Does(Interpreter, new TalkAct.ApprovalUsed(asked), before);
        if (isTakenBack)
            scene.Does(DutyOfficer, new TalkAct.ApprovalTakenBack(asked), before);
        else
            scene.Does(Adviser, new TalkAct.ApprovalRefused(asked, "Not after all."), before);
        var approval = Assert.Single(scene.Talk.Approvals);
        Assert.Equal(Stage.Crossed, approval.Stage);
        Assert.False(approval.Allows(Plenary, "We open the bridge on Monday.", []));
        Assert.Equal(isTakenBack ? "" : "Not after all.", approval.Reason);
        Assert.Empty(scene.Talk.WithoutEffect);
    }

    [Fact]
    public void Who_has_seen_the_no_lets_nothing_cross()
    {
        var asked = scene.Does(DutyOfficer, new TalkAct.ApprovalAsked(En("Monday."), Mandate.Principal, Plenary));
        scene.Does(Adviser, new TalkAct.ApprovalGiven(asked));
        scene.Does(Adviser, new TalkAct.ApprovalRefused(asked, "Not after all."));
        Assert.False(Assert.Single(scene.Talk.Approvals).Allows(Plenary, "Monday.", []));
        Assert.Equal(Stage.Refused, Assert.Single(scene.Talk.Approvals).Stage);
    }

    [Fact]
    public void A_rule_for_another_room_is_set_and_lifted_by_who_speaks_for_the_party()
    {
        foreach (var who in (Person[])[Interpreter, Observer])
            Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(who, new TalkAct.RuleSet(Plenary, Speakers)));
        var rule = scene.Does(Adviser, new TalkAct.RuleSet(Plenary, Speakers));
        Assert.Equal((Plenary, Speakers, Adviser, true), Assert.Single(scene.Talk.Rules) is var view
            ? (view.Room, view.Mandates, view.By, view.IsInForce) : default);
        Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(Observer, new TalkAct.RuleLifted(rule)));
        scene.Does(DutyOfficer, new TalkAct.RuleLifted(rule));
        Assert.False(Assert.Single(scene.Talk.Rules).IsInForce);
        Assert.Equal(Refusal.CaucusOnly, new Scene().Refuses(Adviser, new TalkAct.RuleSet(Plenary, Speakers)));
    }

    [Fact]
    public void Nobody_speaks_among_their_own_where_the_other_side_reads()
    {
        var plenary = new Scene();
        var message = plenary.Says(Secretary, "The bridge stays closed.");
        Assert.Equal(Refusal.CaucusOnly, plenary.Refuses(Adviser, new TalkAct.RemarkMade(message, false, "A bluff.")));
        Assert.Equal(Refusal.CaucusOnly, plenary.Refuses(Adviser, new TalkAct.DissentRecorded(message, "No.")));
        Assert.Equal(Refusal.CaucusOnly,
            plenary.Refuses(Adviser, new TalkAct.ApprovalAsked(En("Yes."), Mandate.Principal, Plenary)));
    }

    [Fact]
    public void What_is_for_the_other_side_is_not_said_in_a_caucus() => Assert.Equal(Refusal.NotInACaucus,
        scene.Refuses(Adviser, new TalkAct.SignalAsked(En("Say that you are open."), Morning)));
}
