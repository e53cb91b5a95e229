using System.Text;
using System.Text.Json;
using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>A caucus by the verbs alone: its people speak, dissent and approve, and the other side's station has
/// nothing of it.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(NextEvening))]
public sealed class ACaucusByCommand(Evening evening) : ByCommand(evening)
{
    private const string Draft = "We could open the northern bridge for lorries from Friday on.";
    private string caucus = "";
    private string plenary = "";

    private DeskOnStage Attache => Evening.Parties.A.Desks[1];

    [Fact]
    public async Task Its_people_confer_and_only_what_they_approved_crosses_once()
    {
        plenary = await Evening.OpenAsync(Evening.Secretary);
        await Evening.Secretary.SayAsync(plenary, Evening.Bytes("The bridge stays closed."));
        Assert.Single(await Evening.HeardAsync(Evening.Adviser, plenary, 1));
        await ItIsOpenedByOurOwnAloneAsync();
        await WordsOfItDoNotGoToARoomOfBothSidesByMistakeAsync();
        await TheyRemarkVoteAndDissentAsync();
        await OnlyWhatWasApprovedCrossesAsync();
        await ItTakesWhomTheRuleNamesAndCrossesIntoOneRoomAsync();
        await WhoIsPutOutReadsNoMoreAsync();
        await WrongThingsGetASentenceAsync();
        NothingOfItIsAtTheOtherSide();
    }

    private async Task ItIsOpenedByOurOwnAloneAsync()
    {
        Assert.Contains("No caucus", await DoAsync("attache", null, "caucus", "list"), StringComparison.Ordinal);
        using (var opened = JsonDocument.Parse(await DoAsync("adviser", null, "caucus", "open", "--with", "attaché",
            "--purpose", "What we may give", "--json")))
            caucus = opened.RootElement.GetProperty("room").GetString()!;
        await Attache.UntilAsync(caucus, seen => seen.Status == "Invited", "asked in");
        await Evening.Parties.B.Station.KillAsync(); // nobody of theirs is needed
        await DoAsync("attache", null, "caucus", "accept", caucus[..6]);
        await Evening.Adviser.UntilAsync(caucus, seen => seen.Status == "Open", "open");
        await Attache.UntilAsync(caucus, seen => seen.Status == "Open", "open");
        await Evening.Parties.A.Station.KillAsync();
        Assert.StartsWith("OWN SIDE Message 1", await DoAsync("adviser", Draft, "say", caucus, "--wait", "0"),
            StringComparison.Ordinal);
        await Attache.Server.KillAsync();
        await Evening.Parties.A.Station.StartAsync();
        await Evening.Parties.B.Station.StartAsync();
        await Attache.Server.StartAsync();
        await UntilReadAsync("attache", caucus, Draft);
        Assert.StartsWith("OWN SIDE ", await DoAsync("attache", null, "read", caucus), StringComparison.Ordinal);
        Assert.Contains("OWN SIDE " + caucus[..8], await DoAsync("attache", null, "caucus", "list"),
            StringComparison.Ordinal);
        Assert.DoesNotContain(caucus[..8], await DoAsync("attache", null, "room", "list"), StringComparison.Ordinal);
        Assert.DoesNotContain(caucus[..8], await DoAsync("secretary", null, "caucus", "list"),
            StringComparison.Ordinal);
        await UntilAsync("adviser", "on our desks", "read", caucus);
    }

    private async Task WordsOfItDoNotGoToARoomOfBothSidesByMistakeAsync()
    {
        var why = await RefusedAsync("adviser", 6, Draft, "say", plenary);
        Assert.Contains($"message 1 of a caucus of our own side, {caucus[..8]}, and here the other side reads", why,
            StringComparison.Ordinal);
        Assert.DoesNotContain(await Evening.Adviser.ReadAsync(plenary), one => one.IsOurs);
        await DoAsync("adviser", "The bridge stays closed, they say.", "say", caucus); // theirs, among ourselves
    }

    private async Task TheyRemarkVoteAndDissentAsync()
    {
        var theirs = (await Evening.Adviser.ReadAsync(plenary)).Single(one => !one.IsOurs).Order;
        await DoAsync("adviser", "A bluff: they need the road.", "caucus", "remark", caucus, "--to", $"{theirs}",
            "--in", plenary[..8]);
        await UntilReadAsync("attache", caucus, "A bluff: they need the road.");
        var remark = (await Attache.ReadAsync(caucus)).Last().Order;
        await DoAsync("attache", "It is not.", "caucus", "remark", caucus, "--to", $"{remark}");
        await DoAsync("attache", null, "caucus", "vote", caucus, "--to", $"{remark}", "--vote", "-1");
        await DoAsync("attache", "This contact should not be held.", "caucus", "dissent", caucus);
        await DoAsync("attache", "I would not have let this stand.", "caucus", "dissent", caucus, "--to", $"{remark}");
        var state = await UntilAsync("adviser", "I would not have let", "talk-state", caucus);
        foreach (var part in (string[])["OWN SIDE: nobody of the other side", $"Remarks on message {theirs} of room "
            + $"{plenary[..8]}, “The bridge stays closed.”", "    1  (", "A bluff: they need the road.  [-1: ",
            "Naval attaché -1]", "    1.1  (", "It is not.", "from holding the contact at all: This contact should"])
            Assert.Contains(part, state, StringComparison.Ordinal);
    }

