using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Talks.Words;
using NodaTime;
using static Coulisse.Talks.Tests.Scenes.People;
using static Coulisse.Talks.Tests.Scenes.Scene;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>A read-back: the receiver says what was understood, the author confirms or corrects, or says
/// nothing.</summary>
public sealed class WhatWeUnderstood
{
    private static readonly Instant Noon = Instant.FromUtc(2031, 5, 5, 12, 0);

    private readonly Scene scene = new();
    private readonly MessageId convoy;

    // Given a message of two separate items.
    public WhatWeUnderstood() => convoy = scene.Does(Secretary, new TalkAct.ItemsSaid(
        [En("A convoy of twelve lorries leaves at six."), En("It carries no soldiers.")]));

    private TalkAct.ReadBackSaid Back(params (uint Item, string Text)[] items) =>
        new(convoy, [.. items.Select(item => new ItemUnderstood(item.Item, En(item.Text)))], Noon);

    private TalkAct.ReadBackSaid Whole => Back((1, "Twelve lorries, from six."), (2, "Nobody armed is on them."));

    private ReadBackView Seen(Instant now) => Assert.Single(scene.Talk.ReadBacks(now));

    [Fact]
    public void What_was_understood_is_confirmed_by_its_author()
    {
        var back = scene.Does(Interpreter, Whole);
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(Adviser, new TalkAct.ReadBackConfirmed(back)));
        scene.Does(Secretary, new TalkAct.ReadBackConfirmed(back));
        Assert.Equal((Stage.Confirmed, Secretary), (Seen(Noon).Stage, Seen(Noon).AnsweredBy));
    }

    [Fact]
    public void Silence_is_never_consent()
    {
        scene.Does(Adviser, Whole);
        Assert.False(Seen(Noon).IsOverdue);
        var later = Seen(Noon + Duration.FromDays(30));
        Assert.Equal((Stage.Said, true), (later.Stage, later.IsOverdue));
    }

    [Fact]
    public void A_correction_stands_against_a_confirmation_of_a_colleague_that_crossed_it()
    {
        var back = scene.Does(Adviser, Whole);
        var before = scene.Heads;
        scene.Does(Aide, new TalkAct.ReadBackConfirmed(back), before);
        var correction = scene.Does(Secretary,
            new TalkAct.ReadBackCorrected(back, En("From six in the evening.")), before);

        Assert.Equal(Stage.Corrected, Seen(Noon).Stage);
        Assert.Equal("From six in the evening.", Seen(Noon).Meant[0].Text);
        var lost = Assert.Single(scene.Talk.WithoutEffect);
        Assert.Equal((Aide, Refusal.Over, true), (lost.Entry.Author, lost.Why, lost.HasCrossed));
        Assert.NotEqual(correction, lost.Entry.Id);
    }

    [Fact]
    public void What_was_confirmed_is_still_corrected_and_then_no_longer_confirmed()
    {
        var back = scene.Does(Adviser, Whole);
        scene.Does(Aide, new TalkAct.ReadBackConfirmed(back));
        scene.Does(Secretary, new TalkAct.ReadBackCorrected(back, En("From seven.")));
        Assert.Equal(Refusal.Over, scene.Refuses(Aide, new TalkAct.ReadBackConfirmed(back)));
        Assert.Equal(Stage.Corrected, Seen(Noon).Stage);
    }

    [Fact]
    public void Every_item_is_read_back_once()
    {
        Assert.Equal(Refusal.ItemsDiffer, scene.Refuses(Adviser, Back((1, "Twelve lorries."))));
        Assert.Equal(Refusal.ItemsDiffer, scene.Refuses(Adviser, Back((1, "Twelve."), (1, "Lorries."))));
        Assert.Equal(Refusal.ItemsDiffer, scene.Refuses(Adviser, Back((0, "A convoy."))));
        Assert.Equal(Refusal.ItemsDiffer, scene.Refuses(Adviser, Back((1, "a"), (2, "b"), (3, "c"))));
    }

    [Fact]
    public void A_message_has_four_items_at_most()
    {
        TalkAct Items(int count) =>
            new TalkAct.ItemsSaid([.. Enumerable.Range(0, count).Select(one => En($"Item {one}"))]);
        Assert.Null(scene.Refuses(Adviser, Items(4)));
        Assert.Equal(Refusal.TooManyItems, scene.Refuses(Adviser, Items(5)));
        Assert.Equal(Refusal.NoWords, scene.Refuses(Adviser, Items(0)));
    }

    [Fact]
    public void Words_of_one_s_own_side_are_not_read_back() =>
        Assert.Equal(Refusal.OwnWords, scene.Refuses(Aide, Whole));

    [Fact]
    public void Who_read_back_may_say_it_otherwise_before_the_answer()
    {
        var back = scene.Does(Interpreter, Whole);
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(Aide, new TalkAct.ReadBackTakenBack(back)));
        scene.Does(Adviser, new TalkAct.ReadBackTakenBack(back));
        Assert.Equal(Refusal.Over, scene.Refuses(Secretary, new TalkAct.ReadBackConfirmed(back)));
        Assert.False(Seen(Noon + Duration.FromDays(1)).IsOverdue);
    }

    [Fact]
    public void A_scribe_or_an_observer_reads_nothing_back_for_the_party()
    {
        Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(Observer, Whole));
        var theirs = scene.Says(Adviser, "We saw the lorries.");
        Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(TheirScribe,
            new TalkAct.ReadBackSaid(theirs, [new(0, En("They saw them."))], Noon)));
    }
}
