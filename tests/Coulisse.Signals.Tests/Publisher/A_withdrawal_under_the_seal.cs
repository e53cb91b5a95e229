using System.Net;
using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Items;
using Coulisse.Signals.Statements;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Statements;

namespace Coulisse.Signals.Tests.Publisher;

/// <summary>What <c>coulisse statement withdraw</c> makes, brought to the page over HTTP.</summary>
public sealed class A_withdrawal_under_the_seal(SealedPage page) : IClassFixture<SealedPage>
{
    [Fact]
    public async Task Withdraws_the_statement_and_stands_there_with_its_proof()
    {
        var (item, signed) = await page.PublishedAsync();
        var withdrawal = page.Withdraw(signed, "Overtaken by events.");

        Assert.Contains(Screen(item), (await page.Editor.GetAsync($"/publisher/items/{item}/withdraw")).Body,
            StringComparison.Ordinal);
        var taken = await BringAsync(item, withdrawal);
        Assert.Equal($"/publisher/items/{item}?said=withdrawn-by-seal", taken.Location);
        Assert.Equal((ItemState.Withdrawn, "Overtaken by events."),
            (page.Find(item).State, page.Find(item).WithdrawalReason));

        var shown = (await page.Guest.GetAsync($"/en/{item}/a-word")).Body;
        var id = page.Find(item).PublicId;
        Assert.Contains("Withdrawn under its seal by Aldermark", shown, StringComparison.Ordinal);
        Assert.Contains("Overtaken by events.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("The line stays open.", shown, StringComparison.Ordinal);
        Assert.Contains($"href=\"/statement/{id}/1.withdrawal.txt\"", shown, StringComparison.Ordinal);
        Assert.Contains($"href=\"/statement/{id}/1.txt\"", shown, StringComparison.Ordinal);

        var kept = await page.Guest.DownloadAsync($"/statement/{id}/1.withdrawal.txt");
        Assert.Equal(withdrawal, kept);
        Assert.IsType<WithdrawalVerification.Genuine>(WithdrawalFile.Verify(kept));
        Assert.Equal(signed, await page.Guest.DownloadAsync($"/statement/{id}/1.txt"));
    }

    [Fact]
    public async Task Is_added_to_what_the_page_itself_withdrew_and_changes_neither_date_nor_reason()
    {
        var (item, signed) = await page.PublishedAsync();
        await page.Editor
            .PostAsync($"/publisher/items/{item}/withdraw", $"/publisher/items/{item}/withdraw", ("reason", "Ours."));
        var before = page.Find(item);
        Assert.Contains(Screen(item), (await page.Editor.GetAsync($"/publisher/items/{item}")).Body,
            StringComparison.Ordinal);

        await BringAsync(item, page.Withdraw(signed, "Theirs."));
        Assert.Equal((before.WithdrawnAt, "Ours."), (page.Find(item).WithdrawnAt, page.Find(item).WithdrawalReason));
        Assert.Contains("Withdrawn under its seal", (await page.Guest.GetAsync($"/en/{item}/a-word")).Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comes_once()
    {
        var (item, signed) = await page.PublishedAsync();
        var withdrawal = page.Withdraw(signed, "Overtaken.");
        await BringAsync(item, withdrawal);

        Assert.Equal(HttpStatusCode.NotFound, (await page.Editor.GetAsync(Screen(item))).Status);
        Assert.Equal(HttpStatusCode.NotFound,
            (await page.Editor.PostFileAsync("/publisher/new", Screen(item), withdrawal)).Status);
        Assert.DoesNotContain(Screen(item), (await page.Editor.GetAsync($"/publisher/items/{item}")).Body,
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await page.Editor.GetAsync(SealedPage.SignScreen(item))).Status);
    }

    [Fact]
    public async Task Is_refused_for_each_thing_that_is_wrong_and_nothing_is_withdrawn()
    {
        var (item, signed) = await page.PublishedAsync();
        var (_, others) = await page.PublishedAsync();
        using var seal = Seal.Generate("Aldermark", new SystemRandom());
        var foreign = page.Withdraw(await page.SignAsync(item, seal), "Overtaken.", seal);
        var altered = page.Withdraw(signed, "Overtaken by events.");
        altered[altered.AsSpan().IndexOf("events"u8)] ^= 1;

        foreach (var (file, words) in new (byte[], string)[]
        {
            (page.Withdraw(others, "Overtaken."), "another statement"),
            (page.Withdraw(await page.SignAsync(item), "Overtaken."), "does not withdraw the latest revision"),
            (foreign, "another seal than the one that signed"),
            (altered, "not byte for byte"),
            (signed, "the signed statement, not its withdrawal"),
            ("<html>"u8.ToArray(), "no signed withdrawal"),
            (new byte[SignedUpload.FileBytesMax + 1], "larger than any"),
            ([], "Choose the signed file"),
        })
        {
            var answer = await BringAsync(item, file);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(words, answer.Body, StringComparison.Ordinal);
            Assert.Equal(ItemState.Published, page.Find(item).State);
        }
    }

    [Fact]
    public async Task Of_another_signing_of_the_same_revision_is_refused()
    {
        var item = await page.StatementAsync();
        var first = await page.SignAsync(item);
        var second = await page.SignAnewAsync(item);
        await page.Editor.PostFileAsync(SealedPage.SignScreen(item), SealedPage.SignScreen(item), second);
        await page.Editor.PostAsync($"/publisher/items/{item}", $"/publisher/items/{item}/publish");

        Assert.NotEqual(first, second);
        Assert.Contains("another signed file of this revision",
            (await BringAsync(item, page.Withdraw(first, "Overtaken."))).Body,
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await BringAsync(item, page.Withdraw(second, "Overtaken."))).Status);
    }

    [Fact]
    public async Task Needs_a_statement_that_the_public_knows()
    {
        var item = await page.StatementAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await page.Editor.GetAsync(Screen(item))).Status);
        var signed = await page.SignAsync(item);
        await page.Editor.PostFileAsync(SealedPage.SignScreen(item), SealedPage.SignScreen(item), signed);
        Assert.Equal(HttpStatusCode.NotFound, (await page.Editor.PostFileAsync("/publisher/new", Screen(item),
            page.Withdraw(signed, "Overtaken."))).Status);
    }

    [Fact]
    public async Task Takes_nothing_from_what_stays_public_while_a_newer_revision_waits()
    {
        var (item, signed) = await page.PublishedAsync();
        var edit = $"/publisher/items/{item}/en/edit";
        await page.Editor
            .PostAsync(edit, edit, ("based-on", "1"), ("title", "A word"), ("body", "The line stays shut."));
        await page.Editor
            .PostFileAsync(SealedPage.SignScreen(item), SealedPage.SignScreen(item), await page.SignAsync(item));

        var shown = (await page.Guest.GetAsync($"/en/{item}/a-word")).Body;
        Assert.Contains("The line stays open.", shown, StringComparison.Ordinal);
        Assert.Contains($"href=\"/statement/{page.Find(item).PublicId}/1.txt\"", shown, StringComparison.Ordinal);
        Assert.Contains("does not withdraw the latest revision",
            (await BringAsync(item, page.Withdraw(signed, "Overtaken."))).Body,
            StringComparison.Ordinal);
    }

    private static string Screen(ItemId item) => $"/publisher/items/{item}/withdraw-by-seal";

    private Task<Accounts.Answer> BringAsync(ItemId item, byte[] file) =>
        page.Editor.PostFileAsync(Screen(item), Screen(item), file);
}
