using Coulisse.Crypto.Signatures;
using Coulisse.Station.Keys;
using Coulisse.Station.Verbs;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;

namespace Coulisse.Station.Tests.Keys;

/// <summary>Accreditations and keys of stations change while the line goes on.</summary>
public sealed class AStationIsRenewed : IDisposable
{
    private readonly TwoStationFolders stations = new();

    private StationInAFolder A => stations.A;

    private StationInAFolder B => stations.B;

    public void Dispose() => stations.Dispose();

    [Fact]
    public void The_line_stays_open_while_one_side_alone_has_the_new_letter()
    {
        CarriesBothWays(1);
        var first = Assert.Single(stations.TakeSent());
        var letter = A.Letter(A.Ring.Present);
        stations.Give(letter, only: A);
        A.Start();
        CarriesBothWays(2);
        Assert.Contains(first, stations.TakeSent());
        stations.Give(letter, only: B);
        B.Start();
        CarriesBothWays(3);
        stations.TakeSent();
        CarriesBothWays(4);
        Assert.Equal((2, 2), (A.Settings.Terms.Keys.Count, B.Settings.Terms.Keys.Count));
        Assert.NotEqual(first, Assert.Single(stations.TakeSent()));
        A.Start();
        B.Start();
        CarriesBothWays(5);
    }

    [Fact]
    public void And_after_a_start_it_finds_the_letter_that_the_other_still_has()
    {
        stations.Give(A.Letter(A.Ring.Present), only: A);
        stations.Give(B.Letter(B.Ring.Present), only: B);
        A.Start();
        B.Start();
        CarriesBothWays(1);
    }

    [Fact]
    public void New_keys_are_taken_up_without_the_line_going_dark_and_what_was_endorsed_before_counts()
    {
        A.Submit(); // under the keys of before, and not carried yet
        using (var made = StationKeyRing.Prepare(A.Folder, A.Ring.Present))
            Assert.Throws<Refusal>(() => StationKeyRing.Prepare(A.Folder, made)); // nothing is written over
        A.Start();
        var letter = A.Letter(A.Ring.Next!);
        stations.Give(letter, only: B);
        B.Start();
        B.Submit();
        stations.Exchange();
        Assert.Equal((1UL, 1UL), (A.Here, B.Here));
        stations.Give(letter, only: A);
        A.Start();
        CarriesBothWays(2);
        A.Ring.UseNext(A.Folder);
        A.Start();
        Assert.Null(A.Ring.Next);
        CarriesBothWays(3);
        var today = A.Ring.Present.Endorsement.PublicKey;
        var count = B.Settings.Terms.OtherEndorsements;
        Assert.Equal(2, count.Count);
        Assert.All(B.Given, envelope => Assert.True(Endorsement.IsGood(envelope, B.Line, Side.A, count)));
        bool[] withToday = [.. B.Given.Select(one => Endorsement.IsGood(one, B.Line, Side.A, today))];
        Assert.Equal([false, false, true], withToday);
        Assert.Contains(letter.Content.Station.Content.KeysFor(Wire.Accreditations.KeyPurpose.StationTlsPin).Single(),
            B.Settings.Pins);
    }

    [Fact]
    public async Task A_renewal_that_was_cut_off_goes_on_and_the_next_one_begins_anew()
    {
        var (next, today) = (Path.Combine(A.Folder, "station-next.request"), Path.Combine(A.Folder, "station.request"));
        Assert.Equal(0, await StationVerbs.StartAsync(["renew", A.Folder]));
        var asked = File.ReadAllBytes(next);
        File.Delete(next);
        Assert.Equal(0, await StationVerbs.StartAsync(["renew", A.Folder]));
        Assert.Equal(asked, File.ReadAllBytes(next)); // for the same keys
        Assert.NotEqual(0, await StationVerbs.StartAsync(["renew", A.Folder, "--use"])); // no letter names them
        A.Start();
        stations.Give(A.Letter(A.Ring.Next!));
        Assert.Equal(0, await StationVerbs.StartAsync(["renew", A.Folder, "--use"]));
        Assert.Equal(asked, File.ReadAllBytes(today));
        Assert.Equal(0, await StationVerbs.StartAsync(["renew", A.Folder]));
        Assert.NotEqual(asked, File.ReadAllBytes(next));
    }

    [Fact]
    public void What_a_recalled_station_sends_counts_no_more_until_there_is_a_new_letter()
    {
        CarriesBothWays(1);
        var old = Assert.Single(stations.TakeSent());
        var recalled = A.Letter(A.Ring.Present);
        stations.Give(recalled);
        Recalled(A.Recall(recalled), A, B);
        CarriesBothWays(2); // the letter of before was not recalled
        Assert.Equal(old, Assert.Single(stations.TakeSent()));
    }

    [Fact]
    public void With_no_letter_left_it_neither_calls_nor_hears_and_its_desks_read_on()
    {
        CarriesBothWays(1);
        var letter = A.LetterInUse;
        Recalled(A.Recall(letter), B);
        A.Submit();
        stations.Exchange();
        Assert.Equal(1UL, B.Here);
        Assert.Single(B.Given);
        Assert.Empty(B.Settings.Pins);
        Assert.False(B.Settings.Terms.Calls);
        B.Submit(); // its desks' words wait
        using (StationKeyRing.Prepare(A.Folder, A.Ring.Present))
            A.Start();
        stations.Give(A.Letter(A.Ring.Next!));
        A.Start();
        A.Ring.UseNext(A.Folder);
        A.Start();
        B.Start();
        stations.Exchange();
        Assert.Equal((2UL, 2UL), (A.Here, B.Here));
        Assert.DoesNotContain(letter.Content.Station.Content.KeysFor(
            Wire.Accreditations.KeyPurpose.StationTlsPin).Single(), B.Settings.Pins);
    }

    [Fact]
    public void Nobody_recalls_the_other_partys_station()
    {
        var letter = A.LetterInUse;
        B.Put("theirs.recall", B.Recall(letter));
        B.Start();
        CarriesBothWays(1);
    }

    private static void Recalled(Sealed<Recall> recall, params StationInAFolder[] told)
    {
        foreach (var station in told)
        {
            station.Put("station.recall", recall);
            station.Start();
        }
    }

    private void CarriesBothWays(ulong count)
    {
        A.Submit();
        B.Submit();
        stations.Exchange();
        Assert.Equal((count, count), (A.Here, B.Here));
    }
}
