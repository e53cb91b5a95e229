using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Signals;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;
using static Coulisse.Talks.Tests.Scenes.People;
using static Coulisse.Talks.Tests.Scenes.Scene;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>A joint release: both bound to their texts before, both published in one minute; what differs is
/// evident.</summary>
public sealed class WhatBothPublish
{
    private static readonly Instant Noon = Instant.FromUtc(2031, 5, 9, 12, 0);
    private static readonly Duration Second = Duration.FromSeconds(1);
    private static readonly Octets Salt32 = Octets.CopyOf(Enumerable.Repeat((byte)7, 32).ToArray());

    private readonly Scene scene = new();
    private readonly MessageId release;

    public WhatBothPublish() => release = scene.Does(Adviser, new TalkAct.ReleaseOffered(En("The bridge"), Noon,
        ReleaseCommitment.Of(Salt32, "The bridge opens.")));

    private void Joined() => scene.Does(Secretary,
        new TalkAct.ReleaseJoined(release, ReleaseCommitment.Of(Salt32, "We open the bridge.")));

    private void Shows(Person who, string text, Instant at) =>
        scene.Does(who, new TalkAct.ReleaseRevealed(release, Salt32, text, at));

    private Publication Of(Side side, Instant now) =>
        Assert.Single(scene.Talk.Releases(now)).Parts.Single(part => part.Side == side).Publication;

    [Fact]
    public void Both_texts_appear_in_the_minute_that_was_agreed()
    {
        Assert.Equal((Publication.NotYet, Publication.NotBound), (Of(Side.A, Noon), Of(Side.B, Noon)));
        Joined();
        Assert.Equal((Publication.NotYet, Publication.NotYet), (Of(Side.A, Noon), Of(Side.B, Noon)));
        Shows(Adviser, "The bridge opens.", Noon);
        Shows(Aide, "We open the bridge.", Noon + Duration.FromSeconds(59));
        Assert.Equal((Publication.AsAgreed, Publication.AsAgreed), (Of(Side.A, Noon), Of(Side.B, Noon)));
    }

    [Fact]
    public void Changed_late_early_and_missing_are_evident()
    {
        Joined();
        Shows(Adviser, "The bridge stays closed.", Noon);
        Assert.Equal(Publication.Changed, Of(Side.A, Noon));
        Assert.Equal(Publication.NotYet, Of(Side.B, Noon + Duration.FromSeconds(59)));
        Assert.Equal(Publication.Missing, Of(Side.B, Noon + Duration.FromMinutes(1)));
        Shows(Secretary, "We open the bridge.", Noon + Duration.FromMinutes(1));
        Assert.Equal(Publication.Late, Of(Side.B, Noon));
    }

    [Fact]
    public void What_appears_before_the_minute_is_early_and_a_second_text_is_a_change()
    {
        Joined();
        Shows(Adviser, "The bridge opens.", Noon - Second);
        Assert.Equal(Publication.Early, Of(Side.A, Noon));
        Shows(DutyOfficer, "The bridge opens, perhaps.", Noon);
        Assert.Equal(Publication.Changed, Of(Side.A, Noon));
        Assert.Equal("The bridge opens, perhaps.", scene.Talk.Releases(Noon)[0].Parts[0].Text);
    }

    [Fact]
    public void Nothing_is_shown_before_both_are_bound_and_nothing_called_off_after()
    {
        var reveal = new TalkAct.ReleaseRevealed(release, Salt32, "The bridge opens.", Noon);
        Assert.Equal(Refusal.NotNow, scene.Refuses(Adviser, reveal));
        Joined();
        Assert.Null(scene.Refuses(Secretary, new TalkAct.ReleaseCalledOff(release, [])));
        scene.Does(Adviser, reveal);
        Assert.Equal(Refusal.Over, scene.Refuses(Secretary, new TalkAct.ReleaseCalledOff(release, [])));
    }

    [Fact]
    public void What_is_called_off_is_missing_from_nobody()
    {
        Joined();
        scene.Does(Secretary, new TalkAct.ReleaseCalledOff(release, En("The vote is lost.")));
        var view = Assert.Single(scene.Talk.Releases(Noon + Duration.FromDays(1)));
        Assert.Equal(Stage.CalledOff, view.Stage);
        Assert.All(view.Parts, part => Assert.Equal(Publication.NotYet, part.Publication));
        Assert.Equal("The vote is lost.", view.CalledOff?.Words[0].Text);
        Assert.Equal(Refusal.Over, scene.Refuses(Adviser,
            new TalkAct.ReleaseRevealed(release, Salt32, "The bridge opens.", Noon)));
    }

    [Fact]
    public void Nobody_joins_their_own_offer_and_a_hash_has_its_length()
    {
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(DutyOfficer,
            new TalkAct.ReleaseJoined(release, ReleaseCommitment.Of(Salt32, "x"))));
        Assert.Equal(Refusal.WrongLength, scene.Refuses(Secretary,
            new TalkAct.ReleaseJoined(release, Octets.CopyOf(new byte[31]))));
    }
}
