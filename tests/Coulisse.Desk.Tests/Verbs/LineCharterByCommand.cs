using System.Text.RegularExpressions;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>Terms of the whole line by the verbs alone: proposed, read, signed by both, and the same wherever the line
/// goes; on an evening of their own, since they hold for all of it.</summary>
[Trait("Pace", "slow")]
public sealed class LineCharterByCommand(Evening evening) : ByCommand(evening), IClassFixture<Evening>
{
    private const string Purpose = "To keep each from misreading the other";

    private static string DigitsIn(string shown, string before) =>
        Regex.Match(shown, $"{before}([0-9a-f]{{20}})").Groups[1].Value;

    [Fact]
    public async Task They_are_signed_by_both_and_hold_in_every_room_and_at_every_desk()
    {
        var room = await Evening.OpenAsync(Evening.Secretary);
        Assert.Contains("No terms were agreed", await DoAsync("adviser", null, "line", "charter"),
            StringComparison.Ordinal);
        await RefusedAsync(6, "Nobody could agree to these terms", "adviser", null, "line", "charter", "propose", room);
        var made = await DoAsync("adviser", null, "line", "charter", "propose", room, "--purpose", Purpose,
            "--excluded", "the border", "--kept", "90");
        Assert.Contains("Nothing is signed yet", made, StringComparison.Ordinal);
        Assert.Contains("Kept: erased after 90 days", made, StringComparison.Ordinal);
        var digits = DigitsIn(made, $"charter sign {room} ");
        await RefusedAsync(6, "No terms of the line with these digits", "secretary", null, "line", "charter", "sign",
            room, digits);
        await DoAsync("adviser", null, "line", "charter", "sign", room, digits);
        var asked = await UntilAsync("secretary", ["line", "charter"],
            "proposed and signed by them; it needs our answer");
        Assert.Contains(Purpose, asked, StringComparison.Ordinal);
        Assert.Equal(digits, DigitsIn(asked, "Digits "));
        Assert.Contains("Proposed terms: 1, in room", await DoAsync("secretary", null, "line"),
            StringComparison.Ordinal);

        await DoAsync("secretary", "For the minister to see first.", "line", "charter", "decline", room, "--to",
            Regex.Match(asked, @"message (\d+), by").Groups[1].Value);
        await UntilAsync("adviser", ["line", "charter"], "declined by them; they hold our signature");
        await DoAsync("secretary", null, "line", "charter", "sign", room, digits);
        foreach (var desk in (string[])["adviser", "secretary"])
        {
            var held = await UntilAsync(desk, ["line", "charter"], "The terms of the line with", "number 1.");
            Assert.Equal(digits, DigitsIn(held, "Digits: "));
            Assert.Matches("Signed: Aldermark: .*; Sorvane: ", held);
        }
        await EveryDeskComesToHoldThemAsync(digits);
        await NoRoomIsWiderAsync(room);
    }

    // The envoy has never been in a room with anybody of theirs: they learn it by the first one that opens.
    private async Task EveryDeskComesToHoldThemAsync(string digits)
    {
        Assert.Contains("No terms were agreed", await DoAsync("envoy", null, "line", "charter"),
            StringComparison.Ordinal);
        var opened = await DoAsync("adviser", null, "room", "open", "--with", Evening.Envoy.Office, "--kept", "30");
        var room = Regex.Match(opened, "Room: ([0-9a-f]{32})").Groups[1].Value;
        Assert.Contains($"Purpose: {Purpose}", opened, StringComparison.Ordinal);
        Assert.Contains("Kept: erased after 30 days", opened, StringComparison.Ordinal);
        await Evening.Adviser.OpensWithAsync(Evening.Envoy, room);
        var held = await UntilAsync("envoy", ["line", "charter"], "number 1.");
        Assert.Equal(digits, DigitsIn(held, "Digits: "));
        Assert.Contains("Of the line: terms 1", await DoAsync("envoy", null, "room", "show", room),
            StringComparison.Ordinal);
        await Evening.Envoy.Server.KillAsync();
        await Evening.Envoy.Server.StartAsync();
        Assert.Equal(digits, DigitsIn(await DoAsync("envoy", null, "line", "charter"), "Digits: "));
        Assert.Empty(await Evening.Envoy.ReadAsync(room)); // a machine told it: nobody said anything
    }

    private async Task NoRoomIsWiderAsync(string room)
    {
        Assert.Contains("These terms let more than those of the line: Kept",
            await DoAsync("adviser", null, "room", "show", room), StringComparison.Ordinal);
        await RefusedAsync(6, "a room may be narrower, and not wider", "adviser", null, "room", "amend", room, "--kept",
            "91");
        await RefusedAsync(6, "a room may be narrower, and not wider", "adviser", null, "room", "open", "--with",
            Evening.Envoy.Office, "--kept", "0");
        await DoAsync("adviser", null, "room", "amend", room, "--kept", "60");
        await RefusedAsync(6, "These terms hold on the line already", "secretary", null, "line", "charter", "propose",
            room, "--purpose", Purpose);
    }
}
