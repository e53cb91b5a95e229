using Coulisse.Station.Storage;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using static Coulisse.Station.Tests.Rules.OneStation;

namespace Coulisse.Station.Tests.Rules;

/// <summary>Nothing is written over what may have been written before.</summary>
public sealed class WhatARestoredStationDoes : IDisposable
{
    private readonly OneStation station = new();

    public void Dispose() => station.Dispose();

    [Fact]
    [Trait("Row", "9")]
    public void It_writes_nothing_on_a_persons_word_and_remembers_that_after_a_restart()
    {
        var known = station.Desks[0].Next(station.Line, Message(0));
        station.Submit(known);
        Say();
        Assert.Equal(VerdictKind.Restoring, station.Submit(station.Desks[0], Message(0)));
        station.Restart();
        Assert.Equal(VerdictKind.Restoring, station.Submit(station.Desks[0], Message(0)));
        Assert.Equal(VerdictKind.Taken, station.Submit(known)); // which its file knows
        Assert.Equal(1UL, station.Status.OwnLength);
    }

    [Fact]
    [Trait("Row", "9")]
    public void A_desk_that_is_ahead_of_the_file_shows_that_it_is_old_and_is_no_second_desk()
    {
        var lost = station.Desks[0].Next(station.Line, Message(0));
        station.Desks[0].Decided(lost);
        Assert.Equal(VerdictKind.Restoring, station.Submit(station.Desks[0], Message(0)));
        station.Receive(station.Standing());
        Assert.Equal(VerdictKind.Restoring, station.Submit(station.Desks[1], Message(0)));
        Assert.Equal(0UL, station.Status.OwnLength);
    }

    [Fact]
    public void A_desk_that_remembers_more_than_the_file_shows_it_too()
    {
        station.Desks[0].Decided(station.Desks[0].Next(station.Line, Message(0)));
        station.Offer(station.Desks[0], EntryLink.Start);
        Assert.True(station.Status.IsRestoring);
    }

    [Fact]
    public void So_does_one_that_read_more_of_the_own_log_than_there_is()
    {
        station.Submit(station.Desks[0], Message(0));
        station.Report(station.Desks[1], Side.A, 1);
        Assert.False(station.Status.IsRestoring);
        station.Report(station.Desks[1], Side.A, 2);
        Assert.True(station.Status.IsRestoring);
    }

    [Fact]
    public void It_ends_when_the_other_side_and_every_desk_have_shown_that_nothing_is_missing()
    {
        station.Submit(station.Desks[0], Message(0));
        Say();
        station.Offer(station.Desks[0], EntryLink.Start);
        station.Hears(stored: 1);
        Assert.Equal(1U, station.Status.Awaited);
        Assert.Equal(VerdictKind.Restoring, station.Submit(station.Desks[1], Message(0)));
        station.Offer(station.Desks[1], EntryLink.Start);
        Assert.False(station.Status.IsRestoring);
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[0], Message(0)));
        Assert.Equal(new EntryPlace(1, 1), station.Own(2, incarnation: 2).Follows.Place);
        station.Restart();
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[1], Message(0)));
        Assert.NotNull(station.Own(3, incarnation: 2));
    }

    [Fact]
    [Trait("Row", "9")]
    public void What_the_other_side_said_before_the_restore_does_not_end_it()
    {
        var before = station.Standing();
        station.Receive(before);
        Say();
        OfferAll();
        station.Receive(before with { Number = 1_000 }); // kept on some carrier until now
        Assert.True(station.Status.IsRestoring);
        station.Hears();
        Assert.False(station.Status.IsRestoring);
    }

    [Fact]
    public void Its_life_is_later_than_any_that_the_other_side_has_heard_and_the_copy_does_not_know()
    {
        var copy = station.Disk.Copy();
        Say();
        OfferAll();
        var first = station.Hears().Standing!.Memory.Own;
        station.PutBack(copy);
        OfferAll();
        var memory = StationMemory.None with { Other = first };
        station.Receive(station.Standing() with { Memory = memory });
        Assert.True(station.Status.IsRestoring);
        var second = station.Hears().Standing!.Memory.Own;
        Assert.Equal((1UL, 2UL), (first.Number, second.Number));
        Assert.False(station.Status.IsRestoring);
    }

    [Fact]
    public void A_file_older_than_a_life_that_the_other_side_has_heard_freezes_the_line_if_nobody_says_so()
    {
        var copy = station.Disk.Copy();
        Say();
        OfferAll();
        station.Hears();
        station.Disk.Become(copy);
        station.Restart();
        station.Receive(station.Standing());
        Assert.Equal(FreezeReason.OwnLogIsOld, station.Status.Frozen);
    }

    [Fact]
    public void It_does_not_wait_for_a_desk_that_its_party_cut_off()
    {
        Say();
        station.Hears();
        station.Offer(station.Desks[0], EntryLink.Start);
        Assert.True(station.Status.IsRestoring);
        station.Run(new StationEvent.DeskCutOff(station.Line, station.Desks[1].Id));
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[0], Message(0)));
    }

    [Fact]
    public void A_second_restore_during_the_first_asks_everybody_again()
    {
        Say();
        station.Hears();
        station.Offer(station.Desks[0], EntryLink.Start);
        Say();
        station.Offer(station.Desks[1], EntryLink.Start);
        station.Hears();
        Assert.True(station.Status.IsRestoring);
        station.Offer(station.Desks[0], EntryLink.Start);
        Assert.False(station.Status.IsRestoring);
    }

    [Fact]
    public void A_person_thaws_a_line_that_was_frozen_because_the_file_is_old_and_no_other()
    {
        station.Receive(station.Standing(stored: 1));
        Assert.Equal(FreezeReason.OwnLogIsOld, station.Status.Frozen);
        Say();
        Assert.Null(station.Status.Frozen);
        Assert.True(station.Status.IsRestoring);
        station.Receive(station.Written(null, Message(0)));
        station.Receive(station.Written(null, Message(1)));
        Say();
        Assert.Equal(FreezeReason.TwoEntriesOfOneNumber, station.Status.Frozen);
    }

    private void OfferAll()
    {
        foreach (var desk in station.Desks)
            station.Offer(desk, EntryLink.Start);
    }

    private void Say() => station.Run(new StationEvent.Restored(station.Line));
}
