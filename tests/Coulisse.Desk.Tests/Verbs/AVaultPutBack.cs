using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>A desk's folder is put back from a copy by somebody in good faith: the desk notices, says what to do, and
/// nothing is sealed with keys that were used further.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(NextEvening))]
public sealed class AVaultPutBack(Evening evening)
{
    private DeskOnStage Attache => evening.Parties.A.Desks[1];

    private string Folder => Path.Combine(evening.Folder, Attache.Folder);

    [Fact]
    [Trait("Row", "8")]
    public async Task It_is_silent_says_what_to_do_and_is_invited_again()
    {
        var room = await evening.OpenAsync(evening.Secretary);
        await ComeAsync(room, "for the route");
        var leaf = (await evening.Adviser.MembersAsync(room))[Attache.Office];
        await PutBackAsync(room);
        await UntilWarnedAsync("More passed through this desk than its vault knows");
        var refused = await Attache.SayAsync(room, Evening.Bytes("with old keys"));
        Assert.Equal(6, refused.Code);
        Assert.Contains("open it with --restored", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, await Attache.Server.StopAsync());
        await Attache.Server.StartAsync("--restored");
        await Attache.UntilAsync(room, seen => seen.Status == "SetBack", "given up");

        await evening.Adviser.RecallAsync(await evening.Parties.A.OrderOutAsync(room, leaf));
        await ComeAsync(room, "for the route, still");
        await Attache.SayAsync(room, Evening.Bytes("with new keys"));
        Assert.Contains("with new keys", await evening.HeardAsync(evening.Secretary, room, 4));
        Assert.Contains("each as its author's chain has it", await Programs.DoAsync(evening.Folder, "room", "verify",
            room, "--desk", "secretary"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "8")]
    public async Task It_comes_back_by_its_partys_order_and_the_other_side_does_nothing()
    {
        var room = await evening.OpenAsync(evening.Secretary);
        await ComeAsync(room, "for the maps");
        await PutBackAsync(room);
        await UntilWarnedAsync("More passed through this desk than its vault knows");
        Assert.Equal(0, await Attache.Server.StopAsync());
        await Attache.Server.StartAsync("--restored");
        await Attache.UntilAsync(room, seen => seen.Status == "SetBack", "given up");

        var request = await Attache.ReplaceAsync(room);
        await Attache.UntilAsync(room, seen => seen.Status == "Replacing", "asked for");
        var refused = await Programs.RunAsync(evening.Folder, ["room", "recall", await evening.Parties.A.GrantAsync(
            request), "--desk", evening.Adviser.Folder]);
        Assert.Equal(6, refused.Code);
        Assert.Contains("--request", refused.Error, StringComparison.Ordinal);
        await Attache.RecallAsync(Path.ChangeExtension(request, ".order"));
        await Attache.UntilAsync(room, seen => seen.Status == "Open", "let in again");
        await Attache.SayAsync(room, Evening.Bytes("with new keys"));
        Assert.Contains("with new keys", await evening.HeardAsync(evening.Secretary, room, 3));
        var waits = await Programs.RunAsync(evening.Folder, ["room", "give-up", room, "--desk", Attache.Folder]);
        Assert.Equal(6, waits.Code); // it waits for nothing
        Assert.Contains("Not now", waits.Error, StringComparison.Ordinal);
    }

    private async Task PutBackAsync(string room)
    {
        Assert.Equal(0, await Attache.Server.StopAsync());
        var copy = File.ReadAllBytes(Path.Combine(Folder, "desk.vault"));
        await Attache.Server.StartAsync();
        await Attache.SayAsync(room, Evening.Bytes("said after the copy"));
        Assert.Contains("said after the copy", await evening.HeardAsync(evening.Secretary, room, 2));
        Assert.Equal(0, await Attache.Server.StopAsync());
        File.WriteAllBytes(Path.Combine(Folder, "desk.vault"), copy);
        await Attache.Server.StartAsync();
    }

    private async Task ComeAsync(string room, string reason)
    {
        for (var patience = 0; patience < 60; patience++) // until whom their own party took out is gone
        {
            var members = await evening.Adviser.MembersAsync(room);
            if (!members.ContainsKey(Attache.Office))
                break;
            await Task.Delay(300);
        }
        await evening.Adviser.InviteAsync(room, "attaché", reason);
        await evening.Secretary.UntilProposalAsync(room, "Proposed");
        await evening.Secretary.AnswerAsync(room, consents: true, "");
        await Attache.UntilAsync(room, seen => seen.Status == "Invited", "asked in");
        await Attache.AcceptAsync(room);
        await Attache.UntilAsync(room, seen => seen.Status == "Open", "let in");
    }

    private async Task UntilWarnedAsync(string words)
    {
        for (var patience = 0; patience < 60; patience++)
        {
            if ((await Programs.DoAsync(evening.Folder, "line", "--desk", Attache.Folder)).Contains(words,
                StringComparison.Ordinal))
                return;
            await Task.Delay(300);
        }
        Assert.Fail("The desk never warned.");
    }
}
