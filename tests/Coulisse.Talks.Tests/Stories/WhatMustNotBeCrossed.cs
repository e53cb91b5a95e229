using Coulisse.Talks.Acts;
using Coulisse.Talks.Ledgers;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using static Coulisse.Talks.Tests.Scenes.People;
using static Coulisse.Talks.Tests.Scenes.Scene;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>A red line: stated, questioned, clarified, understood or contested, withdrawn; every version
/// kept.</summary>
public sealed class WhatMustNotBeCrossed
{
    private readonly Scene scene = new();
    private readonly MessageId line;

    public WhatMustNotBeCrossed() => line = scene.Does(Adviser, new TalkAct.RedLineStated(Text("One armed boat.")));

    private static RedLineText Text(string threshold) => new(En("Armed boats on the lake."), En(threshold),
        En("We close the lake."), En("Our half, by day and night."), Certainty.Certain);

    private RedLineView Line => Assert.Single(scene.Talk.RedLines);

    [Fact]
    public void It_is_questioned_clarified_and_understood()
    {
        scene.Does(TheirInterpreter, new TalkAct.RedLineQuestioned(line, line, En("Is a police boat armed?")));
        Assert.Equal(Stage.Questioned, Line.Stage);
        var clearer = scene.Does(DutyOfficer,
            new TalkAct.RedLineClarified(line, Text("A boat with a mounted weapon.")));
        Assert.Equal(Refusal.Overtaken, scene.Refuses(Secretary, new TalkAct.RedLineUnderstood(line, line)));
        scene.Does(Secretary, new TalkAct.RedLineUnderstood(line, clearer));

        Assert.Equal(Stage.Understood, Line.Stage);
        Assert.Equal(["One armed boat.", "A boat with a mounted weapon."],
            Line.Versions.Select(version => version.Text.Threshold[0].Text));
        Assert.Equal([(line, Stage.Questioned), (clearer, Stage.Understood)],
            Line.Replies.Select(reply => (reply.Version, reply.Stage)));
    }

    [Fact]
    public void What_was_understood_has_to_be_understood_anew_once_it_is_said_otherwise()
    {
        scene.Does(Secretary, new TalkAct.RedLineUnderstood(line, line));
        scene.Does(Adviser, new TalkAct.RedLineClarified(line, Text("Two armed boats.")));
        Assert.Equal(Stage.Clarified, Line.Stage);
    }

    [Fact]
    public void To_understand_is_not_to_agree_and_to_contest_is_said_with_a_reason()
    {
        scene.Does(Secretary, new TalkAct.RedLineUnderstood(line, line));
        scene.Does(Secretary, new TalkAct.RedLineContested(line, line, En("Half of your half is ours.")));
        Assert.Equal(Stage.Contested, Line.Stage);
        Assert.Equal(Refusal.NoWords, scene.Refuses(Secretary, new TalkAct.RedLineContested(line, line, [])));
    }

    [Fact]
    public void Only_who_stated_it_clarifies_or_withdraws_it()
    {
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(Secretary, new TalkAct.RedLineWithdrawn(line, [])));
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(Secretary, new TalkAct.RedLineClarified(line, Text("Ten."))));
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(DutyOfficer, new TalkAct.RedLineUnderstood(line, line)));
        Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(Interpreter, new TalkAct.RedLineWithdrawn(line, [])));
        Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(Interpreter, new TalkAct.RedLineStated(Text("One."))));
    }

    [Fact]
    public void A_withdrawal_stands_against_a_word_that_crossed_it_and_nothing_opens_it_again()
    {
        var before = scene.Heads;
        scene.Does(Secretary, new TalkAct.RedLineContested(line, line, En("No.")), before);
        scene.Does(Adviser, new TalkAct.RedLineWithdrawn(line, En("The lake is frozen.")), before);
        Assert.Equal(Stage.Withdrawn, Line.Stage);
        Assert.Equal("The lake is frozen.", Line.Withdrawal?.Words[0].Text);
        Assert.Equal(Refusal.Over, scene.Refuses(Adviser, new TalkAct.RedLineClarified(line, Text("One."))));
        Assert.Equal(Stage.Withdrawn, Assert.Single(scene.Talk.After(scene.Said).RedLines).Stage);
    }
}
