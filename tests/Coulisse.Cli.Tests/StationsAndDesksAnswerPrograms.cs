namespace Coulisse.Cli.Tests;

/// <summary>What is made and run is told to programs as to people.</summary>
[Trait("Pace", "slow")]
[Collection("programs")] // One at a time: a program just written is busy while another test forks.
public sealed class StationsAndDesksAnswerPrograms : IDisposable
{
    private readonly Desk folder = OnALine.Lend();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_new_one_tells_its_files_and_the_seal_that_it_takes_for_its_partys()
    {
        var fingerprint = File.ReadAllLines(folder.File("a.pub"))[^1]["Fingerprint: ".Length..];
        foreach (var made in (System.Text.Json.JsonElement[])[OnALine.StationMade, OnALine.DeskMade])
        {
            Assert.Equal(("Aldermark", fingerprint), (made.At("party"), made.At("fingerprint")));
            Assert.True(File.Exists(folder.File(made.At("request")!)));
        }
        Assert.Equal(("north", "https://127.0.0.1:18443"),
            (OnALine.StationMade.At("folder"), OnALine.StationMade.At("address")));
        Assert.True(File.Exists(folder.File(OnALine.DeskMade.At("vault")!)));
        Assert.True(File.Exists(folder.File(OnALine.DeskMade.At("enrolment")!)));
    }

    [Fact]
    public void A_station_tells_its_lines_its_desks_and_where_it_listens()
    {
        using (var station = folder.Start("station", "run", "north", "--listen", "127.0.0.1:0", "--json"))
        {
            var running = Answers.Answer(station.SaysUntil("}\n"));
            Assert.Equal((OnALine.StationMade.At("station"), "Sorvane", "https://station.example:8443", "True"),
                (running.At("station"), running.At("lines.0.with"), running.At("lines.0.theirsAt.0"),
                running.At("lines.0.isInForce")));
            Assert.Equal((OnALine.DeskMade.At("desk"), "Security adviser", "False"),
                (running.At("lines.0.desks.0.desk"), running.At("lines.0.desks.0.office"),
                running.At("lines.0.desks.0.isRecalled")));
            Assert.StartsWith("https://127.0.0.1:", running.At("listensAt.0"), StringComparison.Ordinal);
            Assert.Equal(0, station.Stop());
        }
        File.Delete(folder.File("north/sorvane.recognition"));
        var lacking = folder.Run("station", "check", "north", "--json");
        Assert.Equal(2, lacking.Code);
        var line = Answers.Answer(lacking.Output).GetProperty("lines")[0];
        Assert.Equal(("Recognition", null), (line.At("lacks"), line.At("with")));
        Assert.Contains(line.At("words")!, lacking.Error, StringComparison.Ordinal); // people are told the same
    }

    [Fact]
    public void A_desk_tells_who_it_is_once_it_is_open()
    {
        folder.Write("next", "another passphrase"u8.ToArray());
        File.SetUnixFileMode(folder.File("next"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var changed = folder.Run("desk", "passphrase", "adviser", "--passphrase-file", "words",
            "--new-passphrase-file", "next", "--json").Json();
        Assert.Equal(OnALine.DeskMade.At("vault"), changed.At("file"));
        File.Move(folder.File("next"), folder.File("words"), overwrite: true);
        using var desk = folder.OpenDesk("--json");
        var open = Answers.Answer(desk.SaysUntil("}\n"));
        Assert.Equal((OnALine.DeskMade.At("desk"), "Security adviser", "principal", "Holds", "Sorvane", "adviser"),
            (open.At("desk"), open.At("office"), open.At("mandate"), open.At("force"), open.At("with.0"),
            open.At("folder")));
        Assert.Equal(0, desk.Stop());
    }

    [Fact]
    public void A_further_line_tells_with_whom_it_is_and_where_its_files_are()
    {
        using var parties = new TwoParties();
        var heard = parties.Letter("veldra.letter", "Veldra");
        File.Copy(parties.Aldermark.File("veldra.letter"), folder.File("veldra.letter"));
        Assert.Equal(0, folder.Run("compare", "veldra.letter", "--seal", "a.seal", "--fingerprint", heard).Code);
        folder.Sign("recognise", "veldra.letter");
        string[] line = ["--as", "veldra", "own.letter", "veldra.letter", "veldra.recognition", "--json"];
        var atStation = folder.Run(["station", "add-line", "north", .. line]).Json();
        var atDesk = folder.Run(["desk", "add-line", "adviser", "--passphrase-file", "words", .. line]).Json();
        Assert.Equal(("Aldermark", "Veldra", "north/lines/veldra"),
            (atStation.At("party"), atStation.At("with"), atStation.At("files")));
        Assert.Equal((atStation.At("line"), "adviser/lines/veldra"), (atDesk.At("line"), atDesk.At("files")));
    }
}
