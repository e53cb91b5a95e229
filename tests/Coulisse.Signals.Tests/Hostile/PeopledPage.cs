using System.Globalization;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Tests.Accounts;
using Coulisse.Signals.Threads;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Coulisse.Signals.Tests.Hostile;

/// <summary>The whole program with an item in two languages, a few comments, and a browser for each kind of person.</summary>
internal sealed class PeopledPage : IAsyncDisposable
{
    public const string Passphrase = Signing_in_and_up.Passphrase;
    public const string ItemAddress = "/en/1/a-quiet-line";
    public static readonly string[] Roles = ["guest", "reader", "suspended", "moderator", "editor"];

    private readonly Dictionary<string, Browser> _browsers = [];

    private PeopledPage(AccountsPage page) => Page = page;

    public AccountsPage Page { get; }

    public Browser this[string role] => _browsers[role];

    public T Get<T>() where T : notnull => Page.Services.GetRequiredService<T>();

    public static async Task<PeopledPage> StartAsync(RequestLimits? limits = null)
    {
        var page = new PeopledPage(await AccountsPage.StartAsync(limits));
        foreach (var role in Roles)
            page._browsers[role] = page.Page.NewBrowser();
        foreach (var role in Roles.Skip(1))
            await page[role].SignUpAsync(NameOf(role), Passphrase);
        await page.SetRolesAsync();
        await page.PublishAsync();
        return page;
    }

    public static string NameOf(string role) => role switch
    {
        "reader" => "Otto Halm",
        "suspended" => "Ines Vrow",
        "moderator" => "Petra Lund",
        _ => "Karl Aster",
    };

    public AccountId IdOf(string role) => new(Page.Database.Read(file => file.First(
        "SELECT id FROM account WHERE display_name = $name", row => row.GetString(0), ("name", NameOf(role))))!);

    /// <summary>A comment of this person's, shown at once.</summary>
    public async Task<CommentId> CommentAsync(string role, string words, CommentId? answering = null)
    {
        var text = Assert.IsType<ParsedComment.Accepted>(CommentText.Parse(words, [])).Text;
        var form = SubmissionId.From(Convert.FromHexString(Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)));
        var posting = await Get<ThreadWriter>().PostAsync(new(new(1), answering, "en", text, form),
            new(IdOf(role), Instant.FromUtc(2026, 1, 1, 0, 0), IsNeverHeld: true), Now, TestContext.Current.CancellationToken);
        return Assert.IsType<Posting.Saved>(posting).Comment;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers.Values)
            browser.Dispose();
        await Page.DisposeAsync();
    }

    private static Instant Now => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    private async Task SetRolesAsync()
    {
        Page.Clock.Forward(TimeSpan.FromSeconds(2));
        var cancel = TestContext.Current.CancellationToken;
        var people = Get<People>();
        await people.NameAsync(IdOf("reader"), IdOf("moderator"), Role.Moderator, cancel);
        await people.NameAsync(IdOf("reader"), IdOf("editor"), Role.Editor, cancel);
        await people.SuspendAsync(IdOf("editor"), IdOf("suspended"), "Shouted.", cancel);
        Page.Clock.Forward(TimeSpan.FromSeconds(2));
    }

    private async Task PublishAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        await Page.Database.WriteAsync(connection =>
        {
            HoldingSettingsStore.Save(connection, new() { ReleasedBeforeMin = 0, AccountAgeMinutesMin = 0, RateMax = 0, Words = ["swindler"] });
            return 0;
        }, cancel);
        var writer = Get<ItemWriter>();
        var english = LanguageTag.Known("en");
        var id = await writer.CreateAsync(new(ItemKind.Report, english,
            new(english, EditionStanding.Authentic, "A quiet line", "The advisers met.\n\nThey said little.")), by: null, Now, cancel);
        await writer.SaveAsync(id, new(LanguageTag.Known("fr"), EditionStanding.OfficialTranslation, "Une ligne calme",
            "Les conseillers se sont vus.\n\nIls ont peu dit.", new(english, 1)), by: null, Now, cancel);
        await writer.PublishAsync(id, Now, cancel);
        var first = await CommentAsync("editor", "A first word.");
        await CommentAsync("moderator", "An answer.", first);
    }
}
