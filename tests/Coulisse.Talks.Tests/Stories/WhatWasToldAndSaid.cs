using Coulisse.Talks.Told;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>What one side told two counterparts and said in public, side by side.</summary>
public sealed class WhatWasToldAndSaid
{
    private static readonly SubjectWords Bridge = new(["bridge", "мост", "pont"]);

    private static readonly ToldText[][] Places =
    [
        [new(3, "Good morning. The northern bridge opens on Sunday for grain lorries."), new(5, "Boats leave.")],
        [new(2, "The northern bridge opens on Friday for grain lorries. We say no more of the BRIDGES.")],
        [new(1, "Мост остаётся закрытым. An abridged text.")],
        [new(1, "The northern bridge opens on Sunday for grain lorries.")],
    ];

    [Fact]
    public void Like_sentences_stand_in_one_row_and_the_words_that_no_other_has_are_marked()
    {
        var row = SideBySide.Of(Places, Bridge)[0];
        Assert.Equal([(0, 3UL), (1, 2UL), (3, 1UL)], row.Sentences.Select(one => (one.Place, one.Number)));
        Assert.Equal(["", "Friday", ""], row.Sentences.Select(one => string.Join(' ', one.Marked)));
        Assert.True(row.Differs);
        Assert.False(row.IsAlone);
    }

    [Fact]
    public void What_was_said_in_one_place_only_stands_alone_and_another_subject_nowhere()
    {
        var rows = SideBySide.Of(Places, Bridge);
        Assert.Equal(["We say no more of the BRIDGES.", "Мост остаётся закрытым."],
            rows.Where(row => row.IsAlone).Select(row => row.Sentences[0].Text));
        Assert.DoesNotContain(rows.SelectMany(row => row.Sentences), one =>
            one.Text.Contains("Boats", StringComparison.Ordinal)
            || one.Text.Contains("abridged", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_words_in_two_places_differ_in_nothing()
    {
        var row = Assert.Single(SideBySide.Of([Places[0], Places[3]], Bridge));
        Assert.False(row.Differs);
        Assert.All(row.Sentences, one => Assert.Empty(one.Marked));
    }

    [Fact]
    public void Accents_and_case_are_no_difference_and_no_words_are_no_subject()
    {
        ToldText[][] places =
        [
            [new(1, "Le pont du Nord rouvrira à l'été.")], [new(1, "LE PONT DU NORD rouvrira a l’ete")],
        ];
        var rows = SideBySide.Of(places, Bridge);
        Assert.False(Assert.Single(rows).Differs);
        Assert.True(new SubjectWords([" ", ""]).IsEmpty);
    }
}
