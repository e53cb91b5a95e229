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
