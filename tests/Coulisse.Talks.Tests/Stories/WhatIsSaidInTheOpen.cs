using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Signals;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using NodaTime;
using static Coulisse.Talks.Tests.Scenes.People;
using static Coulisse.Talks.Tests.Scenes.Scene;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>Asking for a signal: asked, accepted, refused, proposed otherwise, released.</summary>
public sealed class WhatIsSaidInTheOpen
{
    private static readonly Instant Friday = Instant.FromUtc(2031, 5, 9, 12, 0);

    private readonly Scene scene = new();
    private readonly MessageId asked;

    public WhatIsSaidInTheOpen() =>
        asked = scene.Does(Adviser, new TalkAct.SignalAsked(En("Say that your border is open."), Friday));

    private SignalView Signal => Assert.Single(scene.Talk.Signals(Friday));

    [Fact]
    public void It_is_accepted_and_then_said_by_the_other_side()
    {
        Assert.Equal(Refusal.NotNow, scene.Refuses(Secretary, new TalkAct.SignalReleased(asked, "our page")));
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(DutyOfficer, new TalkAct.SignalAccepted(asked, asked)));
        scene.Does(Secretary, new TalkAct.SignalAccepted(asked, asked));
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(Adviser, new TalkAct.SignalReleased(asked, "our page")));
        scene.Does(Aide, new TalkAct.SignalReleased(asked, "https://page.brenholm.example/s/12"));
        Assert.Equal((Stage.Revealed, asked), (Signal.Stage, Signal.Agreed));
        Assert.Equal("https://page.brenholm.example/s/12", Signal.Place);
    }

    [Fact]
    public void Other_words_go_to_and_fro_until_whoever_did_not_write_them_accepts()
    {
        var theirs = scene.Does(Secretary, new TalkAct.SignalCountered(asked, En("That it is not closed.")));
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(Aide, new TalkAct.SignalAccepted(asked, theirs)));
        Assert.Equal(Refusal.Overtaken, scene.Refuses(Adviser, new TalkAct.SignalAccepted(asked, asked)));
        var ours = scene.Does(Adviser, new TalkAct.SignalCountered(asked, En("That nobody is turned back.")));
        scene.Does(Aide, new TalkAct.SignalAccepted(asked, ours));
        Assert.Equal((Stage.Accepted, ours), (Signal.Stage, Signal.Agreed));
        Assert.Equal(3, Signal.Wordings.Length);
    }

    [Fact]
    public void A_refusal_stands_and_silence_is_none()
    {
        Assert.True(Assert.Single(scene.Talk.Signals(Friday + Duration.FromDays(1))).IsOverdue);
        Assert.Equal(Stage.Asked, Signal.Stage);
        var before = scene.Heads;
        scene.Does(Aide, new TalkAct.SignalAccepted(asked, asked), before);
        scene.Does(Secretary, new TalkAct.SignalRefused(asked, En("Not before the vote.")), before);
        Assert.Equal(Stage.Refused, Signal.Stage);
        Assert.Equal("Not before the vote.", Signal.Refusal?.Words[0].Text);
        Assert.Equal(Refusal.Over, scene.Refuses(Secretary, new TalkAct.SignalAccepted(asked, asked)));
        Assert.False(Assert.Single(scene.Talk.Signals(Friday + Duration.FromDays(1))).IsOverdue);
    }

    [Fact]
    public void Who_asked_may_take_it_back_until_it_is_said()
    {
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(Secretary, new TalkAct.SignalTakenBack(asked)));
        scene.Does(Secretary, new TalkAct.SignalAccepted(asked, asked));
        var before = scene.Heads;
        scene.Does(Adviser, new TalkAct.SignalTakenBack(asked), before);
        // It was said while the other was on its way, and cannot be unsaid.
        scene.Does(Secretary, new TalkAct.SignalReleased(asked, "page"), before);
        Assert.Equal(Stage.Revealed, Signal.Stage);
        Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(Interpreter, new TalkAct.SignalAsked(En("x"), Friday)));
    }
}
