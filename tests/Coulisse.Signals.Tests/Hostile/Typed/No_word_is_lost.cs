using System.Net;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Items;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Tests.Accounts;
using Coulisse.Signals.Tests.Hostile.Routes;
using Coulisse.Signals.Translations;
using NodaTime;

namespace Coulisse.Signals.Tests.Hostile.Typed;

/// <summary>Every form of the page against every refusal that knows nothing of it.</summary>
public sealed class No_word_is_lost
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_form_gives_back_what_was_typed_whatever_refuses_it()
    {
        await using var page = await StartAsync();
        Assert.Equal([], Routes(page).Select(route => route.Name).Except(TypedTable.Lines.Keys));
        Assert.Equal([], TypedTable.Lines.Keys.Except(Routes(page).Select(route => route.Name)));

        var seen = new Dictionary<string, string>();
        foreach (var form in FormsOf(page))
            seen[form.Route.Name] = await LettersAsync(page, form);
        await FailEveryWriteAsync(page.Page.Database);
        foreach (var form in FormsOf(page))
            seen[form.Route.Name] += TypedTable.Lines[form.Route.Name].Letters[^1] == TypedTable.Never
                ? TypedTable.Never : form.ReadBack(await SendAsync(page, form.Sender, form));

        Assert.Equal(Print(TypedTable.Lines.Where(line => line.Value.Fields.Length > 0)
            .Select(line => (line.Key, line.Value.Letters))), Print(seen.Select(line => (line.Key, line.Value))));
    }

    [Fact]
    public async Task What_came_back_is_good_to_be_sent_again()
    {
        await using var page = await StartAsync();
        foreach (var form in FormsOf(page))
        {
            if (form.Route.Pattern.EndsWith("/machine", StringComparison.Ordinal))
                continue; // no machine is named here, so it is refused whatever is sent
            var refused = await page[form.Sender].PostBareAsync(form.Address, form.Fields);
            Assert.True(form.ReadBack(refused) == TypedTable.ToSend, $"{form.Route.Name}: {refused}");
            var sent = await page[form.Sender].PostBareAsync(form.Address, form.Again(refused));
            Assert.True(sent.Status is HttpStatusCode.SeeOther or HttpStatusCode.Found, $"{form.Route.Name}: {sent}");
        }
    }

    [Fact]
    public async Task A_foreign_sites_words_are_never_laid_before_a_person()
    {
        await using var page = await StartAsync();
        foreach (var form in FormsOf(page))
        {
            var answer = await page[form.Sender].PostFromElsewhereAsync(form.Address, form.Fields);
            Assert.All(form.Typed.Where(field => field.Value.Contains("Of ", StringComparison.Ordinal)),
                field => Assert.DoesNotContain($"Of {field.Name}", answer.Body, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<PageRoute> Routes(PeopledPage page) =>
        PageRoute.Of(page.Page.Services).Where(route => route.IsPost);

    /// <summary>Those that end something for the others come last.</summary>
    private static List<TypedForm> FormsOf(PeopledPage page) =>
    [
        .. Routes(page).Where(route => TypedTable.Lines.TryGetValue(route.Name, out var line) && line.Fields.Length > 0)
            .OrderBy(route => route.Pattern.EndsWith("/withdraw", StringComparison.Ordinal)
                || route.Pattern.StartsWith("/publisher/moderation", StringComparison.Ordinal))
            .ThenBy(route => route.Pattern, StringComparer.Ordinal).Select(route => TypedForms.Of(route, page)),
    ];

    private static async Task<string> LettersAsync(PeopledPage page, TypedForm form)
    {
        var letters = TypedTable.Lines[form.Route.Name].Letters;
        var signedOut = form.ReadBack(await page["guest"].PostBareAsync(form.Address, form.Fields));
        var stale = form.ReadBack(await page[form.Sender].PostBareAsync(form.Address, form.Fields));
        var suspended = letters[2] == TypedTable.Never ? TypedTable.Never
            : ReadSuspended(form, await SendAsync(page, "suspended", form));
        var often = letters[3] == TypedTable.Never ? TypedTable.Never : await OftenAsync(form);
        var nothing = letters[4] == TypedTable.Never ? TypedTable.Never
            : form.OfNothing.ReadBack(await SendAsync(page, form.Sender, form.OfNothing));
        return $"{signedOut}{stale}{suspended}{often}{nothing}";
    }

    private static char ReadSuspended(TypedForm form, Answer answer)
    {
        Assert.True(answer.Status == HttpStatusCode.Forbidden, $"{form.Route.Name}: {answer}");
        Assert.Contains("Shouted.", answer.Body, StringComparison.Ordinal);
        return form.ReadBack(answer);
    }

    /// <summary>On a page of its own, until it says that it is too often.</summary>
    private static async Task<char> OftenAsync(TypedForm form)
    {
        await using var page = await PeopledPage.StartAsync(RequestLimits.Usual with { Posting = 1, Writing = 1 });
        for (var n = 0; n < 10; n++)
        {
            var answer = await SendAsync(page, form.Sender, form);
            if (answer.Status == HttpStatusCode.TooManyRequests)
                return form.ReadBack(answer);
        }
        return TypedTable.Never;
    }

    private static Task<Answer> SendAsync(PeopledPage page, string role, TypedForm form) =>
        page[role].PostAsync("/account/sign-in", form.Address, form.Fields);

    /// <summary>As if the disk were full: no row of any table can be written.</summary>
    private static Task<int> FailEveryWriteAsync(Database database) => database.WriteAsync(connection =>
    {
        var tables = connection.All(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'", row => row.GetString(0));
        foreach (var table in tables)
        {
            foreach (var act in new[] { "INSERT", "UPDATE", "DELETE" })
            {
                connection.Run(
                    $"CREATE TRIGGER fail_{act}_{table} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END");
            }
        }
        return 0;
    }, Cancel);

    /// <summary>With a draft, a removed comment of the reader's and a report about a translation.</summary>
    private static async Task<PeopledPage> StartAsync()
    {
        var page = await PeopledPage.StartAsync();
        var now = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        var english = LanguageTag.Known("en");
        await page.Get<ItemWriter>().CreateAsync(new(ItemKind.Report, english,
            new(english, EditionStanding.Authentic, "Not yet out", "A draft.")), by: null, now, Cancel);
        var removed = await page.CommentAsync("reader", "Removed.");
        await page.Get<ModerationWriter>().DecideAsync(
            new(removed, DecisionAct.Remove, "Off the subject.", page.IdOf("moderator"), Moderators: 2), now, Cancel);
        await page.Get<TranslationReportStore>()
            .AddAsync(new(1), LanguageTag.Known("fr"), 1, "calme", "", by: null, now, Cancel);
        return page;
    }

    private static string Print(IEnumerable<(string Name, string Letters)> lines) => string.Join('\n',
        lines.OrderBy(line => line.Name, StringComparer.Ordinal).Select(line => $"{line.Letters} {line.Name}"));
}
