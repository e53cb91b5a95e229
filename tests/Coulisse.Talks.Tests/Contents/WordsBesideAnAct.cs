using Coulisse.Talks.Acts;
using Coulisse.Talks.Contents;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Tests.Contents;

/// <summary>Who cannot read an act reads which it is.</summary>
public sealed class WordsBesideAnAct
{
    private static TalkAct Make(ActKind kind) => RandomAct.Of(kind, new(1, 1), new MessageId(2, 2), _ => 0);

    [Fact]
    public void Every_kind_of_act_has_words_that_can_be_sent()
    {
        var words = Enum.GetValues<ActKind>().Select(kind => ActWords.Of(Make(kind))).ToArray();
        Assert.All(words, one => Assert.True(Scalars.IsPlain(one[0].Text) && one[0].Text.Length > 0));
        Assert.All(Enum.GetValues<ActKind>().Zip(words), one => Assert.IsType<ContentReading.Read>(
            ContentReading.Of(ContentWriting.Bytes(MessageContent.Of(Scene.Salt, Make(one.First), one.Second)))));
        // What sounds alike is misread: no two acts have the same words.
        Assert.Equal(words.Length, words.Select(one => one[0].Text).Distinct().Count());
    }

    [Fact]
    public void Whoever_is_asked_to_agree_is_shown_every_language_and_so_is_what_compares()
    {
        var asked = new TalkAct.SignalAsked([new("fr", "Dites que la porte est ouverte."),
            new("en", "Say that the door is open."), new("ru", "Скажите, что дверь открыта.")], Scene.Morning);
        Assert.Equal("Would you say in the open, until 2031-05-05 08:00 UTC: Say that the door is open.\n"
            + "(fr) Dites que la porte est ouverte.\n(ru) Скажите, что дверь открыта.", ActWords.Whole(asked));
        Assert.Contains("Скажите, что дверь открыта.",
            MessageContent.Of(Scene.Salt, asked, ActWords.Of(asked)).Texts);
        Assert.Equal(ActWords.Of(Make(ActKind.QueryAnswered))[0].Text, ActWords.Whole(Make(ActKind.QueryAnswered)));
    }

    // Every text that an act can carry is made in three languages; none of them is left out.
    [Fact]
    public void No_text_of_any_act_is_left_out()
    {
        var carrying = Enum.GetValues<ActKind>().Where(kind => typeof(TalkAct).GetNestedType(kind.ToString())!
            .GetProperties().Any(one => one.PropertyType.ToString().Contains(nameof(Wording), StringComparison.Ordinal)
                || one.PropertyType == typeof(RedLineText) || one.PropertyType.ToString().Contains(
                    nameof(ItemUnderstood), StringComparison.Ordinal)));
        ActKind[] empty = [ActKind.TermHasNoEquivalent, ActKind.RedLineWithdrawn, ActKind.CommitmentWithdrawn,
            ActKind.CommitmentJudged, ActKind.SignalRefused, ActKind.ReleaseCalledOff, ActKind.RecordDeclined,
            ActKind.LineCharterDeclined]; // made without a reason here
        Assert.All(carrying.Except(empty), kind => Assert.NotEmpty(ActWordings.Of(Make(kind))));
    }

    [Fact]
    public void A_red_line_and_a_promise_are_said_whole()
    {
        Assert.Equal("A red line. Act: To cross the river. Threshold: More than 0. Consequence (certain): We answer. "
            + "Scope: All of the river.", ActWords.Of(Make(ActKind.RedLineStated))[0].Text);
        Assert.Equal("A promise: To open the bridge. By: minister. Due: 2031-05-05 07:00 UTC, which is "
            + "2031-05-05 09:00 in Europe/Zurich.", ActWords.Of(Make(ActKind.CommitmentMade))[0].Text);
    }
}
