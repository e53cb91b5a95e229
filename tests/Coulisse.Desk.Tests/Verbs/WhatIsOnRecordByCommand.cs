using System.Globalization;
using System.Text.Json;
using Coulisse.Stage;

namespace Coulisse.Desk.Tests.Verbs;

/// <summary>A passage is signed by one side, countersigned by the other, and verified by somebody who has neither
/// desk.</summary>
[Trait("Pace", "slow")]
[Collection(nameof(NextEvening))]
public sealed class WhatIsOnRecordByCommand(Evening evening) : ByCommand(evening)
{
    [Fact]
    public async Task A_passage_is_signed_left_waiting_countersigned_and_verified_by_anybody()
    {
        await BeginAsync("The ferry leaves on Friday.\nAt six.", "Nous y serons.");
        var digits = await ProposedAsync("The bridge\n\nBoth spoke of the bridge.", "1-2");
        await RefusedAsync(6, "No text with these digits", "adviser", null, "record", "sign", "00000000");
        await DoAsync("adviser", null, "record", "sign", digits);
        await UntilAsync("secretary", "signed by them alone, waiting for us");
        Assert.Contains("signed by us alone, left waiting by them", (await RunAsync("adviser", null, "record",
            "list")).Output, StringComparison.Ordinal);
        var shown = (await RunAsync("secretary", null, "record", "show", "--to", "3")).Output;
        Assert.Contains("| The ferry leaves on Friday.\n| At six.\n", shown, StringComparison.Ordinal);
        Assert.Contains($"exactly this text: {digits}", shown, StringComparison.Ordinal);

        await DoAsync("adviser", null, "record", "write", "--to", "3", "--out", "alone.record");
        await VerifiesAsync("alone.record", 9, "NOT COUNTERSIGNED");
        await Evening.Secretary.Server.KillAsync();
        await Evening.Secretary.Server.StartAsync();
        await DoAsync("secretary", null, "record", "sign", digits);
        await UntilAsync("adviser", "on record: signed by both sides");
        await RefusedAsync(6, "No text with these digits", "secretary", null, "record", "sign", digits);
        await DoAsync("adviser", null, "record", "write", "--to", "3", "--out", "bridge.record");
        await DoAsync("secretary", null, "record", "write", "--to", "3", "--out", "their.record");
        await VerifiesAsync("bridge.record", 0, "Countersigned");
        Assert.Equal(await BytesAsync("bridge.record"), await BytesAsync("their.record"));
        await RefusedAsync(5, "exists already", "adviser", null, "record", "write", "--to", "3", "--out",
            "bridge.record");

        var altered = await BytesAsync("bridge.record");
        altered[altered.AsSpan().IndexOf("Friday"u8)] ^= 1;
        await File.WriteAllBytesAsync(Path.Combine(Evening.Folder, "altered.record"), altered,
            TestContext.Current.CancellationToken);
        await VerifiesAsync("altered.record", 1, "part 3, words: ");
    }

    [Fact]
    public async Task One_that_was_declined_keeps_its_signature_and_its_reason_and_bad_input_gets_a_sentence()
    {
        await BeginAsync("Eleven boats lie in the harbour.", "Nous en comptons douze.");
        await RefusedAsync(64, "names no passage", "adviser", "The bridge", "record", "propose", "--messages", "2-1");
        await RefusedAsync(6, "no message 9", "adviser", "The bridge", "record", "propose", "--messages", "9");
        await RefusedAsync(64, "Words are missing", "adviser", "The bridge", "record", "propose");
        await RefusedAsync(64, "Words are missing", "adviser", "\n", "record", "propose", "--messages", "1");
        await RefusedAsync(6, "proposes anything", "adviser", null, "record", "show", "--to", "1");
        var digits = await ProposedAsync("Boats", "2,1");
        await DoAsync("adviser", null, "record", "sign", digits);
        await UntilAsync("secretary", "waiting for us");
        await File.WriteAllTextAsync(Path.Combine(Evening.Folder, "why.txt"), "The first is not for others.",
            TestContext.Current.CancellationToken);
        await DoAsync("secretary", null, "record", "decline", "--to", "3", "--file", "why.txt");
        await UntilAsync("adviser", "they declined; they still hold our signature", "The first is not for others.");
        using var listed = JsonDocument.Parse((await RunAsync("adviser", null, "record", "list", "--json")).Output);
        Assert.Equal([2UL, 1UL], listed.RootElement[0].GetProperty("messages").EnumerateArray()
            .Select(one => one.GetUInt64()));
        await DoAsync("secretary", null, "record", "sign", digits);
        await UntilAsync("adviser", "on record: signed by both sides");
    }

    // Other words each time: what was said in another room is asked about.
    private async Task BeginAsync(string ours, string theirs)
    {
        Room = await Evening.OpenAsync(Evening.Secretary);
        Assert.Equal(0, (await Evening.Adviser.SayAsync(Room, Evening.Bytes(ours))).Code);
        await Evening.HeardAsync(Evening.Secretary, Room, 1);
        Assert.Equal(0, (await Evening.Secretary.SayAsync(Room, Evening.Bytes(theirs))).Code);
        await Evening.HeardAsync(Evening.Adviser, Room, 1);
    }

    private async Task<string> ProposedAsync(string words, string messages)
    {
        var made = await RunAsync("adviser", words, "record", "propose", "--messages", messages);
        Assert.True(made.Code == 0, made.Error);
        Assert.Contains("Who signs first can be left waiting", made.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("first", (await RunAsync("adviser", null, "record", "list")).Output,
            StringComparison.Ordinal);
        return made.Output.TrimEnd().Split(' ')[^1];
    }

    private async Task VerifiesAsync(string file, int code, string words)
    {
        var ended = await Programs.RunAsync(Evening.Folder, ["verify", file, "--seal",
            $"{Evening.Parties.A.Name.ToLower(CultureInfo.InvariantCulture)}.pub", "--seal",
            $"{Evening.Parties.B.Name.ToLower(CultureInfo.InvariantCulture)}.pub"]);
        Assert.Equal(code, ended.Code);
        Assert.Contains(words, ended.Output, StringComparison.Ordinal);
    }

    private Task<byte[]> BytesAsync(string file) =>
        File.ReadAllBytesAsync(Path.Combine(Evening.Folder, file), TestContext.Current.CancellationToken);

    private Task<string> UntilAsync(string desk, params string[] words) => UntilAsync(desk, ["record", "list"], words);

    // The room stands behind both words of the verb.
    private protected override string[] InRoom(string[] arguments) => [.. arguments[..2], Room, .. arguments[2..]];
}
