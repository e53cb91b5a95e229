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

/// <summary>What a charter lets people do: each message goes by the terms under which it was said.</summary>
public sealed class WhatTheTermsLet
{
    private static readonly TermsInForce Usual = Charter.Usual("To keep the lake open.", "").InForce;
    private static readonly TermsInForce PrincipalsOnly = Usual with { MayConsent = Mandate.Principal };
    private static readonly TermsInForce OffRecord = Usual with { Record = RecordMode.OffRecord };

    private readonly Scene scene = new();

    private static TalkAct.RecordProposed Passage(Person by, params MessageId[] passage) => new(En("The bridge"),
        Octets.CopyOf([.. passage.SelectMany(one => one.ToBytes())]), [], Octets.Empty, Sign(by, passage));

    private static TalkAct.CommitmentMade Promise => new(En("The bridge opens."), "the ferry office",
        new(new(2031, 6, 9, 18, 0), 0, "UTC"));

    [Fact]
    public void Whoever_the_terms_do_not_let_consent_neither_promises_nor_agrees()
    {
        Assert.Null(scene.Refuses(DutyOfficer, Promise));
        scene.Under(PrincipalsOnly);
        Assert.Equal(Refusal.NotByTheTerms, scene.Refuses(DutyOfficer, Promise));
        Assert.Null(scene.Refuses(Adviser, Promise));
        Assert.Contains(scene.Talk.Openings(DutyOfficer),
            one => one is { Act: ActKind.CommitmentMade, Why: Refusal.NotByTheTerms });
        Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(Interpreter, Promise));
    }

    [Fact]
    public void What_does_not_bind_is_left_to_whoever_speaks()
    {
        scene.Under(PrincipalsOnly);
        var promise = scene.Does(Secretary, Promise);
        Assert.Null(scene.Refuses(DutyOfficer, new TalkAct.CommitmentAcknowledged(promise)));
        Assert.Equal(Refusal.NotByTheTerms, scene.Refuses(DutyOfficer, new TalkAct.CommitmentReleased(promise)));
    }

    [Fact]
    public void An_act_of_theirs_that_the_terms_do_not_let_them_has_no_effect()
    {
        scene.Under(PrincipalsOnly);
        scene.Does(DutyOfficer, Promise, scene.Heads);
        Assert.Empty(scene.Talk.Commitments(Morning));
        Assert.Equal(Refusal.NotByTheTerms, Assert.Single(scene.Talk.WithoutEffect).Why);
    }

    [Fact]
    public void Terms_that_change_later_change_nothing_that_was_said_before()
    {
        scene.Does(DutyOfficer, Promise);
        scene.Under(PrincipalsOnly);
        Assert.Single(scene.Talk.Commitments(Morning));
        Assert.Single(Room.Under(PrincipalsOnly).After(scene.Said.AsEnumerable().Reverse()).Commitments(Morning));
    }

    [Fact]
    public void Off_record_nothing_is_put_on_record_nor_countersigned_then_or_later()
    {
        var before = scene.Says(Adviser, "The bridge opens.");
        var open = scene.Does(Adviser, Passage(Adviser, before));
        scene.Under(OffRecord);
        var said = scene.Says(Adviser, "The bridge stays shut.");
        Assert.Equal(Refusal.OffRecord, scene.Refuses(Adviser, Passage(Adviser, said)));
        Assert.Equal(Refusal.OffRecord, scene.Refuses(Adviser, Passage(Adviser, before)));
        Assert.Equal(Refusal.OffRecord, scene.Refuses(Secretary,
            new TalkAct.RecordCountersigned(open, Sign(Secretary, [before]))));
        Assert.Null(scene.Refuses(Secretary, new TalkAct.RecordDeclined(open, [])));
        scene.Under(Usual);
        Assert.Equal(Refusal.OffRecord, scene.Refuses(Adviser, Passage(Adviser, before, said)));
        Assert.Null(scene.Refuses(Adviser, Passage(Adviser, before)));
        Assert.Null(scene.Refuses(Secretary, new TalkAct.RecordCountersigned(open, Sign(Secretary, [before]))));
    }

    [Fact]
    public void A_question_about_words_that_are_erased_here_counts_as_it_does_where_they_are_kept()
    {
        var said = scene.Says(Secretary, "The bridge is a beast.");
        var kept = new Scene();
        kept.Says(Secretary, "The bridge is a beast.");
        scene.Erase(said);
        var asked = new TalkAct.QueryAsked(said, "en", new(16, 21), "beast", En("What sort of beast is that?"));
        foreach (var one in (Scene[])[scene, kept])
            one.Does(Adviser, asked);
        Assert.Equal("beast", Assert.Single(kept.Talk.Queries).Quoted);
        Assert.Equal("beast", Assert.Single(scene.Talk.Queries).Quoted);
        Assert.True(scene.Talk.IsReferredTo(said));
        Assert.False(scene.Talk.IsReferredTo(new(7, 7)));
    }
}
