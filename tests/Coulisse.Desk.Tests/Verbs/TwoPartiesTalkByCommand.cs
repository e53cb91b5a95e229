using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>The programs as their users have them: stations and desks as processes, people with the verbs.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class TwoPartiesTalkByCommand(Evening evening)
{
    [Fact]
    [Trait("Row", "36")]
    public async Task What_is_written_while_their_station_is_killed_arrives_once_and_in_order()
    {
        var room = await evening.OpenAsync(evening.Secretary);
        Assert.Equal(0, (await evening.Adviser.SayAsync(room, Evening.Bytes("before"))).Code);
        Assert.Equal(["before"], await evening.HeardAsync(evening.Secretary, room, 1));
        await evening.Parties.B.Station.KillAsync();
        string[] words = ["one", "two\nlines", "Слово. كلمة. 话 🕊 e\u0301", "\u0001\u0007 and \u202E turned"];
        foreach (var text in words)
            Assert.Equal(0, (await evening.Adviser.SayAsync(room, Evening.Bytes(text))).Code);
        var waiting = await evening.Secretary.SayAsync(room, Evening.Bytes("from the dark"));
        Assert.Equal(0, waiting.Code);
        Assert.Contains("written here", waiting.Output, StringComparison.Ordinal);
        await evening.Parties.B.Station.StartAsync();
        Assert.Equal((string[])["before", .. words], await evening.HeardAsync(evening.Secretary, room, 5));
        Assert.Equal(["from the dark"], await evening.HeardAsync(evening.Adviser, room, 1));
        var ours = (await evening.Secretary.FindAsync(room))!;
        Assert.NotNull(ours.Tag);
        await evening.Adviser.UntilAsync(room, seen => seen.Tag == ours.Tag, "in the same epoch");
    }

    [Fact]
    [Trait("Row", "36")]
    public async Task A_desk_killed_with_words_waiting_sends_them_once_when_it_is_opened_again()
    {
        var room = await evening.OpenAsync(evening.Secretary);
        await evening.Parties.A.Station.KillAsync();
        Assert.Equal(0, (await evening.Adviser.SayAsync(room, Evening.Bytes("kept"))).Code);
        await evening.Adviser.Server.KillAsync();
        Assert.Equal(7, (await evening.Adviser.SayAsync(room, Evening.Bytes("to nobody"))).Code);
        await evening.Parties.A.Station.StartAsync();
        await evening.Adviser.Server.StartAsync();
        Assert.Equal(0, (await evening.Adviser.SayAsync(room, Evening.Bytes("after"))).Code);
        Assert.Equal(["kept", "after"], await evening.HeardAsync(evening.Secretary, room, 2));
    }

    [Fact]
    public async Task What_is_said_in_one_room_is_nowhere_in_another()
    {
        var one = await evening.OpenAsync(evening.Secretary);
        var other = await evening.OpenAsync(evening.Envoy);
        await evening.Adviser.SayAsync(one, Evening.Bytes("for the secretary alone"));
        await evening.Adviser.SayAsync(other, Evening.Bytes("for the envoy alone"));
        Assert.Equal(["for the secretary alone"], await evening.HeardAsync(evening.Secretary, one, 1));
        Assert.Equal(["for the envoy alone"], await evening.HeardAsync(evening.Envoy, other, 1));
        Assert.Null(await evening.Envoy.FindAsync(one));
        Assert.Null(await evening.Secretary.FindAsync(other));
    }

    [Fact]
    public async Task Their_dead_station_is_told_from_ours_and_from_a_refusal()
    {
        var room = await evening.OpenAsync(evening.Secretary);
        await evening.Parties.B.Station.KillAsync();
        await evening.Adviser.SayAsync(room, Evening.Bytes("are you there?")); // else it shows within two minutes
        Assert.Contains("their station unreachable", await LineAsync(evening.Adviser, "not reached"),
            StringComparison.Ordinal);
        Assert.Contains("our station unreachable", await LineAsync(evening.Envoy, "not reached from this desk"),
            StringComparison.Ordinal);
        await evening.Parties.B.Station.StartAsync();
        Assert.Contains(": open.", await LineAsync(evening.Adviser, "nothing of theirs is missing"),
            StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "16")]
    public async Task No_word_is_in_a_stations_folder_or_log()
    {
        const string Marked = "marked-words-of-the-evening-4417";
        var room = await evening.OpenAsync(evening.Secretary);
        await evening.Adviser.SayAsync(room, Evening.Bytes(Marked));
        Assert.Equal([Marked], await evening.HeardAsync(evening.Secretary, room, 1));
        foreach (var party in evening.Parties.Parties)
        {
            var files = Directory.GetFiles(Path.Combine(evening.Folder, party.StationFolder)).Append(party.Station.Log);
            Assert.DoesNotContain(files, file => Holds(file, Marked) || Holds(file, "To keep the line open"));
        }
        var planted = Path.Combine(evening.Folder, "planted");
        await File.WriteAllTextAsync(planted, "x" + Marked, TestContext.Current.CancellationToken);
        Assert.True(Holds(planted, Marked));
    }

    [Fact]
    [Trait("Row", "16")]
    public async Task No_word_is_in_a_stations_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc/PID/mem");
        const string Marked = "marked-words-for-the-memory-of-stations-9031";
        var room = await evening.OpenAsync(evening.Secretary);
        await evening.Adviser.SayAsync(room, Evening.Bytes(Marked));
        Assert.Equal([Marked], await evening.HeardAsync(evening.Secretary, room, 1));
        Assert.SkipUnless(ProcessMemory.MayBeRead(evening.Secretary.Server.ProcessId!.Value),
            "this system lets nobody look into another process");
        Assert.True(ProcessMemory.Holds(evening.Secretary.Server.ProcessId!.Value, Marked), "where it must be found");
        foreach (var party in evening.Parties.Parties)
            Assert.False(ProcessMemory.Holds(party.Station.ProcessId!.Value, Marked), party.Name);
    }

    private static bool Holds(string file, string words) =>
        File.ReadAllBytes(file).AsSpan().IndexOf(Evening.Bytes(words)) >= 0;

    private async Task<string> LineAsync(DeskOnStage desk, string until)
    {
        var said = "";
        for (var patience = 0; patience < 60 && !said.Contains(until, StringComparison.Ordinal); patience++)
        {
            await Task.Delay(500);
            said = await Programs.DoAsync(evening.Folder, "line", "--desk", desk.Folder);
        }
        return said;
    }
}
