using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Tests.Accounts;
using Coulisse.Signals.Tests.Hosting;
using Coulisse.Signals.Tests.Hostile.Routes;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Statements;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using EditionStanding = Coulisse.Signals.Items.EditionStanding;

namespace Coulisse.Signals.Tests.Publisher;

/// <summary>The whole program over HTTP, its editor signed in, and beside it the keeper of a seal.</summary>
public sealed class SealedPage : IAsyncLifetime
{
    private const string Party = "Aldermark";

    private readonly TemporaryFolder _beside = new();
    private readonly Seal _seal = Seal.Generate(Party, new SystemRandom());
    private AccountsPage _page = null!;

    internal Browser Editor { get; private set; } = null!;

    internal Browser Guest { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _page = await AccountsPage.StartAsync();
        (Editor, Guest) = (_page.NewBrowser(), _page.NewBrowser());
        var link = await _page.NameFirstEditorAsync("Night Desk");
        await Editor.PostAsync(link, link, ("passphrase", Signing_in_and_up.Passphrase));
        SealChainFile.Create(Path.Combine(_beside.Path, "seal.chain"), _seal);
        await Editor.PostAsync("/publisher/settings", "/publisher/settings/seal",
            ("party", Party), ("seal", _seal.PublicKey.ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        Editor.Dispose();
        Guest.Dispose();
        await _page.DisposeAsync();
        _seal.Dispose();
        _beside.Dispose();
    }

    public Uri Address => _page.Address;

    internal List<PageRoute> Routes => PageRoute.Of(_page.Services);

    /// <summary>Whether these words stand anywhere in the page's file, as bytes.</summary>
    public bool Holds(string words)
    {
        _page.Database.Read(connection => connection.Run("PRAGMA wal_checkpoint(FULL)"));
        var sought = System.Text.Encoding.UTF8.GetBytes(words);
        return new[] { "", "-wal" }.Select(part => _page.DatabasePath + part).Where(File.Exists)
            .Any(path => ReadShared(path).AsSpan().IndexOf(sought) >= 0);
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    public Item Find(ItemId item) => Get<ItemStore>().Find(item)!;

    public Task<ItemId> StatementAsync(string body = "The line stays open.") => Get<ItemWriter>().CreateAsync(
        new(ItemKind.Statement, Publication.English,
            new(Publication.English, EditionStanding.Authentic, "A word", body)),
        by: null, Now, Publication.Cancel);

    public async Task<(ItemId Item, byte[] Signed)> PublishedAsync()
    {
        var item = await StatementAsync();
        var signed = await SignAsync(item);
        await Editor.PostFileAsync(SignScreen(item), SignScreen(item), signed);
        await Editor.PostAsync($"/publisher/items/{item}", $"/publisher/items/{item}/publish");
        return (item, signed);
    }

    /// <summary>What the page hands out, signed beside the seal.</summary>
    public async Task<byte[]> SignAsync(ItemId item, Seal? seal = null)
    {
        var unsigned = UnsignedStatementFile.Read(await Editor.DownloadAsync($"{SignScreen(item)}/unsigned"));
        using var keeper = Chain(seal ?? _seal);
        return SignedStatementFile.Sign(Assert.IsType<StatementReading.Read>(unsigned).Statement, seal ?? _seal, keeper,
            Now.ToDateTimeOffset());
    }

    /// <summary>As after the chain was lost: the same words and seal, and yet another signature.</summary>
    public async Task<byte[]> SignAnewAsync(ItemId item)
    {
        var unsigned = UnsignedStatementFile.Read(await Editor.DownloadAsync($"{SignScreen(item)}/unsigned"));
        using var chain = Open(Path.Combine(_beside.Path, Path.GetRandomFileName()), _seal);
        return SignedStatementFile.Sign(Assert.IsType<StatementReading.Read>(unsigned).Statement, _seal, chain,
            Now.ToDateTimeOffset().AddMinutes(1));
    }

    public byte[] Withdraw(byte[] signed, string reason, Seal? seal = null)
    {
        using var chain = Chain(seal ?? _seal);
        return WithdrawalFile.Sign(Assert.IsType<StatementVerification.Genuine>(SignedStatementFile.Verify(signed)),
            reason, seal ?? _seal, chain, Now.ToDateTimeOffset());
    }

    public static string SignScreen(ItemId item) => $"/publisher/items/{item}/sign";

    private Instant Now => Instant.FromDateTimeOffset(_page.Clock.GetUtcNow());

    private T Get<T>() where T : notnull => _page.Services.GetRequiredService<T>();

    private SealChainFile Chain(Seal seal) =>
        Open(Path.Combine(_beside.Path, $"{(seal == _seal ? "seal" : seal.PublicKey.ToString())}.chain"), seal);

    private static SealChainFile Open(string path, Seal seal)
    {
        if (!File.Exists(path))
            SealChainFile.Create(path, seal);
        return Assert.IsType<SealChainOpening.Opened>(SealChainFile.Open(path, seal.Party, seal.PublicKey)).Chain;
    }
}
