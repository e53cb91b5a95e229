using Coulisse.Talks.Acts;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Rooms;
using Coulisse.Talks.Tests.Scenes;
using static Coulisse.Talks.Tests.Scenes.People;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>One adviser with two opposite numbers in two rooms that never mix.</summary>
public sealed class WhoFacesWhom
{
    private const string Movement = "The general staff will move two brigades to the north bank on Thursday night.";

    private readonly Scene scene = new();
    private readonly Scene council = new();
    private readonly Scene presidency = new();

    [Fact]
    public void A_pair_is_settled_when_both_sides_say_so()
    {
        var ours = scene.Does(Adviser, new TalkAct.CounterpartNamed(Adviser.Id, Secretary.Id));
        scene.Does(Adviser, new TalkAct.CounterpartNamed(Adviser.Id, Aide.Id));
        scene.Does(Secretary, new TalkAct.CounterpartNamed(Secretary.Id, Adviser.Id));
        Assert.Equal(
            [new(Adviser.Id, Secretary.Id, true, true), new CounterpartPair(Adviser.Id, Aide.Id, true, false)],
            (IEnumerable<CounterpartPair>)scene.Talk.Pairs);

        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(Secretary, new TalkAct.CounterpartEnded(ours)));
        scene.Does(DutyOfficer, new TalkAct.CounterpartEnded(ours));
        Assert.False(scene.Talk.Pairs[0].IsSaidByA);
        Assert.False(scene.Talk.Pairs[0].IsSettled);
    }

    [Fact]
    public void Nobody_names_the_other_side_s_people()
    {
        scene.Says(Secretary, "Good morning.");
        Assert.Equal(Refusal.NotYoursToSay,
            scene.Refuses(Adviser, new TalkAct.CounterpartNamed(Secretary.Id, Adviser.Id)));
        Assert.Equal(Refusal.NotYoursToSay,
            scene.Refuses(Secretary, new TalkAct.CounterpartNamed(Secretary.Id, Secretary.Id)));
        Assert.Equal(Refusal.MandateTooNarrow,
            scene.Refuses(Interpreter, new TalkAct.CounterpartNamed(Interpreter.Id, Aide.Id)));
    }

    private IEnumerable<(string Room, bool IsLike)> Doubts(string draft, params string[] begun) =>
        WrongRoom.Check(draft, "presidency",
            [new("council", Said(council), begun), new("presidency", Said(presidency), [draft]),
                new("caucus", Said(scene), [])])
            .Select(doubt => (doubt.Room, doubt.Place is not null));

    private static string[] Said(Scene room) =>
        [.. room.Talk.Transcript.Select(entry => string.Join('\n', entry.Content.Words.Select(words => words.Text)))];

    [Theory]
    [InlineData(Movement)]
    [InlineData("Dear colleague, the general staff will move two brigades to the north bank on Thursday. Regards")]
    [InlineData("THE GENERAL STAFF\nWILL MOVE — TWO BRIGADES — TO THE NORTH BANK")]
    public void What_is_pasted_from_another_room_is_asked_about(string draft)
    {
        council.Says(Secretary, Movement);
        Assert.Equal([("council", true)], Doubts(draft));
    }

    [Theory]
    [InlineData("We have heard of movements on the river and ask what they are for; our boats stay where they are.")]
    [InlineData("Thank you. Until tomorrow.")]
    [InlineData("On Thursday night our delegation arrives by train; please let the guards at the bridge know of it.")]
    public void What_is_one_s_own_is_not(string draft)
    {
        council.Says(Secretary, Movement);
        council.Says(Secretary, "Thank you. Until tomorrow.");
        Assert.Empty(Doubts(draft));
    }

    [Fact]
    public void What_was_said_in_this_room_too_is_no_secret_here()
    {
        council.Says(Secretary, Movement);
        presidency.Says(Aide, Movement);
        Assert.Empty(Doubts(Movement));
    }

    [Fact]
    public void What_was_begun_in_another_room_is_asked_about_however_short()
    {
        Assert.Equal([("council", false)], Doubts("Agreed.", "Agreed."));
        Assert.Equal([("council", false)], Doubts($"Dear colleague, {Movement}", "", Movement));
        Assert.Empty(Doubts("", ""));
        Assert.Empty(Doubts("Agreed.", "Agreed, but not before Friday."));
        presidency.Says(Aide, Movement);
        Assert.Empty(Doubts($"Dear colleague, {Movement}", Movement));
    }

    [Fact]
    public void Other_scripts_are_recognised_as_well()
    {
        council.Says(Secretary, "Генеральный штаб в четверг перебросит две бригады на северный берег.", "ru");
        scene.Says(Adviser, "我们建议星期四晚上之前不要让任何一方的部队越过北岸的桥梁以免发生误会。", "zh");
        Assert.Equal([("council", true)], Doubts("генеральный штаб в четверг перебросит две бригады"));
        Assert.Equal([("caucus", true)], Doubts("我们建议星期四晚上之前不要让任何一方的部队越过北岸的桥梁。"));
    }
}