    private async Task OnlyWhatWasApprovedCrossesAsync()
    {
        await DoAsync("adviser", null, "caucus", "rule", caucus, "--room", plenary[..8]);
        await UntilAsync("attache", "needs approval here", "talk-state", caucus);
        const string Words = "Our answer comes on Thursday.";
        Assert.Contains("needs the approval of a caucus of our own side, " + caucus[..8],
            await RefusedAsync("adviser", 6, Words, "say", plenary), StringComparison.Ordinal);
        await RefusedAsync("adviser", 6, null, "room", "amend", plenary, "--purpose", "Something else", "--reason", "");
        var digits = (await DoAsync("adviser", "The bridge\n\nIt opens on Sunday.", "record", "propose", plenary))
            .TrimEnd().Split(' ')[^1];
        Assert.Contains("needs the approval of a caucus", await RefusedAsync("adviser", 6, null, "record", "sign",
            plenary, digits), StringComparison.Ordinal);
        Assert.Contains("nothing of it is put on record", await RefusedAsync("adviser", 6, "A", "record", "propose",
            caucus, "--messages", "1"), StringComparison.Ordinal);
        Assert.Contains("or copied", await RefusedAsync("adviser", 6, null, "export", caucus, "--for", "a colleague",
            "--to", "caucus.txt"), StringComparison.Ordinal);
        Assert.DoesNotContain(await Evening.Adviser.ReadAsync(plenary), one => one.IsOurs);
        await DoAsync("adviser", null, "caucus", "ask", caucus, "--this-room");
        await UntilReadAsync("attache", caucus, Words);
        var asked = (await Attache.ReadAsync(caucus)).Last().Order;
        await UntilAsync("adviser", "Approval, Asked", "talk-state", caucus);
        var own = (await Evening.Adviser.ReadAsync(caucus)).Last().Order;
        Assert.Contains("another person of ours", await RefusedAsync("adviser", 6, null, "caucus", "approve", caucus,
            "--to", $"{own}"), StringComparison.Ordinal);
        await DoAsync("attache", null, "caucus", "approve", caucus, "--to", $"{asked}");
        await UntilAsync("adviser", "Approval, Accepted", "talk-state", caucus);
        await RefusedAsync("adviser", 6, Words + "!", "say", plenary);
        await DoAsync("adviser", Words, "say", plenary);
        await RefusedAsync("adviser", 6, Words, "say", plenary, "--again");
        await UntilAsync("attache", "Approval, Crossed", "talk-state", caucus);
        Assert.Equal([Words], await Evening.HeardAsync(Evening.Secretary, plenary, 1));
        var rule = (await Evening.Adviser.ReadAsync(caucus)).First(one => one.Act?.Contains("needs approval",
            StringComparison.Ordinal) == true).Order;
        await DoAsync("adviser", null, "caucus", "lift", caucus, "--to", $"{rule}");
        await UntilAsync("adviser", "Rule, Withdrawn", "talk-state", caucus);
        await DoAsync("adviser", "And this needs nobody.", "say", plenary);
    }

    private async Task ItTakesWhomTheRuleNamesAndCrossesIntoOneRoomAsync()
    {
        const string Words = "We come on Saturday.";
        var second = await Evening.OpenAsync(Evening.Secretary);
        await DoAsync("adviser", null, "caucus", "rule", caucus, "--room", plenary[..8], "--by", "principal");
        await UntilAsync("attache", "needs approval here, by principal", "talk-state", caucus);
        Assert.Contains("for this room, by principal,", await RefusedAsync("adviser", 6, Words, "say", plenary),
            StringComparison.Ordinal);
        await DoAsync("adviser", Words, "caucus", "ask", caucus, "--of", "principal,duty officer");
        await UntilReadAsync("attache", caucus, Words);
        Assert.Contains("another mandate approves what is said in that room: principal.", await RefusedAsync("attache",
            6, null, "caucus", "approve", caucus, "--to", $"{(await Attache.ReadAsync(caucus)).Last().Order}"),
            StringComparison.Ordinal);
        var before = (await Evening.Adviser.ReadAsync(caucus)).Last().Order;
        await DoAsync("attache", Words, "caucus", "ask", caucus, "--room", plenary[..8]); // which it is not in
        await Evening.Adviser.UntilAsync(caucus, seen => seen.Messages > before, "asked");
        var asked = (await Evening.Adviser.ReadAsync(caucus)).Last();
        await DoAsync("adviser", null, "caucus", "approve", caucus, "--to", $"{asked.Order}");
        await DoAsync("adviser", null, "caucus", "rule", caucus, "--room", second[..8]);
        await UntilAsync("adviser", "needs approval here, by principal or duty officer", "talk-state", caucus);
        Assert.Contains("for this room, by principal or duty officer,",
            await RefusedAsync("adviser", 6, Words, "say", second), StringComparison.Ordinal);
        await DoAsync("adviser", Words, "say", plenary);
        await UntilReadAsync("secretary", plenary, Words);
        var told = await DoAsync("adviser", null, "talk-state", caucus, "--json");
        Assert.Contains("\"choice\":\"Principal, DutyOfficer\"", told, StringComparison.Ordinal);
        foreach (var rule in (await Evening.Adviser.ReadAsync(caucus)).Where(one => one.Act?.Contains(
            "needs approval here", StringComparison.Ordinal) == true).Skip(1))
            await DoAsync("adviser", null, "caucus", "lift", caucus, "--to", $"{rule.Order}");
        await DoAsync("adviser", "Nobody has to say yes to this.", "say", second);
    }

