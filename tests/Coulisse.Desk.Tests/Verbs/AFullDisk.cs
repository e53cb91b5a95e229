using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>A disk that is really full under a station or a desk: who speaks hears whose it is and what to do, nothing
/// that was taken is lost, and what waited goes once there is room.</summary>
[Trait("Pace", "slow")]
[Trait("Row", "32")]
[Collection(nameof(Evening))]
public sealed class AFullDisk(Evening evening)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_our_station_is_said_at_the_desk_and_in_its_log_and_the_words_wait()
    {
        var room = await evening.OpenAsync(evening.Secretary);
        var station = evening.Parties.A.Station;
        await station.StopAsync();
        using (var disk = SmallDisk.Under(Path.Combine(evening.Folder, evening.Parties.A.StationFolder), 2_048))
        {
            await station.StartAsync();
            await evening.Adviser.SayAsync(room, Evening.Bytes("before"), wait: 20);
            disk.Fill();
            string[] words = [new('a', 50_000), new('b', 50_000), "the last of them"];
            var said = new List<string>();
            foreach (var one in words)
            {
                var ended = await evening.Adviser.SayAsync(room, Evening.Bytes(one), wait: 6);
                Assert.Equal(0, ended.Code);
                said.Add(ended.Output);
            }
            Assert.Contains("its keeper must make room", said[^1], StringComparison.Ordinal);
            var line = await Programs.DoAsync(evening.Folder, "line", "--desk", "adviser");
            Assert.Contains("degraded", line, StringComparison.Ordinal);
            Assert.Contains("its disk is full", line, StringComparison.Ordinal);
            Assert.DoesNotContain("not reached from this desk", line, StringComparison.Ordinal);

            disk.Free();
            Assert.Equal((string[])["before", .. words], await evening.HeardAsync(evening.Secretary, room, 4));
            Assert.DoesNotContain("its disk is full",
                await Programs.DoAsync(evening.Folder, "line", "--desk", "adviser"), StringComparison.Ordinal);
            await station.StopAsync();
            var log = await File.ReadAllTextAsync(station.Log, Cancel);
            Assert.Contains("event=disk-full", log, StringComparison.Ordinal);
            Assert.Contains("make room on it", log, StringComparison.Ordinal);
            Assert.Contains("event=disk-writes-again", log, StringComparison.Ordinal);
        }
        await station.StartAsync();
    }

    [Fact]
    public async Task Of_the_desk_closes_it_with_a_sentence_and_what_was_written_is_there()
    {
        var room = await evening.OpenAsync(evening.Envoy);
        var desk = evening.Envoy;
        Assert.Equal(0, (await desk.SayAsync(room, Evening.Bytes("kept"), wait: 20)).Code);
        await desk.Server.StopAsync();
        using (var disk = SmallDisk.Under(Path.Combine(evening.Folder, desk.Folder), 4_096))
        {
            await desk.Server.StartAsync();
            disk.Fill();
            for (var said = 0; said < 20 && desk.Server.IsRunning; said++)
                await desk.SayAsync(room, new string((char)('a' + said), 60_000).Select(one => (byte)one).ToArray());
            Assert.Equal(5, await desk.Server.EndedAsync());
            Assert.Contains("make room on the disk", await File.ReadAllTextAsync(desk.Server.Log, Cancel),
                StringComparison.Ordinal);
            Assert.Equal(5, (await Programs.RunAsync(evening.Folder,
                ["desk", "open", desk.Folder, "--passphrase-file", "passphrase", "--no-screens"])).Code);
            disk.Free();
            await desk.Server.StartAsync();
            Assert.Equal("kept", (await desk.ReadAsync(room)).First(one => one.IsOurs).Text);
            await desk.Server.StopAsync();
        }
        await desk.Server.StartAsync();
    }
}
