using System.Net;
using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Items;
using Coulisse.Signals.Statements;
using Coulisse.Wire.Credence;

namespace Coulisse.Signals.Tests.Publisher;

/// <summary>The sign screen over HTTP: what a real seal signed is taken, and everything else is told apart.</summary>
public sealed class Signed_files_brought_back(SealedPage page) : IClassFixture<SealedPage>
{
    [Fact]
    public async Task Are_taken_once_and_let_the_statement_go_out()
    {
        var item = await page.StatementAsync();
        var refused = await page.Editor.PostAsync($"/publisher/items/{item}", $"/publisher/items/{item}/publish");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var signed = await page.SignAsync(item);

        var taken = await BringAsync(item, signed);
        Assert.Equal($"/publisher/items/{item}?said=signed", taken.Location);
        Assert.Contains("not the revision that comes next", await RefusedAsync(item, signed), StringComparison.Ordinal);

        await page.Editor.PostAsync($"/publisher/items/{item}", $"/publisher/items/{item}/publish");
        Assert.Equal(ItemState.Published, page.Find(item).State);
        Assert.Equal(signed, await page.Guest.DownloadAsync($"/statement/{page.Find(item).PublicId}/1.txt"));
    }

    [Fact]
    public async Task With_one_byte_changed_are_refused_and_the_byte_is_named()
    {
        var item = await page.StatementAsync();
        var signed = await page.SignAsync(item);
        signed[signed.AsSpan().IndexOf("open"u8)] ^= 1;

        var said = await RefusedAsync(item, signed);
        Assert.Contains("not byte for byte", said, StringComparison.Ordinal);
        Assert.Contains("<ul lang=\"en\" dir=\"ltr\">", said, StringComparison.Ordinal);
        Assert.Contains("line ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_another_seal_or_of_another_statement_are_refused()
    {
        var (item, other) = (await page.StatementAsync(), await page.StatementAsync("Another word."));
        using var seal = Seal.Generate("Aldermark", new SystemRandom());

        Assert.Contains("another seal", await RefusedAsync(item, await page.SignAsync(item, seal)),
            StringComparison.Ordinal);
        Assert.Contains("another statement", await RefusedAsync(item, await page.SignAsync(other)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_words_that_changed_meanwhile_are_refused()
    {
        var item = await page.StatementAsync();
        var signed = await page.SignAsync(item);
        var screen = $"/publisher/items/{item}/en/edit";
        await page.Editor.PostAsync(screen, screen, ("based-on", "1"), ("title", "A word"), ("body", "Changed."));

        Assert.Contains("changed after the file", await RefusedAsync(item, signed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_are_no_signed_files_are_refused()
    {
        var item = await page.StatementAsync();
        var unsigned = await page.Editor.DownloadAsync($"{SealedPage.SignScreen(item)}/unsigned");

        Assert.Contains("nobody has signed it", await RefusedAsync(item, unsigned), StringComparison.Ordinal);
        Assert.Contains("no signed statement", await RefusedAsync(item, "<html>"u8.ToArray()),
            StringComparison.Ordinal);
        Assert.Contains("larger than any", await RefusedAsync(item, new byte[SignedUpload.FileBytesMax + 1]),
            StringComparison.Ordinal);
        Assert.Contains("Choose the signed file", await RefusedAsync(item, []), StringComparison.Ordinal);
        var without =
            await page.Editor.PostAsync(SealedPage.SignScreen(item), SealedPage.SignScreen(item), ("file", "words"));
        Assert.Contains("Choose the signed file", without.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_taken_from_editors_only()
    {
        var item = await page.StatementAsync();
        var signed = await page.SignAsync(item);

        var guest = await page.Guest.PostFileAsync("/account/sign-in", SealedPage.SignScreen(item), signed);
        Assert.StartsWith("/account/sign-in", guest.Location, StringComparison.Ordinal);
        var taken = await BringAsync(item, signed);
        Assert.Equal($"/publisher/items/{item}?said=signed", taken.Location);
    }

    private Task<Accounts.Answer> BringAsync(ItemId item, byte[] file) =>
        page.Editor.PostFileAsync(SealedPage.SignScreen(item), SealedPage.SignScreen(item), file);

    private async Task<string> RefusedAsync(ItemId item, byte[] file)
    {
        var answer = await BringAsync(item, file);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        return answer.Body;
    }
}
