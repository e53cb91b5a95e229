using System.Text.Json.Nodes;
using Coulisse.Signals.Items;
using Coulisse.Signals.Tests.Hosting;
using Coulisse.Signals.Translations;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Coulisse.Signals.Tests.Publisher;

/// <summary>Against a small server of ours on loopback that speaks LibreTranslate's protocol, well or badly.</summary>
public sealed class A_machine_edition
{
    private static readonly MachineLimits Quick =
        new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), AnswerBytesMax: 4_096);

    private static readonly EditionVersion Source =
        new(3, "Titre", "## Tête\n\nUn *mot*.\n\n```\ncode\n```", null, null, null,
        Instant.FromUnixTimeSeconds(0), null);

    [Fact]
    public async Task Keeps_the_structure_and_asks_block_by_block()
    {
        var asked = new List<JsonNode>();
        var words = await AskAsync(async context =>
        {
            var question = (await JsonNode.ParseAsync(context.Request.Body))!;
            asked.Add(question);
            await TranslationServer.AnswerAsync(context, 200,
                new JsonObject { ["translatedText"] = "EN " + question["q"] }.ToJsonString());
        });
        var made = Assert.IsType<MachineWords.Made>(words);
        Assert.Equal(("EN Titre", "## EN Tête\n\nEN Un *mot*.\n\n```\ncode\n```", "Engine"),
            (made.Title, made.Body, made.Engine));
        Assert.Equal(["Titre", "Tête", "Un *mot*."], asked.Select(q => q["q"]!.GetValue<string>()));
        Assert.All(asked, q => Assert.Equal(("fr", "en", "text"),
            (q["source"]!.GetValue<string>(), q["target"]!.GetValue<string>(), q["format"]!.GetValue<string>())));
        Assert.All(asked, q => Assert.Null(q["api_key"]));
    }

    [Theory]
    [InlineData(400, "{\"error\":\"xx is not supported\"}", MachineFault.Languages)]
    [InlineData(403, "{\"error\":\"Invalid API key\"}", MachineFault.KeyRefused)]
    [InlineData(429, "{\"error\":\"Slow down\"}", MachineFault.Limit)]
    [InlineData(500, "", MachineFault.Failed)]
    [InlineData(200, "<html>", MachineFault.Unreadable)]
    [InlineData(200, "{\"translatedText\":[\"a\"]}", MachineFault.Unreadable)]
    [InlineData(200, "{\"translatedText\":\" \"}", MachineFault.Unreadable)]
    [InlineData(200, "[]", MachineFault.Unreadable)]
    public async Task That_fails_says_how(int status, string answer, MachineFault fault) =>
        Assert.Equal(new MachineWords.NotMade(fault),
            await AskAsync(context => TranslationServer.AnswerAsync(context, status, answer)));

    [Fact]
    [Trait("Row", "24")]
    public async Task Follows_no_redirect()
    {
        var visits = 0;
        var words = await AskAsync(context =>
        {
            visits++;
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        Assert.Equal((new MachineWords.NotMade(MachineFault.Redirected), 1), (words, visits));
    }

    [Fact]
    public async Task Waits_only_so_long() => Assert.Equal(new MachineWords.NotMade(MachineFault.TooSlow),
        await AskAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted)));

    [Fact]
    public async Task Reads_only_so_much() => Assert.Equal(new MachineWords.NotMade(MachineFault.TooLarge),
        await AskAsync(context =>
            TranslationServer.AnswerAsync(context, 200, $"{{\"translatedText\":\"{new string('x', 5_000)}\"}}")));

    [Fact]
    public async Task Says_that_nobody_answers()
    {
        using var machine = new MachineTranslation(new("http://127.0.0.1:1"), null, Quick, TimeProvider.System);
        Assert.Equal(new MachineWords.NotMade(MachineFault.Unreachable), await AskAsync(machine));
    }

    [Fact]
    public async Task Needs_a_server_named_at_start()
    {
        using var machine = new MachineTranslation(null, null, Quick, TimeProvider.System);
        Assert.Equal(new MachineWords.NotMade(MachineFault.NoServer), await AskAsync(machine));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Takes_its_key_only_from_a_private_file()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("File modes are a matter of Unix.");
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "key");
        await File.WriteAllTextAsync(file, "secret-key\n", Publication.Cancel);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Equal(new MachineWords.NotMade(MachineFault.KeyFile), await AskAsync(_ => Task.CompletedTask, file));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var keys = new List<string>();
        await AskAsync(async context =>
        {
            keys.Add((await JsonNode.ParseAsync(context.Request.Body))!["api_key"]!.GetValue<string>());
            await TranslationServer.AnswerAsync(context, 200, "{\"translatedText\":\"x\"}");
        }, file);
        Assert.Equal(["secret-key", "secret-key", "secret-key"], keys);
    }

    private static async Task<MachineWords> AskAsync(RequestDelegate answer, string? keyFile = null)
    {
        await using var server = await TranslationServer.StartAsync(answer);
        using var machine = new MachineTranslation(server.Address, keyFile, Quick, TimeProvider.System);
        return await AskAsync(machine);
    }

    private static Task<MachineWords> AskAsync(MachineTranslation machine) =>
        machine.TranslateAsync(Publication.French, Publication.English, Source, "Engine", Publication.Cancel);
}
