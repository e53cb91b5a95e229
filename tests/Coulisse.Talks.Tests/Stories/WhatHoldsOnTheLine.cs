using Coulisse.Talks.Acts;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using static Coulisse.Talks.Tests.Scenes.People;
using static Coulisse.Talks.Tests.Scenes.Scene;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>Terms of the whole line: one side signs and proposes them, the other signs as well; a room may be narrower.
/// </summary>
public sealed class WhatHoldsOnTheLine
{
    private static readonly Charter Terms =
        Charter.Usual("To keep each from misreading the other.", "Settling the conflict.");

    private readonly Scene scene = new();

    private static TalkAct.LineCharterProposed Proposal(Person by, ulong number = 1, Charter? terms = null) =>
        new(number, Octets.CopyOf(new byte[ActLimits.HashBytes]), terms ?? Terms, Sign(by, []));

    [Fact]
    public void They_wait_for_the_other_side_and_hold_once_it_has_signed()
    {
        var matter = scene.Does(Adviser, Proposal(Adviser));
        var waiting = Assert.Single(scene.Talk.LineCharters);
        Assert.Equal((Stage.Proposed, Adviser, 1UL, null),
            (waiting.Stage, waiting.By, waiting.Number, waiting.Second));
        Assert.Equal(Terms, waiting.Terms);
        scene.Does(Secretary, new TalkAct.LineCharterAgreed(matter, Sign(Secretary, [])));
        var agreed = Assert.Single(scene.Talk.LineCharters);
        Assert.Equal((Stage.Agreed, Sign(Secretary, [])), (agreed.Stage, agreed.Second!.Value));
        Assert.Equal(Refusal.Over, scene.Refuses(Secretary, new TalkAct.LineCharterDeclined(matter, [])));
    }

    [Fact]
    public void Nobody_agrees_with_themselves_or_without_a_mandate_or_by_anothers_signature()
    {
        var matter = scene.Does(Adviser, Proposal(Adviser));
        Assert.Equal(Refusal.NotYoursToSay,
            scene.Refuses(DutyOfficer, new TalkAct.LineCharterAgreed(matter, Sign(DutyOfficer, []))));
        Assert.Equal(Refusal.MandateTooNarrow,
            scene.Refuses(TheirScribe, new TalkAct.LineCharterAgreed(matter, Sign(TheirScribe, []))));
        Assert.Equal(Refusal.NotSigned,
            scene.Refuses(Secretary, new TalkAct.LineCharterAgreed(matter, Sign(Adviser, []))));
        Assert.Equal(Refusal.NotSigned, scene.Refuses(Secretary, Proposal(Adviser)));
        Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(Interpreter, Proposal(Interpreter)));
    }

    [Fact]
    public void Who_declined_may_still_agree_and_what_crossed_is_agreed()
    {
        var matter = scene.Does(Adviser, Proposal(Adviser));
        var heads = scene.Heads;
        scene.Does(Secretary, new TalkAct.LineCharterDeclined(matter, En("Not like this.")), heads);
        Assert.Equal(Stage.Refused, Assert.Single(scene.Talk.LineCharters).Stage);
        Assert.Equal("Not like this.", Assert.Single(scene.Talk.LineCharters).Declined!.Words[0].Text);
        scene.Does(Aide, new TalkAct.LineCharterAgreed(matter, Sign(Aide, [])), heads);
        Assert.Equal(Stage.Agreed, Assert.Single(scene.Talk.LineCharters).Stage);
    }

    [Fact]
    public void Terms_that_nobody_could_agree_to_are_not_proposed()
    {
        Assert.Equal(Refusal.NoWords, scene.Refuses(Adviser, Proposal(Adviser, terms: Terms with { Purpose = "" })));
        Assert.NotNull(scene.Refuses(Adviser, Proposal(Adviser, terms: Terms with { MayConsent = Mandate.Scribe })));
        Assert.NotNull(scene.Refuses(Adviser, Proposal(Adviser, number: 0)));
        Assert.NotNull(scene.Refuses(Adviser, Proposal(Adviser) with { Follows = Octets.CopyOf([1]) }));
        Assert.Null(scene.Refuses(Adviser, Proposal(Adviser, terms: Terms with { Excluded = "" })));
    }

    [Fact]
    public void They_can_be_agreed_where_nothing_is_put_on_record()
    {
        scene.Under((Terms with { Record = RecordMode.OffRecord }).InForce);
        var matter = scene.Does(Adviser, Proposal(Adviser));
        scene.Does(Secretary, new TalkAct.LineCharterAgreed(matter, Sign(Secretary, [])));
        Assert.Equal(Stage.Agreed, Assert.Single(scene.Talk.LineCharters).Stage);
    }

    [Fact]
    public void In_a_caucus_there_is_no_line() =>
        Assert.Equal(Refusal.NotInACaucus, new Scene(Side.A).Refuses(Adviser, Proposal(Adviser)));

    [Fact]
    public void A_room_may_be_narrower_than_its_line_and_not_wider()
    {
        var line = Terms with
        {
            Record = RecordMode.OffRecord,
            RetentionDays = 30,
            Quoting = Quoting.ByConsent,
            MayConsent = Mandate.Principal,
        };
        Assert.Empty(LineBounds.Wider(null, Terms));
        Assert.Empty(LineBounds.Wider(line, line));
        Assert.Empty(LineBounds.Wider(line, line with { RetentionDays = 29, Quoting = Quoting.Never, Excluded = "" }));
        Assert.Empty(LineBounds.Wider(Terms, line));
        Assert.Equal([CharterField.Record], LineBounds.Wider(line, line with { Record = RecordMode.OnRecord }));
        Assert.Equal([CharterField.Retention], LineBounds.Wider(line, line with { RetentionDays = 31 }));
        Assert.Equal([CharterField.Retention], LineBounds.Wider(line, line with { RetentionDays = 0 }));
        Assert.Equal([CharterField.Quoting], LineBounds.Wider(line, line with { Quoting = Quoting.OwnWords }));
        Assert.Equal([CharterField.MayConsent], LineBounds.Wider(line, line with { MayConsent = Charter.Binding }));
        Assert.Equal(4, LineBounds.Wider(line, Charter.Early("Of before", "")).Length);
    }
}
