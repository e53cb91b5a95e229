using System.IO.Compression;
using System.Net;
using System.Text;
using Coulisse.Signals.Tests.Accounts;
using Coulisse.Signals.Tests.Hostile.Routes;

namespace Coulisse.Signals.Tests.Publisher;

/// <summary>Two routes take a file, and only one that a seal signed; nothing sent is ever given back as anything that a
/// browser would open.</summary>
[Trait("Row", "23 whole")]
public sealed class Files_from_anywhere(SealedPage page) : IClassFixture<SealedPage>
{
    private const string Canary = "canary-in-a-file";

    public static TheoryData<string> Kinds => new("html", "svg", "pdf", "png", "zip", "bomb", "elf", "xml", "empty",
        "long-line", "unsigned", "not-utf8");

    [Theory, MemberData(nameof(Kinds))]
    public async Task Are_refused_and_not_kept(string kind)
    {
        var item = await page.StatementAsync();
        var (published, _) = await page.PublishedAsync();
        var file = await FileAsync(kind, SealedPage.SignScreen(item));
        foreach (var (screen, path) in new[]
        {
            (SealedPage.SignScreen(item), SealedPage.SignScreen(item)),
            ($"/publisher/items/{published}/withdraw-by-seal", $"/publisher/items/{published}/withdraw-by-seal"),
        })
        {
            foreach (var name in (string[])["../../../evil.html", "CON.svg", "a\0.txt", "a.txt"])
            {
                var answer = await page.Editor.PostNamedFileAsync(screen, path, file, name, "text/html");
                Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
                Assert.DoesNotContain("evil", answer.Body, StringComparison.Ordinal);
                Assert.DoesNotContain(Canary, answer.Body, StringComparison.Ordinal);
            }
        }
        Assert.False(page.Holds(Canary), "A refused file is kept.");
    }

    [Fact]
    public async Task Sent_to_any_other_route_are_not_looked_at()
    {
        foreach (var route in page.Routes.Where(route => route.IsPost && !EndsASession(route)))
        {
            await page.Editor.PostNamedFileAsync(
                "/account/sign-in", route.Address, Text(Canary), "a.html", "text/html");
        }
        Assert.False(page.Holds(Canary), "A file was taken by a route that asks for none.");
    }

    [Fact]
    public async Task Are_given_back_only_as_text_to_keep()
    {
        var item = await page.StatementAsync("A word with <script>alert(1)</script> in it.");
        var signed = await page.SignAsync(item);
        await page.Editor.PostFileAsync(SealedPage.SignScreen(item), SealedPage.SignScreen(item), signed);
        await page.Editor.PostAsync($"/publisher/items/{item}", $"/publisher/items/{item}/publish");
        var address = $"/statement/{page.Find(item).PublicId}/1.txt";

        using var client = new HttpClient { BaseAddress = page.Address };
        using var answer = await client.GetAsync(address, Publication.Cancel);

        Assert.Equal(signed, await answer.Content.ReadAsByteArrayAsync(Publication.Cancel));
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.Matches("^[a-z0-9-]+\\.txt$", disposition.FileName!.Trim('"'));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    private static bool EndsASession(PageRoute route) => route.Pattern is "/account/sign-out"
        or "/account/sign-out-everywhere" or "/account/close" or "/account/passphrase" or "/account/sign-in"
        or "/account/recovery-codes";

    private async Task<byte[]> FileAsync(string kind, string screen) => kind switch
    {
        "html" => Text($"<!doctype html><script>{Canary}</script>"),
        "svg" => Text($"<svg xmlns='http://www.w3.org/2000/svg' onload='{Canary}'/>"),
        "pdf" => Text($"%PDF-1.7\n<html>{Canary}</html>"),
        "png" => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. Text($"<script>{Canary}</script>")],
        "zip" => Zip("../../" + Canary, Text(Canary)),
        "bomb" => Zip(Canary, new byte[8 << 20]),
        "elf" => [0x7F, (byte)'E', (byte)'L', (byte)'F', .. Text(Canary)],
        "xml" => Text($"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///b'>]><a>&b;{Canary}</a>"),
        "empty" => [],
        "long-line" => Text(Canary + new string('x', 1 << 20)),
        "unsigned" => [.. await page.Editor.DownloadAsync(screen + "/unsigned"), .. Text(Canary)],
        _ => [0xFF, 0xFE, 0x00, 0xD8, .. Text(Canary)],
    };

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip(string name, byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
            entry.Write(content);
        }
        return bytes.ToArray();
    }
}
