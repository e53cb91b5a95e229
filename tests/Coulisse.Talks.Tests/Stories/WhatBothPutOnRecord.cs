using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using static Coulisse.Talks.Tests.Scenes.People;
using static Coulisse.Talks.Tests.Scenes.Scene;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>A passage that one side signs for the record, and the other countersigns, declines, or leaves.</summary>
public sealed class WhatBothPutOnRecord
{
    private readonly Scene scene = new();
    private readonly MessageId first;
    private readonly MessageId second;

    public WhatBothPutOnRecord() =>
        (first, second) = (scene.Says(Adviser, "The bridge opens."), scene.Says(Secretary, "On Sunday?"));

    private TalkAct.RecordProposed Proposal(Person by, params MessageId[] passage) => new(En("The bridge"),
        Octets.CopyOf([.. passage.SelectMany(one => one.ToBytes())]), [], Octets.Empty, Sign(by, passage));

    private TalkAct.RecordCountersigned Countersign(Person by, MessageId matter) =>
        new(matter, Sign(by, [first, second]));

    [Fact]
    public void It_waits_for_the_other_side_and_is_on_record_once_they_have_signed()
    {
        var matter = scene.Does(Adviser, Proposal(Adviser, first, second));
        var waiting = Assert.Single(scene.Talk.Records);
        Assert.Equal((Stage.Proposed, Adviser, null), (waiting.Stage, waiting.By, waiting.Second));
        Assert.Equal([first, second], waiting.Messages);
        scene.Does(Aide, Countersign(Aide, matter));
        var record = Assert.Single(scene.Talk.Records);
        Assert.Equal((Stage.Countersigned, Aide), (record.Stage, record.CountersignedBy));
        Assert.Equal(Refusal.Over, scene.Refuses(Secretary, new TalkAct.RecordDeclined(matter, [])));
    }

    [Fact]
    public void A_signature_that_is_not_its_authors_over_the_passage_comes_to_nothing()
    {
        Assert.Equal(Refusal.NotSigned, scene.Refuses(Adviser, Proposal(Secretary, first, second)));
        Assert.Equal(Refusal.NotSigned, scene.Refuses(Adviser,
            Proposal(Adviser, first, second) with { Signature = Sign(Adviser, [first]) }));
        var matter = scene.Does(Adviser, Proposal(Adviser, first, second));
        Assert.Equal(Refusal.NotSigned, scene.Refuses(Secretary, Countersign(Adviser, matter)));
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(DutyOfficer, Countersign(DutyOfficer, matter)));
        Assert.Equal(Refusal.NotSigned, scene.Refuses(Secretary, Countersign(Adviser, matter)));
    }

    [Fact]
    public void Only_who_speaks_for_their_party_signs()
    {
        Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(Interpreter, Proposal(Interpreter, first, second)));
        var matter = scene.Does(Adviser, Proposal(Adviser, first, second));
        Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(TheirScribe, Countersign(TheirScribe, matter)));
    }

    [Fact]
    public void Who_declined_may_still_countersign_and_what_crossed_is_on_record()
    {
        var matter = scene.Does(Adviser, Proposal(Adviser, first, second));
        scene.Does(Secretary, new TalkAct.RecordDeclined(matter, En("The second is not ours to publish.")));
        Assert.Equal(Stage.Refused, Assert.Single(scene.Talk.Records).Stage);
        scene.Does(Secretary, Countersign(Secretary, matter));
        Assert.Equal(Stage.Countersigned, Assert.Single(scene.Talk.Records).Stage);

        var other = scene.Does(Secretary, Proposal(Secretary, second, first));
        var heads = scene.Heads;
        scene.Does(Adviser, new TalkAct.RecordDeclined(other, []), heads);
        scene.Does(DutyOfficer, new TalkAct.RecordCountersigned(other, Sign(DutyOfficer, [second, first])), heads);
        Assert.Equal(Stage.Countersigned, scene.Talk.Records[^1].Stage);
    }

    [Fact]
    public void A_passage_that_is_not_whole_here_waits()
    {
        var unseen = new MessageId(7, 7);
        scene.Does(Adviser, Proposal(Adviser, first, unseen), scene.Heads);
        Assert.Empty(scene.Talk.Records);
        Assert.Equal(unseen, Assert.Single(scene.Talk.Waiting).For);
    }

    [Fact]
    public void Nothing_at_all_or_a_message_twice_is_no_passage()
    {
        Assert.Equal(Refusal.NoWords, scene.Refuses(Adviser, Proposal(Adviser)));
        Assert.Equal(Refusal.NoSuchMatter, scene.Refuses(Adviser, Proposal(Adviser, first, first)));
        Assert.Equal(Refusal.WrongLength, scene.Refuses(Adviser,
            Proposal(Adviser, first) with { Passage = Octets.CopyOf(new byte[33]) }));
        Assert.Null(scene.Refuses(Adviser, Proposal(Adviser) with { Minutes = En("Both spoke of the bridge.") }));
    }

    [Fact]
    public void Whoever_holds_no_keys_takes_nothing_as_signed()
    {
        scene.Does(Adviser, Proposal(Adviser, first, second));
        Assert.Equal(Refusal.NotSigned, Assert.Single(Talk.Empty.After(scene.Said).WithoutEffect).Why);
    }

    [Fact]
    public void In_a_caucus_there_is_nobody_to_countersign()
    {
        var caucus = new Scene(Side.A);
        caucus.Says(Adviser, "Among us.");
        Assert.Equal(Refusal.NotInACaucus, caucus.Refuses(Adviser, Proposal(Adviser, caucus.Said[0].Id)));
    }
}
