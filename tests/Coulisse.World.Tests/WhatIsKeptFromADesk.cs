using Coulisse.Desk;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;

namespace Coulisse.World.Tests;

/// <summary>Design §7: each message names what its author has read, so that what was kept from one desk shows as soon
/// as anybody answers it, and nobody is left with other words than the others for long.</summary>
public sealed class WhatIsKeptFromADesk : RoomForThree
{
    [Fact]
    public void An_answer_shows_that_what_it_answers_was_kept_from_a_desk()
    {
        using var table = Begin();
        table.KeepsFrom = Colleague;
        table.Do(Opposite, new DeskEvent.Said(Room, "kept from one", Precedence.Routine));
        table.Do(Opposite, new DeskEvent.Said(Room, "and this", Precedence.Routine));
        table.KeepsFrom = null;
        Assert.Empty(table.Of(Colleague).ViewOf(Room)!.Awaited); // a tail that nobody has named
        table.Do(Adviser, new DeskEvent.Said(Room, "agreed", Precedence.Routine));

        var answer = table.Of(Colleague).TranscriptOf(Room).Last();
        Assert.Equal(("agreed", 2UL), (answer.Text, table.Of(Colleague).AnswersUnread(Room, answer)));
        var awaited = Assert.Single(table.Of(Colleague).ViewOf(Room)!.Awaited);
        Assert.Equal((Opposite.Identity.Id, 2UL, Adviser.Identity.Id),
            (awaited.Author, awaited.Count, awaited.ReadBy));
        Assert.Empty(table.Of(Opposite).ViewOf(Room)!.Awaited);
        Assert.DoesNotContain(table.Screen, one => one is DeskEffect.Alarm); // it may be on its way
    }

    [Fact]
    public void What_comes_after_all_is_not_awaited_any_more()
    {
        using var table = Begin();
        var before = table.Written.Count;
        table.KeepsFrom = Colleague;
        table.Do(Opposite, new DeskEvent.Said(Room, "late for one", Precedence.Routine));
        table.KeepsFrom = null;
        table.Do(Adviser, new DeskEvent.Said(Room, "agreed", Precedence.Routine));
        table.Do(Colleague, table.Written[before]);

        Assert.Empty(table.Of(Colleague).ViewOf(Room)!.Awaited);
        Assert.Equal(["late for one", "agreed"], table.Of(Colleague).TranscriptOf(Room).TakeLast(2)
            .Select(one => one.Text).OrderByDescending(text => text, StringComparer.Ordinal));
        Assert.True(table.Of(Colleague).ArchiveOf(Room)!.IsWhole);
    }

    [Fact]
    public void Whoever_has_read_other_words_of_an_author_is_found_out_and_nothing_is_lost()
    {
        using var table = Begin();
        table.Do(Opposite, new DeskEvent.Said(Room, "the words", Precedence.Routine));
        table.Do(Colleague, new DeskEvent.Said(Room, "heard", Precedence.Routine));
        Assert.DoesNotContain(table.Screen, one => one is DeskEffect.Alarm);
        table.Give(Colleague.Identity.Side, Forger.NamesOtherWords(table.Of(Colleague), Room, Colleague.Identity.Id,
            Opposite.Identity.Id));

        Assert.Contains(new DeskEffect.Alarm(DeskAlarm.OtherWordsRead, Room), table.Screen);
        Assert.Equal("as you said", table.Of(Adviser).TranscriptOf(Room).Last().Text);
        var archive = table.Of(Adviser).ArchiveOf(Room)!;
        Assert.False(archive.IsWhole);
        var author = archive.Authors.Single(one => one.Desk == Opposite.Identity.Id);
        Assert.Equal([table.Of(Adviser).TranscriptOf(Room).Last(one => one.Text == "the words").Number],
            author.ReadOtherwise);
    }

    private Table Begin()
    {
        Admit(Opposite, Proposed(Adviser, Colleague, "for the maps"), Colleague);
        foreach (var desk in Members) // whoever was let in knows an author from the first message on that it can place
        {
            desk.Do(new DeskEvent.Said(Room, "good morning", Precedence.Routine));
            Pass();
        }
        return new(Pair, new Seed(5), Adviser, Colleague, Opposite);
    }
}
