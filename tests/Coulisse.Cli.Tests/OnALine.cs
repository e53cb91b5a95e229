using System.Text.Json;

namespace Coulisse.Cli.Tests;

/// <summary>Aldermark's station <c>north</c> and its desk <c>adviser</c> on a line with Sorvane, made once by the
/// commands that people type, and lent out as they were made.</summary>
internal static class OnALine
{
    private static readonly Lazy<Made> Prepared = new(Prepare);

    private sealed record Made(TwoParties Parties, JsonElement Station, JsonElement Desk);

    /// <summary>What <c>station new --json</c> said.</summary>
    internal static JsonElement StationMade => Prepared.Value.Station;

    /// <summary>What <c>desk new --json</c> said.</summary>
    internal static JsonElement DeskMade => Prepared.Value.Desk;

    /// <summary>A copy of the folder; the caller disposes it.</summary>
    internal static Desk Lend() => new(Prepared.Value.Parties.Aldermark);

    /// <summary>Signs with the seal in the folder.</summary>
    internal static CoulisseProgram.Ended Sign(this Desk folder, params string[] arguments)
    {
        var ended = folder.Run([.. arguments, "--seal", "a.seal", "--passphrase-file", "words"]);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        return ended;
    }

    /// <summary>Opens the desk, without screens.</summary>
    internal static Running OpenDesk(this Desk folder, params string[] more) => folder.Start(["desk", "open", "adviser",
        "--passphrase-file", "words", "--no-screens", "--witness", "witness", .. more]);

    /// <summary>Accredits the desk, from some day on for thirty, and puts that where station and desk look.</summary>
    internal static void Accredit(this Desk folder, string from)
    {
        folder.Sign("accredit", "adviser/desk.request", "--office", "en=Security adviser", "--mandate", "principal",
            "--from", from, "--days", "30", "--out", $"adviser/{from}.accreditation");
        File.Copy(folder.File($"adviser/{from}.accreditation"), folder.File($"north/{from}.accreditation"));
    }

    private static Made Prepare()
    {
        var parties = new TwoParties();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => parties.Dispose();
        var folder = parties.Aldermark;
        var station = folder.Run("station", "new", "north", "--seal", "a.pub", "--address", "https://127.0.0.1:18443",
            "--json").Json();
        var desk = folder.Run("desk", "new", "adviser", "--seal", "a.pub", "--passphrase-file", "words", "--json")
            .Json();
        folder.Sign("accredit", "north/station.request", "--office", "en=Station");
        folder.Sign("accredit", "adviser/desk.request", "--office", "en=Security adviser", "--mandate", "principal");
        folder.Sign("letter", "write", "--station", "north/station.accreditation");
        var heard = parties.Letter("sorvane.letter", "Sorvane", "Envoy");
        Assert.Equal(0, folder.Run("compare", "sorvane.letter", "--seal", "a.seal", "--fingerprint", heard).Code);
        folder.Sign("recognise", "sorvane.letter");
        foreach (var file in (string[])["own.letter", "sorvane.letter", "sorvane.recognition"])
        {
            File.Copy(folder.File(file), folder.File($"north/{file}"));
            File.Copy(folder.File(file), folder.File($"adviser/{file}"));
        }
        foreach (var kind in (string[])["accreditation", "enrolment"])
            File.Copy(folder.File($"adviser/desk.{kind}"), folder.File($"north/adviser.{kind}"));
        return new(parties, station, desk);
    }
}
