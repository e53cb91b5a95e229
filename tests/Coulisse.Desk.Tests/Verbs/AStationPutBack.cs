using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>A station's file is put back from a copy, by the commands that its keeper would use: what was written after
/// the copy comes back, each word once; what nobody has any more is given up by a person alone.</summary>
[Trait("Pace", "slow")]
public sealed class AStationPutBack : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-flood-");
    private TwoParties parties = null!;
    private string room = "";

    private DeskOnStage Adviser => parties.A.Desks[0];

    private DeskOnStage Secretary => parties.B.Desks[0];

    public async ValueTask InitializeAsync()
    {
        parties = await PreparedParties.LendAsync(folder.FullName);
        await parties.StartAsync();
        room = await Adviser.OpenRoomAsync(Secretary.Office, "To keep the line open", "Settling the conflict");
        await Adviser.OpensWithAsync(Secretary, room);
        await SayAsync(Adviser, "before the copy");
        await HeardAsync(Secretary, "before the copy");
    }

    public async ValueTask DisposeAsync()
    {
        await parties.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    [Trait("Row", "8")]
    public async Task What_was_written_after_the_copy_comes_back_each_word_once()
    {
        var copy = await CopyAsync(parties.A);
        await SayAsync(Adviser, "after the copy");
        await HeardAsync(Secretary, "before the copy", "after the copy");
        await SayAsync(Secretary, "an answer");
        await HeardAsync(Adviser, "an answer");
        await parties.B.Station.KillAsync();
        await SayAsync(Adviser, "in the dark");

        await PutBackAsync(parties.A, copy);
        await SayAsync(Adviser, "while it waits");
        await UntilLineSaysAsync("It waits for their station's answer");
        await parties.B.Station.StartAsync();
        await HeardAsync(Secretary, "before the copy", "after the copy", "in the dark", "while it waits");
        await SayAsync(Secretary, "another answer");
        await HeardAsync(Adviser, "an answer", "another answer");
        await UntilLineSaysAsync("Our station says that it heard theirs");
        foreach (var desk in (DeskOnStage[])[Adviser, Secretary])
            Assert.Contains("each as its author's chain has it", await DoAsync(desk, "room", "verify", room),
                StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "8")]
    public async Task What_nobody_has_any_more_is_waited_for_until_a_person_gives_it_up()
    {
        var copies = (await CopyAsync(parties.A), await CopyAsync(parties.B));
        await SayAsync(Adviser, "on both stations, and lost with them");
        await HeardAsync(Secretary, "before the copy", "on both stations, and lost with them");
        await UntilRungAsync("on their desk");

        await PutBackAsync(parties.A, copies.Item1);
        await PutBackAsync(parties.B, copies.Item2);
        await SayAsync(Adviser, "after the flood");
        await UntilLineSaysAsync("--give-up-missing");
        foreach (var party in parties.Parties)
        {
            Assert.Equal(0, await party.Station.StopAsync());
            await party.Station.StartAsync("--give-up-missing");
        }
        await HeardAsync(Secretary, "before the copy", "on both stations, and lost with them", "after the flood");
        await SayAsync(Secretary, "and an answer");
        await HeardAsync(Adviser, "and an answer");
    }

    private string FileOf(Party party) => Path.Combine(folder.FullName, party.StationFolder, "station.db");

    private async Task<byte[]> CopyAsync(Party party)
    {
        Assert.Equal(0, await party.Station.StopAsync());
        var copy = await File.ReadAllBytesAsync(FileOf(party), TestContext.Current.CancellationToken);
        await party.Station.StartAsync();
        return copy;
    }

    private async Task PutBackAsync(Party party, byte[] copy)
    {
        Assert.Equal(0, await party.Station.StopAsync());
        foreach (var beside in (string[])["", "-wal", "-shm"])
            File.Delete(FileOf(party) + beside);
        await File.WriteAllBytesAsync(FileOf(party), copy, TestContext.Current.CancellationToken);
        await party.Station.StartAsync("--restored");
    }

    private async Task SayAsync(DeskOnStage desk, string words) =>
        Assert.Equal(0, (await desk.SayAsync(room, Evening.Bytes(words))).Code);

    private async Task HeardAsync(DeskOnStage desk, params string[] words)
    {
        string[] heard = [];
        for (var patience = 0; patience < 200 && heard.Length < words.Length; patience++)
        {
            await Task.Delay(300);
            heard = [.. (await desk.ReadAsync(room)).Where(message => !message.IsOurs).Select(message => message.Text)];
        }
        Assert.Equal(words, heard);
    }

    private async Task UntilRungAsync(string rung)
    {
        for (var patience = 0; patience < 100; patience++)
        {
            if ((await Adviser.ReadAsync(room)).Last().Rung == rung)
                return;
            await Task.Delay(300);
        }
        Assert.Fail($"The last message has not come to be {rung}: {(await Adviser.ReadAsync(room)).Last().Rung}");
    }

    private async Task UntilLineSaysAsync(string words)
    {
        var said = "";
        for (var patience = 0; patience < 200; patience++)
        {
            said = await DoAsync(Adviser, "line");
            if (said.Contains(words, StringComparison.Ordinal))
                return;
            await Task.Delay(300);
        }
        Assert.Fail($"The line never said \"{words}\"; it says: {said}");
    }

    private Task<string> DoAsync(DeskOnStage desk, params string[] arguments) =>
        Programs.DoAsync(folder.FullName, [.. arguments, "--desk", desk.Folder]);
}
