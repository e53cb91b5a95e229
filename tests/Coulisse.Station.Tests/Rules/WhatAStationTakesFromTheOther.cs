using Coulisse.Crypto.Codec;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using static Coulisse.Station.Tests.Rules.OneStation;

namespace Coulisse.Station.Tests.Rules;

public sealed class WhatAStationTakesFromTheOther : IDisposable
{
    private readonly OneStation station = new();

    public void Dispose() => station.Dispose();

    [Fact]
    [Trait("Row", "4")]
    public void Entries_in_any_order_and_any_number_of_times_are_stored_once()
    {
        var first = station.Written(null, Message(0));
        var second = station.Written(first, Message(0));
        var third = station.Written(second, Message(0));
        Assert.Equal("[3–3]", Stored(station.Receive(third)));
        Assert.Equal("[1–1, 3–3]", Stored(station.Receive(first, first, third)));
        Assert.Equal("[1–3]", Stored(station.Receive(second, first)));
        Assert.Equal(3, Given().Count);
        Assert.Null(station.Status.Frozen);
    }

    [Fact]
    [Trait("Row", "6")]
    public void Two_entries_of_one_number_freeze_the_line_and_nothing_is_taken_any_more()
    {
        station.Receive(station.Written(null, Message(0)));
        station.Receive(station.Written(null, Message(0, Precedence.Flash)));
        Assert.Equal(FreezeReason.TwoEntriesOfOneNumber, station.Status.Frozen);
        Assert.Equal(VerdictKind.Frozen, station.Submit(station.Desks[0], Message(0)));
        station.Restart();
        Assert.Equal(FreezeReason.TwoEntriesOfOneNumber, station.Status.Frozen);
        var evidence = station.Disk.Open().Facts(station.Line)!.Freeze!;
        Assert.Equal(Precedence.Flash, WireValue.Decode<Entry>(evidence.Evidence.Span).Envelopes[0].Precedence);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Row", "6")]
    public void An_entry_that_names_another_one_before_it_freezes_the_line_whichever_comes_first(bool laterFirst)
    {
        var first = station.Written(null, Message(0));
        var other = station.Written(station.Written(null, Message(0, Precedence.Flash)), Message(0));
        foreach (var entry in laterFirst ? (Entry[])[other, first] : [first, other])
            station.Receive(entry);
        Assert.Equal(FreezeReason.BrokenChain, station.Status.Frozen);
    }

    [Fact]
    [Trait("Row", "2")]
    public void A_withheld_tail_shows_with_the_next_standing()
    {
        var first = station.Written(null, Message(0));
        var second = station.Written(first, Message(0));
        station.Receive(first);
        Assert.Equal(0UL, station.Status.Missing);
        var head = new EntryLink(second.Place, Entry.HashOf(WireValue.Encode(second)));
        station.Receive(station.Standing() with { Heads = [head] });
        Assert.Equal(1UL, station.Status.Missing);
        station.Receive(second);
        Assert.Equal(0UL, station.Status.Missing);
    }

    [Fact]
    [Trait("Row", "6")]
    public void A_head_that_is_not_the_one_that_arrived_freezes_the_line()
    {
        var first = station.Written(null, Message(0));
        station.Receive(first);
        var other = station.Written(null, Message(0, Precedence.Flash));
        station.Receive(station.Standing() with
        {
            Heads = [new(other.Place, Entry.HashOf(WireValue.Encode(other)))],
        });
        Assert.Equal(FreezeReason.AnotherHead, station.Status.Frozen);
    }

    [Fact]
    [Trait("Row", "9")]
    public void An_old_copy_of_the_stations_own_file_is_found_out_by_what_the_other_holds()
    {
        station.Submit(station.Desks[0], Message(0));
        station.Receive(station.Standing(stored: 1));
        Assert.Null(station.Status.Frozen);
        station.Receive(station.Standing(stored: 2));
        Assert.Equal(FreezeReason.OwnLogIsOld, station.Status.Frozen);
    }

    [Fact]
    public void What_a_standing_said_is_never_taken_back_by_an_older_one()
    {
        for (var count = 0; count < 3; count++)
            station.Submit(station.Desks[0], Message(0));
        station.Receive(station.Standing(stored: 3, processed: 2));
        station.Receive(station.Standing(stored: 1));
        Assert.Equal("[1–3]", station.Status.OtherHas[0].Stored.ToString());
        Assert.Equal("[1–2]", station.Status.OtherHas[0].Processed.ToString());
    }

    [Fact]
    public void Beyond_its_window_a_station_stores_and_acknowledges_nothing_and_says_so()
    {
        using var narrow = new OneStation(new(EntriesMax: 10, BytesMax: 1 << 20, IsFull: false));
        var entries = new List<Entry>();
        for (var count = 0; count < 10; count++)
            entries.Add(narrow.Written(entries.LastOrDefault(), Message(0)));
        var said = narrow.Receive([.. entries]);
        Assert.Equal(("[1–9]", true), (Stored(said), said.Standing!.Window.IsFull));
        var urgent = narrow.Written(entries[^1], Message(0, Precedence.Flash));
        Assert.Equal("[1–9, 11–11]", Stored(narrow.Receive(urgent)));
        foreach (var desk in narrow.Desks)
            narrow.Report(desk, Side.B, 9);
        var read = StationMemory.None with { Processed = [new(Side.B, 1, SequenceSet.Of(new SequenceRange(1, 9)))] };
        said = narrow.Receive(narrow.Standing() with { Memory = read }, entries[^1]);
        said = narrow.Receive(entries[^1]);
        Assert.Equal(("[1–11]", false), (Stored(said), said.Standing!.Window.IsFull));
    }

    [Fact]
    [Trait("Row", "20")]
    public void Rooms_that_the_other_side_only_names_are_not_remembered_without_end()
    {
        for (var count = 0; count < 20; count++)
        {
            var floors = Enumerable.Range(count * 256, 256).Select(number =>
                new RoomFloor(new(Opaque.CopyOf(BitConverter.GetBytes(number))), 1));
            station.Receive(station.Standing() with { Floors = WireList.From(floors) });
        }
        Assert.Equal(2_048, station.Disk.Open().Rooms(station.Line).Count);
        Assert.Equal(VerdictKind.Taken, station.Submit(station.Desks[0], Message(0)));
    }

    [Fact]
    public void A_desk_that_comes_again_is_given_everything_on_its_newest_connection_alone()
    {
        station.Run(new StationEvent.DeskCame(station.Desks[0].Id, 1), new StationEvent.DeskReady(1, 64));
        var came = station.Run(new StationEvent.DeskCame(station.Desks[0].Id, 2), new StationEvent.DeskReady(2, 64));
        Assert.Contains(new StationEffect.End(1), came);
        station.Receive(station.Written(null, Message(0)));
        var events = station.Run(new StationEvent.TimePassed(), new StationEvent.DeskReady(1, 64));
        Assert.DoesNotContain(events.OfType<StationEffect.Give>(), give => give.Connection == 1);
    }

    [Fact]
    public void What_all_else_waits_for_and_what_is_urgent_leaves_before_what_is_older()
    {
        station.Submit(station.Desks[0], Message(0));
        station.Submit(station.Desks[0], Message(0, Precedence.Immediate));
        station.Submit(station.Desks[1], Message(0, Precedence.Flash));
        station.Submit(station.Desks[0], Handshake(EnvelopeKind.Commit, 0));
        station.Wait(TimeSpan.FromMinutes(2)); // the first call's answer never comes
        station.Run(new StationEvent.ExchangeEnded(station.Line, null));
        station.Wait(TimeSpan.FromMinutes(2));
        var bundle = station.Receive();
        Assert.Equal([4UL, 3, 2, 1], bundle.Entries.Select(entry => entry.Entry.Place.Sequence));
        Assert.Single(bundle.Entries[0].Entry.Envelopes, envelope => envelope.Endorsement.Length == Endorsement.Bytes);
    }

    [Fact]
    public void A_body_goes_when_the_other_side_is_done_with_it_and_every_own_desk_too()
    {
        station.Submit(station.Desks[0], Message(0));
        station.Report(station.Desks[0], Side.A, 1);
        station.Receive(station.Standing(stored: 1, processed: 1));
        Assert.NotEqual(0, Body());
        station.Report(station.Desks[1], Side.A, 1);
        Assert.Equal(0, Body());
        Assert.NotNull(station.Disk.Open().Entry(station.Line, Side.A, new(1, 1)));
        int Body() => station.Disk.Open().Entry(station.Line, Side.A, new(1, 1))!.Body.Length;
    }

    [Fact]
    [Trait("Row", "2")]
    public void An_idle_station_says_every_minute_where_it_stands_and_nothing_more()
    {
        station.Run(new StationEvent.ExchangeEnded(station.Line, null));
        station.Receive();
        var calls = 0;
        for (var second = 0; second < 600; second++)
        {
            station.Wait(TimeSpan.FromSeconds(1));
            foreach (var _ in station.Run(new StationEvent.TimePassed()).OfType<StationEffect.Exchange>())
            {
                calls++;
                station.Run(new StationEvent.ExchangeEnded(station.Line, null));
                station.Receive();
            }
        }
        Assert.InRange(calls, 8, 11);
    }

    private List<Delivery.OfEntry> Given()
    {
        var events = new StationEvent[]
        {
            new StationEvent.DeskCame(station.Desks[0].Id, 1), new StationEvent.DeskReady(1, 64),
        };
        return [.. station.Run(events).OfType<StationEffect.Give>().Select(give => give.Delivery)
            .OfType<Delivery.OfEntry>()];
    }

    private static string Stored(BundleReading reply) => reply.Standing!.Other[0].Stored.ToString();
}
