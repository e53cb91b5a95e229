using System.Text.Json;
using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>One adviser with two opposite numbers: what was said to one does not go to the other by mistake.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(Evening))]
public sealed class TheWrongRoomByCommand(Evening evening)
{
    private const string Movement = "Two of our patrol boats go out on Thursday night and come back before dawn.";
    private string defence = "";
    private string finance = "";

    [Fact]
    public async Task Words_of_one_room_are_asked_about_before_they_go_into_another()
    {
        (defence, finance) = (await evening.OpenAsync(evening.Secretary), await evening.OpenAsync(evening.Envoy));
        await DoAsync(Movement, "say", defence);
        await WordsAreStoppedAndSaidWithoutBeingTypedAgainAsync();
        await AnActIsStoppedAsWellAsync();
        await WhoeverTypesLinesAnswersByTheSameLineAsync();
        await WhatIsBegunInARoomAndNotSaidIsAskedAboutInAnotherAsync();
        await AReasonIsAskedAboutAsAnyOtherWordsAreAsync();
        await ApprovalForAnotherRoomIsNoneForThisOneAsync();
        Assert.Equal(Movement, (await evening.HeardAsync(evening.Secretary, defence, 1))[0]);
        var heard = await evening.HeardAsync(evening.Envoy, finance, 5);
        Assert.Equal([Movement, $"Dear colleague, {Movement}"],
            heard.Where(text => text.EndsWith(Movement, StringComparison.Ordinal)));
    }

    private async Task WordsAreStoppedAndSaidWithoutBeingTypedAgainAsync()
    {
        Assert.Contains("none were stopped", (await StoppedAsync(64, null, "say", finance, "--this-room")),
            StringComparison.Ordinal);
        var why = await StoppedAsync(6, Movement, "say", finance, "--precedence", "flash");
        Assert.Contains($"message 1 of another room, {defence[..8]} with ", why, StringComparison.Ordinal);
        Assert.Empty(await evening.Adviser.ReadAsync(finance));
        Assert.Contains("is ", await DoAsync(null, "say", finance, "--this-room"), StringComparison.Ordinal);
        Assert.Equal(Movement, Assert.Single(await evening.Adviser.ReadAsync(finance)).Text);
        await StoppedAsync(64, null, "say", finance, "--this-room");
    }

    private async Task AnActIsStoppedAsWellAsync()
    {
        const string Promise = "what: The road to the mill stays open for lorries with flour and salt.\n"
            + "by: minister\ndue: 2099-05-09 18:00 Europe/Zurich";
        await DoAsync(Promise, "commitment", "make", defence);
        await StoppedAsync(6, Promise, "commitment", "make", finance);
        await DoAsync(null, "commitment", "make", finance, "--this-room");
        Assert.Contains("The road to the mill", await DoAsync(null, "talk-state", finance), StringComparison.Ordinal);
    }

    // What was said in this room too is no secret in it: something new has to be typed.
    private async Task WhoeverTypesLinesAnswersByTheSameLineAsync()
    {
        const string Ferry = "The ferry is searched at the lower landing from Friday morning on.";
        await DoAsync(Ferry, "say", defence);
        var typed = await RunAsync($"{Ferry}\nSomething of our own, for you alone.\n{Ferry}\n{Ferry}\n", "talk",
            finance);
        Assert.Equal(2, typed.Error.Split("Not said yet").Length - 1);
        Assert.Equal(1, (await evening.Adviser.ReadAsync(finance)).Count(message => message.Text == Ferry));
        await DoAsync($"Dear colleague, {Movement}", "say", finance);
    }

    private async Task WhatIsBegunInARoomAndNotSaidIsAskedAboutInAnotherAsync()
    {
        const string Begun = "The minister would give up the lighthouse if he were asked for it.";
        using (var door = evening.Adviser.Door())
            Assert.True(await door.KeepDraftAsync(defence, Evening.Bytes(Begun)));
        Assert.Contains("is begun, and not said, in another room, " + defence[..8],
            await StoppedAsync(6, $"Dear colleague, {Begun}", "say", finance), StringComparison.Ordinal);
        await DoAsync(Begun, "say", defence);
    }

    private async Task AReasonIsAskedAboutAsAnyOtherWordsAreAsync()
    {
        const string Lamp = "The lamp of the lighthouse is dark from Monday on, and no ship is told of it.";
        string[] amend = ["room", "amend", finance, "--excluded", "Something else", "--reason", Lamp];
        await DoAsync(Lamp, "say", defence);
        Assert.Contains("add --this-room", await StoppedAsync(6, null, amend), StringComparison.Ordinal);
        await DoAsync(null, [.. amend, "--this-room"]);
    }

    // Approved for the one room and not used yet, they are no less of a slip in the other.
    private async Task ApprovalForAnotherRoomIsNoneForThisOneAsync()
    {
        const string Offer = "We offer the fishing grounds in the south for two summers.";
        var caucus = JsonDocument.Parse(await DoAsync(null, "caucus", "open", "--with", "attaché", "--purpose",
            "The fishing grounds", "--json")).RootElement.GetProperty("room").GetString()!;
        var attache = evening.Parties.A.Desks[1];
        await attache.UntilAsync(caucus, seen => seen.Status == "Invited", "asked in");
        await DoAsAsync("attache", "caucus", "accept", caucus);
        await evening.Adviser.UntilAsync(caucus, seen => seen.Status == "Open", "open");
        await DoAsync(null, "caucus", "rule", caucus, "--room", defence[..8]);
        await DoAsync(Offer, "caucus", "ask", caucus);
        await attache.UntilAsync(caucus, seen => seen.Status == "Open", "open");
        ulong asked = 0;
        for (var patience = 0; patience < 100 && asked == 0; patience++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            asked = (await attache.ReadAsync(caucus)).LastOrDefault(one => one.Text.Contains(Offer,
                StringComparison.Ordinal) || one.Act?.Contains(Offer, StringComparison.Ordinal) == true)?.Order ?? 0;
        }
        await DoAsAsync("attache", "caucus", "approve", caucus, "--to", $"{asked}");
        for (var patience = 0; patience < 100 && !(await DoAsync(null, "talk-state", caucus))
            .Contains("Approval, Accepted", StringComparison.Ordinal); patience++)
            await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Contains($"of a caucus of our own side, {caucus[..8]}", await StoppedAsync(6, Offer, "say", finance),
            StringComparison.Ordinal);
        await DoAsync(Offer, "say", defence);
    }

    private async Task DoAsAsync(string desk, params string[] arguments)
    {
        var ended = await Programs.RunAsync(evening.Folder, [.. arguments, "--desk", desk]);
        Assert.True(ended.Code == 0, ended.Error);
    }

    private async Task<string> DoAsync(string? words, params string[] arguments)
    {
        var ended = await RunAsync(words, arguments);
        Assert.True(ended.Code == 0, ended.Error);
        return ended.Output;
    }

    private async Task<string> StoppedAsync(int code, string? words, params string[] arguments)
    {
        var ended = await RunAsync(words, arguments);
        Assert.Equal(code, ended.Code);
        return ended.Error;
    }

    private Task<Ended> RunAsync(string? words, params string[] arguments) => Programs.RunAsync(evening.Folder,
        [.. arguments, "--desk", "adviser"], words is null ? null : Evening.Bytes(words));
}
