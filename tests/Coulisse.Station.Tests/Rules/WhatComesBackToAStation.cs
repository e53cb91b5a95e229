using Coulisse.Crypto.Codec;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.World.Stations;
using static Coulisse.Station.Tests.Rules.OneStation;

namespace Coulisse.Station.Tests.Rules;

/// <summary>What a restored station takes back of its own log, from whom, and what it does not.</summary>
public sealed class WhatComesBackToAStation : IDisposable
{
    private readonly OneStation station = new();
    private readonly SimulatedDisk copy;
    private readonly List<KeptEntry> written = [];
    private readonly List<Submission> submitted = [];

    // One entry before the copy; after it a message, a commit and a message of the next epoch, of two desks.
    public WhatComesBackToAStation()
    {
        Write(station.Desks[0], Message(0));
        copy = station.Disk.Copy();
        Write(station.Desks[0], Message(0));
        Write(station.Desks[1], Handshake(EnvelopeKind.Commit, 0));
        Write(station.Desks[0], Message(1));
    }

    public void Dispose() => station.Dispose();

    [Fact]
    [Trait("Row", "9")]
    public void Entries_that_the_other_station_holds_are_in_their_places_again_byte_for_byte()
    {
        station.PutBack(copy);
        station.Hears(stored: 4, written[3].Link);
        station.Return(written[2].Body, written[3].Body); // before the one that they follow: not yet
        Assert.Equal(3UL, station.Status.Lost);
        station.Return(written[1].Body, written[2].Body, written[3].Body);
        OfferAll();
        ItEnded();
        Assert.Equal(written, [.. Enumerable.Range(1, 4).Select(number => station.Own((ulong)number))]);
        Assert.Equal(VerdictKind.EpochTaken, station.Submit(station.Desks[0], Handshake(EnvelopeKind.Commit, 0)));
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[1], Message(1)));
        Assert.Equal(written[3].Link, station.Own(5, incarnation: 2).Follows);
    }

    [Fact]
    [Trait("Row", "9")]
    public void Entries_that_only_a_desk_keeps_come_back_from_it()
    {
        station.PutBack(copy);
        station.Hears(stored: 1);
        station.Offer(station.Desks[1], written[3].Link,
            [.. written.Skip(1).Select(one => new DeskOffer.OfEntry(one.Body))]);
        station.Offer(station.Desks[0], EntryLink.Start);
        ItEnded();
        Assert.Equal(written[3], station.Own(4));
    }

    [Fact]
    [Trait("Row", "9")]
    public void What_is_in_no_entry_any_more_is_written_again_in_the_order_in_which_it_was_taken()
    {
        station.PutBack(copy);
        station.Hears(stored: 1);
        station.Offer(station.Desks[0], EntryLink.Start, Taken(3), Taken(1)); // in whichever order it comes
        Assert.True(station.Status.IsRestoring);
        station.Offer(station.Desks[1], station.Desks[1].Remembers(EntryLink.Start), Taken(2));
        ItEnded();
        var again = WireValue.Decode<Entry>(station.Own(2, incarnation: 2).Body.Span);
        var later = WireValue.Decode<Entry>(station.Own(3, incarnation: 2).Body.Span);
        var last = WireValue.Decode<Entry>(station.Own(4, incarnation: 2).Body.Span);
        Assert.Equal(written[0].Link, again.Follows);
        Assert.Equal([.. written.Skip(1).SelectMany(one => WireValue.Decode<Entry>(one.Body.Span).Envelopes)],
            WireList.From(again.Envelopes.Concat(later.Envelopes).Concat(last.Envelopes)));
        Assert.Null(station.Disk.Open().Entry(station.Line, Side.A, new(1, 2))); // no old number is written anew
        Assert.Equal(VerdictKind.Taken, station.Submit(submitted[2])); // which its desk asks next
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[0], Message(1)));
    }

    [Fact]
    public void What_was_taken_and_never_answered_is_found_in_the_entry_that_came_back()
    {
        station.PutBack(copy);
        station.Hears(stored: 4, written[3].Link);
        station.Return([.. written.Skip(1).Select(one => one.Body)]);
        var before = new DeskMemory(2, submitted[1].Hash(), EntryLink.Start, [], []);
        station.Offer(station.Desks[0], before, new DeskOffer.OfSubmission(EntryPlace.None, 0, submitted[3]));
        station.Offer(station.Desks[1], EntryLink.Start);
        ItEnded();
        Assert.Equal(VerdictKind.Taken, station.Submit(submitted[3]));
        Assert.Equal(4UL, station.Status.OwnLength);
    }

    [Fact]
    public void What_everybody_has_read_is_passed_over_and_its_floors_come_from_the_desks()
    {
        station.PutBack(copy);
        foreach (var desk in station.Desks)
            station.Report(desk, Side.A, 4);
        station.Hears(stored: 4, written[3].Link);
        foreach (var desk in station.Desks)
        {
            var memory = desk.Remembers(written[3].Link);
            station.Offer(desk, memory with { Floors = [new(Room, 1)], Reached = [new(Room, 1)] });
        }
        ItEnded();
        Assert.Equal(VerdictKind.EpochTaken, station.Submit(station.Desks[0], Handshake(EnvelopeKind.Commit, 0)));
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[1], Message(1)));
        Assert.Equal(written[3].Link, station.Own(5, incarnation: 2).Follows);
    }

    [Fact]
    [Trait("Row", "9")]
    public void A_lie_about_the_last_entry_freezes_the_line_once_a_desk_has_read_another_one()
    {
        station.PutBack(copy);
        foreach (var desk in station.Desks)
            station.Report(desk, Side.A, 4);
        OfferAll(written[3].Link);
        station.Hears(stored: 4, written[3].Link with { Hash = written[2].Link.Hash });
        Assert.Equal(FreezeReason.TwoOwnHistories, station.Status.Frozen);
    }

    [Fact]
    [Trait("Row", "9")]
    public void An_entry_that_the_other_station_invents_stops_the_line_when_a_desk_shows_the_true_one()
    {
        station.PutBack(copy);
        station.Hears(stored: 4);
        station.Return(station.Forged(written[0].Link, Message(0, Precedence.Flash)));
        Assert.Null(station.Status.Frozen);
        station.Offer(station.Desks[0], EntryLink.Start, new DeskOffer.OfEntry(written[1].Body));
        Assert.Equal(FreezeReason.TwoOwnHistories, station.Status.Frozen);
    }

    [Fact]
    [Trait("Row", "9")]
    public void It_cannot_invent_a_handshake_or_an_epoch_that_silences_the_desks()
    {
        station.PutBack(copy);
        station.Hears(stored: 2);
        station.Return(station.Forged(written[0].Link, Handshake(EnvelopeKind.Commit, 7)));
        Assert.Equal(1UL, station.Status.OwnLength);
        var invented = station.Forged(written[0].Link, Message(1UL << 60));
        station.Return(invented);
        station.Offer(station.Desks[0], station.Desks[0].Remembers(new(new(1, 2), Entry.HashOf(invented))));
        station.Offer(station.Desks[1], EntryLink.Start);
        ItEnded();
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[0], Message(0)));
    }

    [Fact]
    public void What_is_nowhere_keeps_it_waiting_until_a_person_gives_it_up_and_is_said_to_be_lost()
    {
        station.PutBack(copy);
        station.Hears(stored: 4, written[3].Link);
        OfferAll();
        Assert.True(station.Status.IsRestoring);
        Assert.Equal((3UL, 0U), (station.Status.Lost, station.Status.Awaited));
        station.Run(new StationEvent.MissingGivenUp(station.Line));
        ItEnded();
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[0], Message(0)));
        Assert.Equal(written[0].Link, station.Own(2, incarnation: 2).Follows);
        Assert.Equal([new(Side.A, 1, SequenceSet.Of(new SequenceRange(2, 4)))],
            station.Disk.Open().Facts(station.Line)!.GivenUp);
        station.Receive(station.Standing(stored: 4)); // late, and no news
        Assert.Null(station.Status.Frozen);
    }

    [Fact]
    public void A_word_to_give_up_says_nothing_to_a_station_that_is_not_restoring()
    {
        station.Run(new StationEvent.MissingGivenUp(station.Line));
        station.PutBack(copy);
        station.Hears(stored: 4, written[3].Link);
        OfferAll();
        Assert.True(station.Status.IsRestoring);
    }

    [Fact]
    [Trait("Row", "9")]
    public void The_other_station_gives_back_what_a_new_life_lacks_and_sends_what_it_stored_before_again()
    {
        var first = station.Written(null, Message(0));
        var second = station.Written(first, Message(0));
        station.Receive(first, second);
        station.Receive(station.Standing(stored: 4));
        var life = new StationLife(1, Opaque.CopyOf(Enumerable.Repeat((byte)7, 16).ToArray()));
        var restored = station.Standing(stored: 1) with
        {
            Heads = [new(first.Place, Entry.HashOf(WireValue.Encode(first)))],
            Memory = StationMemory.None with { Own = life, IsRestoring = true },
        };
        station.Wait(TimeSpan.FromMinutes(1));
        var reading = station.Receive(restored);
        Assert.Equal([second], reading.Returned.Select(one => one.Entry));
        Assert.Equal((ulong[])[2, 3, 4], reading.Entries.Select(one => one.Entry.Place.Sequence).Order());
        Assert.Equal(life, reading.Standing!.Memory.Other);
        station.Receive(station.Standing(stored: 4)); // of the life before: it counts no more
        Assert.Equal("[1–1]", station.Status.OtherHas[0].Stored.ToString());
    }

    [Fact]
    public void A_body_is_kept_for_the_other_sides_desks_until_they_have_read_it()
    {
        var entry = station.Written(null, Message(0));
        station.Receive(entry);
        foreach (var desk in station.Desks)
            station.Report(desk, Side.B, 1);
        Assert.NotEqual(0, Body().Length);
        station.Receive(station.Standing() with
        {
            Memory = StationMemory.None with { Processed = [new(Side.B, 1, SequenceSet.Of(new SequenceRange(1, 1)))] },
        });
        Assert.Equal(0, Body().Length);

        Opaque Body() => station.Disk.Open().Entry(station.Line, Side.B, new(1, 1))!.Body;
    }

    private void Write(DeskInATest desk, Envelope envelope)
    {
        submitted.Add(desk.Next(station.Line, envelope));
        Assert.Equal(VerdictKind.Taken, station.Submit(submitted[^1]));
        written.Add(station.Own((ulong)submitted.Count));
    }

    private DeskOffer.OfSubmission Taken(int at) => new(written[at].Link.Place, 0, submitted[at]);

    private void OfferAll(EntryLink? own = null)
    {
        foreach (var desk in station.Desks)
            station.Offer(desk, own ?? EntryLink.Start);
    }

    private void ItEnded()
    {
        Assert.Null(station.Status.Frozen);
        Assert.False(station.Status.IsRestoring, $"{station.Status.Lost} lost, {station.Status.Awaited} awaited");
    }
}
