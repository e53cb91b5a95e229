using System.Text;
using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>One officer at one desk on two lines, by the commands that people would use: each party has what was said
/// to it, and nothing of the other line.</summary>
[Trait("Pace", "slow")]
public sealed class SeveralLinesByCommand : IAsyncLifetime
{
    private const string ForTheOther = "Between us two: the convoy leaves on Tuesday by the northern bridge.";
    private const string ForTheAlly = "Your minister might say on Monday that the door is open.";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-lines-");
    private TwoParties parties = null!;
    private string withB = "";
    private string withC = "";

    private DeskOnStage Adviser => parties.A.Desks[0];

    private DeskOnStage Secretary => parties.B.Desks[0];

    private DeskOnStage Minister => parties.C!.Desks[0];

    public async ValueTask InitializeAsync()
    {
        parties = await PreparedParties.LendAsync(folder.FullName, withAlly: true);
        await parties.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await parties.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task One_desk_talks_on_two_lines_and_nothing_of_one_is_on_the_other()
    {
        (withB, withC) = (await OpenAsync(Secretary, []), await OpenAsync(Minister, ["--line", "veldra"]));
        await SayAsync(Adviser, withB, ForTheOther);
        await SayAsync(Adviser, withC, ForTheAlly);
        await HeardAsync(Secretary, withB, ForTheOther);
        await HeardAsync(Minister, withC, ForTheAlly);
        await SayAsync(Minister, withC, "Which door?");
        await HeardAsync(Adviser, withC, "Which door?");
        await TheLinesAreToldApartAsync();
        await OtherDesksKnowNothingOfItAsync();
        await NothingIsSaidAcrossLinesAsync();
        await WhatIsConveyedIsShownConfirmedAndRegisteredAsync();
        await ADeskThatIsKilledHasBothAgainAsync();
        NothingCrossed();
    }

    private async Task TheLinesAreToldApartAsync()
    {
        var line = await DoAsync("adviser", "line");
        Assert.Contains("Aldermark and Sorvane: open", line, StringComparison.Ordinal);
        Assert.Contains("Aldermark and Veldra: open", line, StringComparison.Ordinal);
        var rooms = await DoAsync("adviser", "room", "list");
        Assert.Contains($"{withB[..8]}  with Sorvane: Secretary", rooms, StringComparison.Ordinal);
        Assert.Contains($"{withC[..8]}  with Veldra: Foreign minister", rooms, StringComparison.Ordinal);
        await RefusedAsync(6, "Nobody of theirs", "adviser", "room", "open", "--with", "Secretary", "--line", "veldra",
            "--purpose", "p", "--excluded", "e");
        await RefusedAsync(6, "Its lines are with: Sorvane, veldra", "adviser", "room", "open", "--with", "Secretary",
            "--line", "brenholm", "--purpose", "p", "--excluded", "e");
        await RefusedAsync(6, "Nobody, or more than one, is meant", "adviser", "room", "invite", withC, "--whom",
            "Envoy", "--reason", "r"); // who is known on one line is nobody on the other
        await RefusedAsync(6, "no such room", "adviser", "room", "open", "--with", "Foreign minister", "--follows",
            withB, "--why", "w"); // a room of one line is not gone on with on another
    }

    private async Task OtherDesksKnowNothingOfItAsync()
    {
        Assert.DoesNotContain("Veldra", await DoAsync("attache", "line"), StringComparison.Ordinal);
        Assert.DoesNotContain("Veldra", await DoAsync("secretary", "line"), StringComparison.Ordinal);
        Assert.DoesNotContain("Sorvane", await DoAsync("minister", "line"), StringComparison.Ordinal);
        Assert.DoesNotContain("attaché", await DoAsync("minister", "line"), StringComparison.Ordinal);
    }

    private async Task NothingIsSaidAcrossLinesAsync()
    {
        var ended = await Programs.RunAsync(folder.FullName, ["say", withC, "--desk", "adviser"],
            Encoding.UTF8.GetBytes(ForTheOther));
        Assert.Equal(6, ended.Code);
        Assert.Contains("ANOTHER LINE", ended.Error, StringComparison.Ordinal);
        Assert.Contains("Sorvane", ended.Error, StringComparison.Ordinal);
        // A yes is for another room of this line; across lines nothing is said by it.
        ended = await Programs.RunAsync(folder.FullName, ["say", withC, "--this-room", "--desk", "adviser"],
            Encoding.UTF8.GetBytes($"Dear minister, {ForTheOther}"));
        Assert.Equal(6, ended.Code);
        Assert.Contains($"coulisse convey {withB[..8]} --messages 1 --to {withC[..8]}", ended.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain(await Adviser.ReadAsync(withC), message => message.Text.Contains("convoy",
            StringComparison.Ordinal));
    }

    private async Task WhatIsConveyedIsShownConfirmedAndRegisteredAsync()
    {
        string[] convey = ["convey", withB, "--messages", "1", "--to", withC, "--desk", "adviser"];
        foreach (var typed in (string[])["", "yes", "Sorvane"])
        {
            var not = await Programs.RunAsync(folder.FullName, convey, Encoding.UTF8.GetBytes(typed));
            Assert.Equal(6, not.Code);
            Assert.Contains("what was typed is not the name", not.Error, StringComparison.Ordinal);
        }
        Assert.Contains("Nothing was conveyed", await DoAsync("adviser", "conveyed"), StringComparison.Ordinal);
        var asked = await Programs.RunAsync(folder.FullName, convey, "Veldra\n"u8.ToArray());
        Assert.Equal(6, asked.Code); // who confirms the reader has not said that the terms may be broken
        Assert.Contains("by the terms of that room, quoted where both have agreed to the passage", asked.Error,
            StringComparison.Ordinal);
        Assert.Contains("Nothing was conveyed", await DoAsync("adviser", "conveyed"), StringComparison.Ordinal);
        var done = await Programs.RunAsync(folder.FullName, [.. convey, "--against-terms"], "Veldra\n"u8.ToArray());
        Assert.True(done.Code == 0, done.Error);
        foreach (var shown in (string[])[ForTheOther, "with Sorvane: Secretary", "with Veldra: Foreign minister",
            "It CROSSES from the line with Sorvane to the line with Veldra", "excluded: Settling the conflict"])
            Assert.Contains(shown, done.Error, StringComparison.Ordinal);
        await HeardAsync(Minister, withC, ForTheAlly, ForTheOther);
        var register = await DoAsync("adviser", "conveyed");
        Assert.Contains($"messages 1 of room {withB[..8]} (Sorvane), as message 3 of room {withC[..8]} (Veldra), by "
            + "Aldermark: Security adviser, AGAINST THE TERMS (quoted where both have agreed", register,
            StringComparison.Ordinal);
        await RefusedAsync(6, "no message of one of those numbers", "adviser", "convey", withB, "--messages", "99",
            "--to", withC);
        var told = await Programs.RunAsync(folder.FullName, ["told", "--desk", "adviser"], "convoy"u8.ToArray());
        Assert.Contains("told Sorvane: Secretary", told.Output, StringComparison.Ordinal);
        Assert.Contains("told Veldra: Foreign minister", told.Output, StringComparison.Ordinal);
        Assert.Contains("Said alike in several places", told.Output, StringComparison.Ordinal);
    }

    private async Task ADeskThatIsKilledHasBothAgainAsync()
    {
        await Adviser.Server.KillAsync();
        await Adviser.Server.StartAsync();
        await SayAsync(Secretary, withB, "Tuesday will do.");
        await SayAsync(Minister, withC, "I shall say it.");
        await HeardAsync(Adviser, withB, "Tuesday will do.");
        await HeardAsync(Adviser, withC, "Which door?", "I shall say it.");
        foreach (var room in (string[])[withB, withC])
            Assert.Contains("each as its author's chain has it", await DoAsync("adviser", "room", "verify", room),
                StringComparison.Ordinal);
        await Adviser.Server.StopAsync();
        File.Move(Path.Combine(folder.FullName, "adviser", "sorvane.letter"), Path.Combine(folder.FullName, "kept"));
        foreach (var name in (string[])["sorvane.recognition", "lines/veldra/veldra.letter",
            "lines/veldra/veldra.recognition"])
            File.Move(Path.Combine(folder.FullName, "adviser", name),
                Path.Combine(folder.FullName, name.StartsWith("lines", StringComparison.Ordinal)
                    ? $"adviser/{Path.GetFileName(name)}" : "kept2"));
        Directory.Delete(Path.Combine(folder.FullName, "adviser", "lines"), recursive: true);
        var ended = await Programs.RunAsync(folder.FullName,
            ["desk", "open", "adviser", "--passphrase-file", "passphrase", "--no-screens"]);
        Assert.Contains("first line of this desk was with another party", ended.Error, StringComparison.Ordinal);
    }

    // Every bundle that A's station sent, by the line that it is of: no name and no word of the other line is in one.
    private void NothingCrossed()
    {
        var all = Directory.GetFiles(Path.Combine(folder.FullName, parties.A.Bundles)).Concat(
            Directory.GetFiles(Path.Combine(folder.FullName, parties.C!.Bundles)))
            .Concat(Directory.GetFiles(Path.Combine(folder.FullName, parties.C.StationFolder)))
            .Select(File.ReadAllBytes).ToList();
        var (roomB, roomC) = (Convert.FromHexString(withB), Convert.FromHexString(withC));
        Assert.Contains(all, file => Has(file, roomB));
        Assert.Contains(all, file => Has(file, roomC)); // the scanner finds what is there
        Assert.DoesNotContain(all, file => Has(file, roomB) && Has(file, roomC));
        foreach (var file in Directory.GetFiles(Path.Combine(folder.FullName, parties.C.StationFolder))
            .Concat(Directory.GetFiles(Path.Combine(folder.FullName, "minister"), "*.vault*")))
            Assert.False(Has(File.ReadAllBytes(file), roomB), file);
        foreach (var file in Directory.GetFiles(Path.Combine(folder.FullName, parties.B.StationFolder)))
            Assert.False(Has(File.ReadAllBytes(file), roomC), file);
        foreach (var words in (string[])[ForTheOther, ForTheAlly])
            Assert.DoesNotContain(all, file => Has(file, Encoding.UTF8.GetBytes(words)));
    }

    private static bool Has(byte[] file, byte[] what) => file.AsSpan().IndexOf(what) >= 0;

    private async Task<string> OpenAsync(DeskOnStage with, string[] more)
    {
        var opened = await DoAsync("adviser", ["room", "open", "--with", with.Office, .. more, "--json", "--purpose",
            "To keep the line open", "--excluded", "Settling the conflict"]);
        using var answer = System.Text.Json.JsonDocument.Parse(opened);
        var room = answer.RootElement.GetProperty("room").GetString()!;
        await Adviser.OpensWithAsync(with, room);
        return room;
    }

    private static async Task SayAsync(DeskOnStage desk, string room, string words)
    {
        var ended = await desk.SayAsync(room, Encoding.UTF8.GetBytes(words));
        Assert.True(ended.Code == 0, ended.Error);
    }

    private static async Task HeardAsync(DeskOnStage desk, string room, params string[] words)
    {
        string[] heard = [];
        for (var patience = 0; patience < 100 && heard.Length < words.Length; patience++)
        {
            await Task.Delay(patience == 0 ? 0 : 200, TestContext.Current.CancellationToken);
            heard = [.. (await desk.ReadAsync(room)).Where(message => !message.IsOurs).Select(message => message.Text)];
        }
        Assert.Equal(words, heard);
    }

    private async Task<string> DoAsync(string desk, params string[] arguments)
    {
        var ended = await Programs.RunAsync(folder.FullName, [.. arguments, "--desk", desk]);
        Assert.True(ended.Code == 0, $"{string.Join(' ', arguments)}: {ended.Error}");
        return ended.Output;
    }

    private async Task RefusedAsync(int code, string sentence, string desk, params string[] arguments)
    {
        var ended = await Programs.RunAsync(folder.FullName, [.. arguments, "--desk", desk]);
        Assert.Contains(sentence, ended.Error, StringComparison.Ordinal);
        Assert.Equal(code, ended.Code);
    }
}
