using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Words;
using static Coulisse.Talks.Tests.Scenes.People;
using static Coulisse.Talks.Tests.Scenes.Scene;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>A query: asked about marked words, answered, closed; never an escalation.</summary>
public sealed class WhatDidYouMean
{
    private readonly Scene scene = new();
    private readonly MessageId warning;

    // Given a message of Brenholm's with a word that can be read in two ways.
    public WhatDidYouMean() => warning = scene.Says(Secretary, "We shall treat any crossing as a grave matter.");

    private TalkAct.QueryAsked Ask(string quoted = "grave matter", int start = 33) =>
        new(warning, "en", new(start, start + quoted.Length), quoted, En("What sort of beast is that?"));

    private QueryView Query => Assert.Single(scene.Talk.Queries);

    [Fact]
    public void A_query_is_asked_answered_and_closed()
    {
        var query = scene.Does(Interpreter, Ask());
        Assert.Equal(Stage.Asked, Query.Stage);

        scene.Does(Secretary, new TalkAct.QueryAnswered(query, En("One for our council, not for our guns.")));
        Assert.Equal(Stage.Answered, Query.Stage);

        scene.Does(Adviser, new TalkAct.QueryClosed(query));
        Assert.Equal(Stage.Closed, Query.Stage);
        Assert.Equal("One for our council, not for our guns.", Assert.Single(Query.Answers).Words[0].Text);
        Assert.Equal(("grave matter", warning), (Query.Quoted, Query.About));
    }

    [Fact]
    public void Words_that_do_not_stand_there_cannot_be_asked_about() =>
        Assert.Equal(Refusal.QuoteDiffers, scene.Refuses(Adviser, Ask("grave offence")));

    [Fact]
    public void A_place_is_counted_in_characters_of_any_script()
    {
        var message = scene.Says(Secretary, "Что это за 🐻 зверь?", "ru");
        scene.Does(Adviser, new TalkAct.QueryAsked(message, "RU", new(13, 18), "зверь", En("Which one?")));
        Assert.Equal(Refusal.QuoteDiffers, scene.Refuses(Adviser,
            new TalkAct.QueryAsked(message, "ru", new(14, 19), "зверь", En("Which one?"))));
        Assert.Equal(Refusal.QuoteDiffers, scene.Refuses(Adviser,
            new TalkAct.QueryAsked(message, "en", new(13, 18), "зверь", En("Which one?"))));
    }

    [Fact]
    public void One_s_own_side_is_not_asked_here() =>
        Assert.Equal(Refusal.OwnWords, scene.Refuses(Aide, Ask()));

    [Fact]
    public void An_observer_does_not_ask() =>
        Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(Observer, Ask()));

    [Fact]
    public void Only_the_side_that_is_asked_answers_and_only_the_asker_s_closes()
    {
        var query = scene.Does(Adviser, Ask());
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(DutyOfficer, new TalkAct.QueryAnswered(query, En("It is"))));
        scene.Does(Aide, new TalkAct.QueryAnswered(query, En("It means words.")));
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(Secretary, new TalkAct.QueryClosed(query)));
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(Secretary, new TalkAct.QueryTakenBack(query)));
    }

    [Fact]
    public void What_is_not_answered_is_taken_back_and_not_closed()
    {
        var query = scene.Does(Adviser, Ask());
        Assert.Equal(Refusal.NotNow, scene.Refuses(Adviser, new TalkAct.QueryClosed(query)));
        scene.Does(Adviser, new TalkAct.QueryTakenBack(query));
        Assert.Equal(Stage.TakenBack, Query.Stage);
        Assert.Equal(Refusal.Over, scene.Refuses(Adviser, new TalkAct.QueryClosed(query)));
    }

    [Fact]
    public void An_answer_that_crossed_the_taking_back_is_shown_and_opens_nothing()
    {
        var query = scene.Does(Adviser, Ask());
        var before = scene.Heads;
        scene.Does(Secretary, new TalkAct.QueryAnswered(query, En("Words.")), before);
        scene.Does(Adviser, new TalkAct.QueryTakenBack(query), before);
        Assert.Equal(Stage.TakenBack, Query.Stage);
        Assert.Single(Query.Answers);
    }

    [Fact]
    public void An_interpreter_answers_for_words_of_their_own_only()
    {
        var query = scene.Does(Adviser, Ask());
        Assert.Equal(Refusal.MandateTooNarrow,
            scene.Refuses(TheirInterpreter, new TalkAct.QueryAnswered(query, En("It means…"))));
        var own = scene.Says(TheirInterpreter, "A note on the wording.");
        var other = scene.Does(Adviser, new TalkAct.QueryAsked(own, "en", new(2, 6), "note", En("Whose?")));
        Assert.Null(scene.Refuses(TheirInterpreter, new TalkAct.QueryAnswered(other, En("Mine."))));
    }

    [Fact]
    public void What_is_asked_about_something_not_here_yet_waits()
    {
        scene.Does(Adviser, Ask());
        var later = Talk.Empty.After(scene.Said[1]);
        Assert.Equal(warning, Assert.Single(later.Waiting).For);
        Assert.Empty(later.Queries);

        var both = later.After(scene.Said[0]);
        Assert.Empty(both.Waiting);
        Assert.Equal(Stage.Asked, Assert.Single(both.Queries).Stage);
    }
}