    private async Task WhoIsPutOutReadsNoMoreAsync()
    {
        await DoAsync("adviser", null, "caucus", "recall", caucus, "--whom", "attaché", "--reason", "enough");
        await Attache.UntilAsync(caucus, seen => seen.Status == "Left", "put out");
        await DoAsync("adviser", "alone now", "say", caucus);
        await DoAsync("adviser", null, "caucus", "invite", caucus, "--whom", "attaché");
        await Attache.UntilAsync(caucus, seen => seen.Status == "Invited", "asked in again");
        await DoAsync("attache", null, "caucus", "accept", caucus);
        await Attache.UntilAsync(caucus, seen => seen.Status == "Open", "in again");
        Assert.DoesNotContain(await Attache.ReadAsync(caucus), one => one.Text == "alone now");
    }

    private async Task WrongThingsGetASentenceAsync()
    {
        (int Code, string Words, string[] Verb)[] all =
        [
            (6, "nobody but our own people", ["open", "--with", "Secretary", "--purpose", "By mistake"]),
            (6, "That is this desk itself", ["open", "--with", "Security adviser", "--purpose", "By mistake"]),
            (6, "one of both sides", ["invite", plenary, "--whom", "attaché"]),
            (6, "one of both sides", ["leave", plenary]),
            (6, "nobody but our own people", ["invite", caucus, "--whom", "Secretary"]),
            (6, "is so, or is proposed already", ["invite", caucus, "--whom", "attaché"]),
            (6, "no such room", ["show", "ffff0000"]),
            (64, "+1, 0 or -1", ["vote", caucus, "--to", "1", "--vote", "7"]),
            (64, "--to NUMBER", ["approve", caucus]),
            (6, "That is a caucus too", ["rule", caucus, "--room", caucus]),
            (64, "Whose yes is needed", ["ask", caucus, "--room", plenary, "--of", "minister", "--file", "passphrase"]),
            (64, "Say for which room", ["ask", caucus, "--file", "passphrase"]),
            (64, "Say for which room", ["ask", caucus, "--room", caucus, "--file", "passphrase"]),
            (64, "Whose yes is needed", ["rule", caucus, "--room", plenary, "--by", "minister"]),
            (64, "--purpose", ["open", "--with", "attaché"]),
        ];
        foreach (var (code, words, verb) in all)
            Assert.Contains(words, await RefusedAsync("adviser", code, null, ["caucus", .. verb]),
                StringComparison.Ordinal);
        Assert.Contains("The other side is not in this room", await RefusedAsync("adviser", 6,
            "what: the road\nby: minister\ndue: 2099-05-09 18:00 Europe/Zurich", "commitment", "make", caucus),
            StringComparison.Ordinal);
    }

    // Every bundle as it was before TLS, and all that the other station keeps.
    private void NothingOfItIsAtTheOtherSide()
    {
        var files = Directory.GetFiles(Path.Combine(Evening.Folder, Evening.Parties.A.Bundles))
            .Concat(Directory.GetFiles(Path.Combine(Evening.Folder, Evening.Parties.B.StationFolder))).ToList();
        Assert.Contains(files, file => Has(file, Convert.FromHexString(plenary)));
        Assert.DoesNotContain(files, file => Has(file, Convert.FromHexString(caucus)));
        Assert.DoesNotContain(files, file => Has(file, Encoding.UTF8.GetBytes(Draft)));
        Assert.Contains(Directory.GetFiles(Path.Combine(Evening.Folder, Evening.Parties.A.StationFolder)),
            file => Has(file, Convert.FromHexString(caucus)));
    }

    private static bool Has(string file, byte[] bytes)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var all = new MemoryStream();
        open.CopyTo(all);
        return all.ToArray().AsSpan().IndexOf(bytes) >= 0;
    }

    private Task<string> UntilReadAsync(string desk, string room, string words) =>
        UntilAsync(desk, words, "read", room);

    private Task<string> UntilAsync(string desk, string words, params string[] verb) =>
        UntilAsync(desk, verb, [words]);

    private async Task<string> RefusedAsync(string desk, int code, string? words, params string[] arguments)
    {
        var ended = await RunAsync(desk, words, arguments);
        Assert.True(ended.Code == code, $"{string.Join(' ', arguments)}: {ended.Code} {ended.Error}{ended.Output}");
        return ended.Error;
    }
}
