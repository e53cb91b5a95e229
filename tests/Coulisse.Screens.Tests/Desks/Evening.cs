using Coulisse.Screens.Desks;
using Coulisse.Screens.Tests.Hosting;
using Coulisse.Stage;
using Microsoft.Playwright;

namespace Coulisse.Screens.Tests.Desks;

/// <summary>The classes that share one evening, one after the other.</summary>
[CollectionDefinition(nameof(Evening))]
public sealed class TheEvening : ICollectionFixture<Evening>;

/// <summary>Two stations, all their desks, and the screens of one of each side: all of them processes, and a
/// browser.</summary>
public sealed class Evening(SharedChromium shared) : IAsyncLifetime
{
    public const string Purpose = "To keep the line open";
    public const string Excluded = "Settling the conflict";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-desks-");

    public TwoParties Parties { get; private set; } = null!;

    public DeskOnStage Adviser => Parties.A.Desks[0];

    public DeskOnStage Secretary => Parties.B.Desks[0];

    public Window Ours { get; private set; } = null!;

    public Window Theirs { get; private set; } = null!;

    public IBrowser Browser
    {
        get
        {
            Assert.SkipUnless(shared.Chromium is not null, Chromium.WhyMissing);
            return shared.Chromium.Browser;
        }
    }

    public async ValueTask InitializeAsync()
    {
        Parties = await PreparedParties.LendAsync(folder.FullName);
        await Parties.StartAsync();
        foreach (var desk in (DeskOnStage[])[Adviser, Secretary])
            await File.WriteAllTextAsync(Path.Combine(Parties.Folder, desk.Folder, "screens.held-seconds"), "0");
        (Ours, Theirs) = (await Window.OpenAsync(Adviser, shared.Chromium),
            await Window.OpenAsync(Secretary, shared.Chromium));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var begun in (IAsyncDisposable?[])[Ours, Theirs, Parties]) // it may have failed to begin
        {
            if (begun is not null)
                await begun.DisposeAsync();
        }
        folder.Delete(recursive: true);
    }

    /// <summary>A room of the adviser's with the secretary, open at both ends, made with the verbs.</summary>
    public Task<string> OpenAsync(string purpose = Purpose) => DeskScene.OpenAsync(Parties, purpose, Excluded);
}
