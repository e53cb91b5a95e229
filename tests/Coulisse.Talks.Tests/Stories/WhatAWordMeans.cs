using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Tests.Scenes;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Talks.Words;
using static Coulisse.Talks.Tests.Scenes.People;
using static Coulisse.Talks.Tests.Scenes.Scene;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>The glossary: a term is raised, defined by one side, agreed by the other, and marked wherever it
/// stands.</summary>
public sealed class WhatAWordMeans
{
    private static readonly ImmutableArray<Wording> Escalation = [new("en", "escalation"), new("fr", "escalade")];

    private readonly Scene scene = new();
    private readonly MessageId term;

    // Given a word that a translation has spoilt.
    public WhatAWordMeans() => term = scene.Does(Interpreter, new TalkAct.TermRaised(Escalation));

    private TermView Term => Assert.Single(scene.Talk.Glossary.Terms);

    private TalkAct.TermDefined Defined(string meaning) => new(term, Escalation, En(meaning));

    [Fact]
    public void A_term_is_open_then_proposed_then_agreed()
    {
        Assert.Equal(Stage.Open, Term.Stage);
        var version = scene.Does(Interpreter, Defined("A step that the other has to answer."));
        Assert.Equal(Stage.Proposed, Term.Stage);
        Assert.Equal(Refusal.NotYoursToSay, scene.Refuses(Adviser, new TalkAct.TermAgreed(term, version)));
        Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(TheirInterpreter, new TalkAct.TermAgreed(term, version)));

        scene.Does(Secretary, new TalkAct.TermAgreed(term, version));
        Assert.Equal((Stage.Agreed, version), (Term.Stage, Term.InForce));
    }

    [Fact]
    public void What_is_agreed_holds_until_another_version_is()
    {
        var first = scene.Does(Interpreter, Defined("A step."));
        scene.Does(Secretary, new TalkAct.TermAgreed(term, first));
        var second = scene.Does(TheirInterpreter, Defined("A step with arms."));
        Assert.Equal((Stage.Reopened, first), (Term.Stage, Term.InForce));

        scene.Does(Secretary, new TalkAct.TermWithdrawn(term, second));
        Assert.Equal((Stage.Agreed, first), (Term.Stage, Term.InForce));
        Assert.Equal([false, true], Term.Versions.Select(one => one.IsWithdrawn));

        var third = scene.Does(TheirInterpreter, Defined("A step with arms or without."));
        scene.Does(Adviser, new TalkAct.TermAgreed(term, third));
        Assert.Equal((Stage.Agreed, third), (Term.Stage, Term.InForce));
        Assert.Equal(3, Term.Versions.Length);
    }

    [Fact]
    public void Agreement_to_a_version_that_was_just_replaced_is_none()
    {
        var first = scene.Does(Interpreter, Defined("A step."));
        var before = scene.Heads;
        var second = scene.Does(Interpreter, Defined("A step upwards."), before);
        scene.Does(Secretary, new TalkAct.TermAgreed(term, first), before);

        Assert.Equal((Stage.Proposed, null), (Term.Stage, Term.InForce));
        var lost = Assert.Single(scene.Talk.WithoutEffect);
        Assert.Equal((Refusal.Overtaken, true), (lost.Why, lost.HasCrossed));
        Assert.Null(scene.Refuses(Secretary, new TalkAct.TermAgreed(term, second)));
    }

    [Fact]
    public void A_language_without_a_word_for_it_says_so()
    {
        scene.Does(TheirInterpreter, new TalkAct.TermHasNoEquivalent(term, "ar", En("We say: the climb.")));
        Assert.Equal(Stage.NoEquivalent, Term.Stage);
        Assert.Equal("ar", Assert.Single(Term.WithoutEquivalent).Language);
        Assert.Null(scene.Refuses(Adviser, Defined("A step.")));
        Assert.Equal(Refusal.MandateTooNarrow, scene.Refuses(TheirScribe, Defined("A step.")));
    }

    [Theory]
    [InlineData("en", "No ESCALATION, and no de-escalation.", "ESCALATION", "escalation")]
    [InlineData("fr", "Refuser l’escalade, l'Escalade et les escalades.", "escalade", "Escalade")]
    public void It_is_marked_wherever_it_stands_as_a_word(string language, string text, params string[] marked) =>
        Assert.Equal(marked, scene.Talk.Glossary.Mark(text, language).Select(mark => Scalars.Cut(text, mark.Range)));

    [Theory]
    [InlineData("ru", "мост", "На МОСТУ нет: мост, Мост и мостовая.", "мост", "Мост")]
    [InlineData("ru", "ёлка", "🐻 ЁЛКА", "ЁЛКА")]
    [InlineData("ar", "الخط الأحمر", "عند الخَطِّ الأَحْمَرِ وخارجه", "الخَطِّ الأَحْمَرِ")]
    [InlineData("ar", "جسر", "والجسر مفتوح وجسرنا وجسر", "جسر", "جسر")]
    [InlineData("fr", "marche", "Le marché, la marche, MARCHE", "marche", "MARCHE")]
    [InlineData("fr", "trêve", "Une tre\u0302ve, une TRÊVE, une treve", "tre\u0302ve", "TRÊVE")]
    [InlineData("zh", "红线", "我们的红线，不是红灯线。红线在此", "红线", "红线")]
    [InlineData("el", "λόγος", "ΛΌΓΟΣ και λόγος", "ΛΌΓΟΣ", "λόγος")]
    [InlineData("en", "line check", "The line\ncheck and the line  check", "line\ncheck")]
    public void Scripts_have_their_own_words(string language, string word, string text, params string[] marked)
    {
        scene.Does(Interpreter, new TalkAct.TermRaised([new(language, word)]));
        Assert.Equal(marked, scene.Talk.Glossary.Mark(text, "en").Select(mark => Scalars.Cut(text, mark.Range)));
    }

    [Fact]
    public void Of_terms_that_overlap_the_longest_is_marked()
    {
        var red = scene.Does(Interpreter, new TalkAct.TermRaised([new("en", "red line")]));
        var line = scene.Does(Interpreter, new TalkAct.TermRaised([new("en", "line"), new("en-GB", "line up")]));
        var marks = scene.Talk.Glossary.Mark("A red line up in a line.", "en");
        Assert.Equal([(red, new TextRange(2, 10)), (line, new(19, 23))], marks.Select(mark => (mark.Term, mark.Range)));
    }
}
