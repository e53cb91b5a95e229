using Coulisse.Stage;
using Microsoft.Data.Sqlite;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>Whatever a tired person types: one sentence that says what to do, an exit code, and nothing lost.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class WrongThingsGetASentence(Evening evening)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(6, "no such room", "read", "ffffffff", "--desk", "adviser")]
    [InlineData(6, "no such room", "talk", "ffffffff", "--desk", "adviser")]
    [InlineData(7, "No desk is open in nowhere", "line", "--desk", "nowhere")]
    [InlineData(6, "Secretary of the Security Council", "room", "open", "--with", "Nobody", "--purpose", "p",
        "--excluded", "e", "--desk", "adviser")]
    [InlineData(8, "is open already", "desk", "open", "adviser", "--passphrase-file", "passphrase")]
    [InlineData(8, "the file itself is whole", "desk", "open", "spare", "--passphrase-file", "wrong")]
    [InlineData(2, "not accredited yet", "desk", "open", "unaccredited", "--passphrase-file", "passphrase")]
    [InlineData(2, "letter of credence", "desk", "open", "fresh", "--passphrase-file", "passphrase")]
    [InlineData(2, "does not exist", "desk", "open", "nowhere", "--passphrase-file", "passphrase")]
    [InlineData(5, "is there already", "desk", "new", "adviser", "--seal", "aldermark.pub", "--passphrase-file",
        "passphrase")]
    [InlineData(2, "ends in .pub", "desk", "new", "another", "--seal", "sorvane.recognition", "--passphrase-file",
        "passphrase")]
    [InlineData(5, "running on this folder already", "station", "run", "aldermark-station", "--listen", "127.0.0.1:1")]
    [InlineData(2, "no station's folder", "station", "run", "adviser")]
    [InlineData(64, "https://host", "station", "new", "south", "--seal", "aldermark.pub", "--address", "ftp://x")]
    [InlineData(64, "127.0.0.1:8443", "station", "run", "aldermark-station", "--listen", "here")]
    [InlineData(64, "See: coulisse --help", "say", "--nonsense")]
    [InlineData(64, "first digits", "read", "the-room", "--desk", "adviser")]
    public async Task So_it_says_what_to_do(int code, string words, params string[] arguments)
    {
        await PrepareAsync();
        var ended = await Programs.RunAsync(evening.Folder, arguments);
        Assert.Equal(code, ended.Code);
        Assert.Contains(words, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at Coulisse", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_said_is_refused_and_the_room_is_as_it_was()
    {
        var room = await evening.OpenAsync(evening.Secretary);
        Assert.Contains("is empty", await RefusedAsync(6, room, []), StringComparison.Ordinal);
        Assert.Contains("UTF-8", await RefusedAsync(64, room, [0xc3, 0x28]), StringComparison.Ordinal);
        Assert.Contains("larger than 61440", await RefusedAsync(2, room, new byte[61_441]), StringComparison.Ordinal);
        Assert.Contains("routine, priority, immediate or flash",
            (await evening.Adviser.SayAsync(room, Evening.Bytes("x"), "urgent")).Error, StringComparison.Ordinal);
        var unopened = await evening.Adviser.OpenRoomAsync("Envoy", "p", "e");
        Assert.Contains("Not now", await RefusedAsync(6, unopened, Evening.Bytes("too soon")),
            StringComparison.Ordinal);
        var most = new byte[61_440];
        Array.Fill(most, (byte)'m');
        Assert.Equal(0, (await evening.Adviser.SayAsync(room, most)).Code);
        Assert.Equal([new string('m', 61_440)], await evening.HeardAsync(evening.Secretary, room, 1));
    }

    [Fact]
    public async Task A_vault_that_somebody_wrote_into_is_said_to_be_changed_and_stays_closed()
    {
        var folder = Path.Combine(evening.Folder, "written");
        await Programs.DoAsync(evening.Folder, "desk", "new", "written", "--seal", "aldermark.pub",
            "--passphrase-file", "passphrase");
        using (var vault = new SqliteConnection($"Data Source={folder}/desk.vault;Pooling=False"))
        {
            vault.Open();
            using var command = vault.CreateCommand();
            command.CommandText = "UPDATE row SET record = zeroblob(length(record))";
            command.ExecuteNonQuery();
        }
        var ended = await Programs.RunAsync(evening.Folder,
            ["desk", "open", "written", "--passphrase-file", "passphrase"]);
        Assert.Equal(8, ended.Code);
        Assert.Contains("changed by somebody", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_desk_or_stations_keys_is_open_to_another_account()
    {
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        foreach (var file in (string[])["adviser/desk.vault", "adviser/desk.socket", "aldermark-station/station.keys"])
            Assert.Equal(Owner, File.GetUnixFileMode(Path.Combine(evening.Folder, file)));
        foreach (var folder in (string[])["adviser", "aldermark-station"])
            Assert.Equal(Owner | UnixFileMode.UserExecute,
                File.GetUnixFileMode(Path.Combine(evening.Folder, folder)));
    }

    [Fact]
    public async Task A_taken_port_is_said()
    {
        var address = (await File.ReadAllLinesAsync(Path.Combine(evening.Folder, "aldermark-station",
            "station.request"), Cancel)).First(line => line.Contains("https://",
                StringComparison.Ordinal)).Split("https://")[1];
        await evening.Parties.B.Station.StopAsync();
        var ended = await Programs.RunAsync(evening.Folder, ["station", "run", "sorvane-station", "--listen", address]);
        Assert.Equal(7, ended.Code);
        Assert.Contains("port is taken", ended.Error, StringComparison.Ordinal);
        await evening.Parties.B.Station.StartAsync();
    }

    [Fact]
    public async Task Told_to_stop_they_end_in_order()
    {
        Assert.Equal(0, await evening.Envoy.Server.StopAsync());
        Assert.Equal(0, await evening.Parties.B.Station.StopAsync());
        await evening.Parties.B.Station.StartAsync();
        await evening.Envoy.Server.StartAsync();
    }

    private async Task<string> RefusedAsync(int code, string room, byte[] words)
    {
        var ended = await evening.Adviser.SayAsync(room, words);
        Assert.Equal(code, ended.Code);
        return ended.Error;
    }

    private async Task PrepareAsync()
    {
        if (Directory.Exists(Path.Combine(evening.Folder, "fresh")))
            return;
        await File.WriteAllTextAsync(Path.Combine(evening.Folder, "wrong"), "nine grey herons at low tide\n", Cancel);
        File.SetUnixFileMode(Path.Combine(evening.Folder, "wrong"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        foreach (var name in (string[])["spare", "unaccredited", "fresh"])
            await Programs.DoAsync(evening.Folder, "desk", "new", name, "--seal", "aldermark.pub", "--passphrase-file",
                "passphrase");
        foreach (var file in Directory.GetFiles(Path.Combine(evening.Folder, "adviser"), "*.letter")
            .Concat(Directory.GetFiles(Path.Combine(evening.Folder, "adviser"), "*.recognition")))
            File.Copy(file, Path.Combine(evening.Folder, "unaccredited", Path.GetFileName(file)));
    }
}
