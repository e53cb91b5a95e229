using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using static Coulisse.Station.Tests.Rules.OneStation;

namespace Coulisse.Station.Tests.Rules;

public sealed class WhatAStationSaysOfASubmission : IDisposable
{
    private static readonly ulong Heard = (ulong)OneStation.FirstDay.ToUnixTimeSeconds();

    private readonly OneStation station = new();

    public void Dispose() => station.Dispose();

    [Fact]
    [Trait("Row", "43")]
    public void The_first_commit_of_an_epoch_wins_and_the_second_is_told_so()
    {
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[0], Handshake(EnvelopeKind.Commit, 0)));
        Assert.Equal(VerdictKind.EpochTaken, station.Submit(station.Desks[1], Handshake(EnvelopeKind.Commit, 0)));
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[1], Handshake(EnvelopeKind.Commit, 1)));
    }

    [Fact]
    public void What_is_older_than_what_the_own_side_wrote_is_stale_and_what_no_commit_led_to_too_early()
    {
        Assert.Equal(VerdictKind.TooEarly, station.Submit(station.Desks[0], Message(1)));
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[0], Handshake(EnvelopeKind.Commit, 0)));
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[1], Message(1)));
        Assert.Equal(VerdictKind.Stale, station.Submit(station.Desks[0], Message(0)));
    }

    [Fact]
    public void A_commit_of_the_other_side_silences_nobody_here()
    {
        var junk = station.Written(null, Handshake(EnvelopeKind.Commit, 41));
        station.Receive(junk);
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[0], Message(0)));
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[0], Message(42)));
    }

    [Fact]
    public void A_known_submission_gets_its_earlier_answer_before_anybody_looks_at_the_epoch()
    {
        var message = station.Desks[0].Next(station.Line, Message(0));
        Assert.Equal(VerdictKind.Taken, station.Submit(message));
        station.Submit(station.Desks[1], Handshake(EnvelopeKind.Commit, 0));
        station.Restart();
        Assert.Equal(VerdictKind.Taken, station.Submit(message));
        Assert.Equal(2UL, station.Status.OwnLength);
    }

    [Fact]
    [Trait("Row", "48")]
    public void A_second_successor_is_a_second_desk_with_the_same_keys_and_is_refused()
    {
        var one = station.Desks[0].Next(station.Line, Message(0));
        var other = station.Desks[0].Next(station.Line, Message(0, Precedence.Flash));
        Assert.Equal(VerdictKind.Taken, station.Submit(one));
        Assert.Equal(VerdictKind.NotTheSuccessor, station.Submit(other));
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[0], Message(0)));
    }

    [Fact]
    public void What_a_desk_submits_is_taken_as_a_whole_or_not_at_all()
    {
        Assert.Equal(VerdictKind.Stale, station.Submit(station.Desks[0], Handshake(EnvelopeKind.Commit, 0),
            Message(0)));
        Assert.Equal(0UL, station.Status.OwnLength);
        Assert.Equal(VerdictKind.Taken, station.Submit(
            station.Desks[0], Handshake(EnvelopeKind.Commit, 0), Handshake(EnvelopeKind.Welcome, 1)));
        Assert.Equal(1UL, station.Status.OwnLength);
    }

    [Fact]
    public void From_a_desk_that_its_party_cut_off_nothing_is_taken()
    {
        station.Run(new StationEvent.DeskCutOff(station.Line, station.Desks[0].Id));
        Assert.Equal(VerdictKind.CutOff, station.Submit(station.Desks[0], Message(0)));
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[1], Message(0)));
        station.Restart(); // which enrols all that its settings name
        station.Run(new StationEvent.DeskEnrolled(station.Line, station.Desks[0].Id));
        Assert.Equal(VerdictKind.CutOff, station.Submit(station.Desks[0], Message(0)));
    }

    [Fact]
    [Trait("Row", "32")]
    public void Nothing_is_answered_that_is_not_on_the_disk()
    {
        station.Disk.FailingCommits = 1;
        Assert.Throws<IOException>(() => station.Submit(station.Desks[0], Message(0)));
        station.Restart();
        Assert.Equal(0UL, station.Status.OwnLength);
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[0], Message(0)));
    }

    [Fact]
    public void When_the_other_side_holds_as_much_as_it_will_only_what_is_urgent_is_taken()
    {
        var small = new LineWindow(EntriesMax: 10, BytesMax: 1 << 20, IsFull: false);
        station.Receive(station.Standing() with { Window = small });
        for (var count = 0; count < 9; count++)
            Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[0], Message(0)));
        Assert.False(station.News(station.Desks[0]).IsFull);
        Assert.Equal(VerdictKind.WindowFull, station.Submit(station.Desks[0], Message(0)));
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[1], Message(0, Precedence.Immediate)));
        Assert.True(station.News(station.Desks[0]).IsFull);
        station.Receive(station.Standing(stored: 10, processed: 5) with { Window = small });
        Assert.Equal(VerdictKind.WindowFull, station.Submit(station.Desks[0], Message(0))); // held for ours, too
        foreach (var desk in station.Desks)
            station.Report(desk, Side.A, 5);
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[0], Message(0)));
        Assert.False(station.News(station.Desks[0]).IsFull);
    }

    [Fact]
    public void Where_nothing_has_changed_nothing_is_told()
    {
        station.Submit(station.Desks[0], Message(0));
        station.Run(new StationEvent.DeskCame(station.Desks[1].Id, 77), new StationEvent.DeskReady(77, 64));
        for (var step = 0; step < 5; step++)
            Assert.Empty(station.Run(new StationEvent.DeskReady(77, 64)).OfType<StationEffect.Give>());
    }

    [Fact]
    public void Who_is_silent_for_a_day_with_anything_to_read_is_named_and_since_when()
    {
        station.Submit(station.Desks[0], Message(0));
        station.Report(station.Desks[0], Side.A, 1);
        station.Wait(TimeSpan.FromHours(23));
        station.Report(station.Desks[0], Side.A, 1);
        Assert.Empty(station.News(station.Desks[0]).Behind!);
        station.Restart();
        station.Wait(TimeSpan.FromHours(2));
        station.Report(station.Desks[0], Side.A, 1);
        Assert.Equal([new DeskBehind(station.Desks[1].Id, 0, Heard)], station.News(station.Desks[0]).Behind!);
        station.Report(station.Desks[1], Side.A, 1);
        Assert.Empty(station.News(station.Desks[0]).Behind!);
        station.Wait(TimeSpan.FromDays(40));
        station.Run();
        Assert.Empty(station.News(station.Desks[0]).Behind!); // who has read everything owes nobody a sign
    }

    [Fact]
    public void Who_keeps_what_was_said_from_being_dropped_is_named()
    {
        for (var count = 0; count < 2_100; count++)
            station.Submit(station.Desks[0], Message(0));
        station.Report(station.Desks[0], Side.A, 2_100);
        Assert.Equal([new DeskBehind(station.Desks[1].Id, 2_000, Heard)], station.News(station.Desks[0]).Behind!);
        station.Report(station.Desks[1], Side.A, 1_101);
        Assert.Empty(station.News(station.Desks[0]).Behind!);
    }

    [Fact]
    [Trait("Row", "20")]
    public void What_its_own_disk_is_not_for_is_not_taken_until_everybody_has_read_what_is_there()
    {
        using var narrow = new OneStation(new LineWindow(EntriesMax: 1_000, BytesMax: 12_000, IsFull: false));
        var taken = 0UL;
        while (narrow.Submit(narrow.Desks[0], Message(0)) == VerdictKind.Taken)
            taken++;
        Assert.InRange(taken, 5UL, 10UL);
        Assert.Equal(VerdictKind.WindowFull, narrow.Submit(narrow.Desks[1], Message(0)));
        narrow.Restart(); // and remembers it
        Assert.Equal(VerdictKind.WindowFull, narrow.Submit(narrow.Desks[0], Message(0)));
        narrow.Receive(narrow.Standing(stored: taken, processed: taken));
        Assert.Equal(VerdictKind.WindowFull, narrow.Submit(narrow.Desks[0], Message(0))); // a desk of ours has not
        foreach (var desk in narrow.Desks)
            narrow.Report(desk, Side.A, taken);
        Assert.Equal(VerdictKind.Taken, narrow.Submit(narrow.Desks[0], Message(0)));
    }
}
