using Coulisse.Crypto.Codec;
using Coulisse.Station.Storage;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Parties;

namespace Coulisse.Station.Tests.Rules;

/// <summary>What own desks say among themselves changes nothing of what the other station is sent: not a byte, and not
/// when.</summary>
public sealed class NothingOfAHomeIsOnTheLine : IDisposable
{
    private static readonly LineId Home = LineParties.Home("Aldermark").Id;

    private readonly OneStation station = new();

    public void Dispose() => station.Dispose();

    [Fact]
    public void The_bundles_are_byte_for_byte_those_of_a_day_without_it()
    {
        var (quiet, busy) = (Bundles(confers: false), Bundles(confers: true));
        Assert.NotEmpty(quiet);
        Assert.Equal(quiet, busy);
    }

    [Fact]
    public void It_is_given_to_every_own_desk_whatever_the_line_is()
    {
        Assert.Equal(VerdictKind.Taken, Confer(station, station.Desks[0], number: 1, Submission.Start, out _));
        var given = station.Given(station.Desks[1]).OfType<Delivery.OfEntry>().Single();
        Assert.Equal((Home, Side.A), (given.Line, given.Side));
        Assert.Null(station.Disk.Open().Entry(station.Line, Side.A, new(1, 1)));
    }

    [Fact]
    public void A_bundle_refuses_an_entry_that_is_not_of_its_line()
    {
        using var pair = new Pair(new Seed(5));
        var bundle = new BundleWriter(pair.KeyOf(Side.A), station.Standing(), LineLimits.BundleBytesMax);
        var entry = WireValue.Encode(new Entry(Home, Side.A, new(1, 1), EntryLink.Start, [OneStation.Message(0)]));
        Assert.Throws<ArgumentException>(() => bundle.TryAdd(entry, Entry.HashOf(entry)));
        Assert.Equal(0, bundle.Entries);
    }

    [Fact]
    public void A_desk_that_is_cut_off_is_so_at_home_too()
    {
        station.Run(new StationEvent.DeskCutOff(station.Line, station.Desks[0].Id));
        Assert.Equal(VerdictKind.CutOff, Confer(station, station.Desks[0], number: 1, Submission.Start, out _));
    }

    [Fact]
    public void What_the_line_is_frozen_for_does_not_keep_own_desks_from_each_other()
    {
        var first = station.Written(null, OneStation.Message(0));
        station.Receive(first);
        station.Receive(station.Written(null, OneStation.Message(0), OneStation.Message(0)));
        Assert.Equal(FreezeReason.TwoEntriesOfOneNumber, station.Status.Frozen);
        Assert.Equal(VerdictKind.Taken, Confer(station, station.Desks[0], number: 1, Submission.Start, out _));
    }

    // A day on the line, of two desks: with what they say at home between, or without.
    private static List<string> Bundles(bool confers)
    {
        using var station = new OneStation();
        station.Run(new StationEvent.ExchangeEnded(station.Line, null)); // the first call, of before
        var (seen, last, lastAtHome) = (new List<string>(), Submission.Start, Submission.Start);
        for (ulong round = 1; round <= 40; round++)
        {
            var at = $"round {round}: ";
            if (round % 5 == 0)
                Happens(at, Submitted(new(station.Line, station.Desks[0].Id, round / 5, last,
                    [OneStation.Message(0)]), out last));
            if (confers)
                Happens(at, Submitted(new(Home, station.Desks[1].Id, round, lastAtHome, [OneStation.Message(0)]),
                    out lastAtHome));
            if (confers && round % 3 == 0)
                Happens(at, new StationEvent.Reported(station.Desks[0].Id, Home,
                    [new(Side.A, 1, SequenceSet.Of(new SequenceRange(1, round)))]));
            Happens(at, new StationEvent.TimePassed());
            station.Wait(TimeSpan.FromSeconds(20));
        }
        return seen;

        void Happens(string at, StationEvent happened)
        {
            foreach (var effect in station.Run(happened).OfType<StationEffect.Exchange>())
            {
                seen.Add(at + effect.Bundle);
                station.Run(new StationEvent.ExchangeEnded(station.Line, null));
            }
        }
    }

    private static StationEvent.Submitted Submitted(Submission submission, out Opaque hash)
    {
        hash = submission.Hash();
        return new(submission.Desk, submission.Number, WireValue.Encode(submission));
    }

    private static VerdictKind Confer(
        OneStation station, DeskInATest desk, ulong number, Opaque previous, out Opaque hash)
    {
        var submitted = Submitted(new(Home, desk.Id, number, previous, [OneStation.Message(0)]), out hash);
        return station.Run(submitted).OfType<StationEffect.Answer>().Single().Verdict.Kind;
    }
}
