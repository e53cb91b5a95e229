using System.Net;
using Coulisse.Signals.Accounts;

namespace Coulisse.Signals.Tests.Hostile;

public sealed class What_a_suspension_ends
{
    [Fact]
    public async Task A_suspended_moderator_decides_nothing_any_more()
    {
        await using var page = await PeopledPage.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await page["moderator"].GetAsync("/publisher/moderation")).Status);

        await page.Get<People>().SuspendAsync(page.IdOf("editor"), page.IdOf("moderator"), "Removed at will.",
            TestContext.Current.CancellationToken);
        page.Page.Clock.Forward(TimeSpan.FromSeconds(2));

        Assert.Equal(HttpStatusCode.Forbidden, (await page["moderator"].GetAsync("/publisher/moderation")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await page["moderator"].PostAsync("/account", "/publisher/moderation/1",
            ("act", "Remove"), ("reason", "I say so."))).Status);
    }

    [Fact]
    public async Task One_named_editor_while_suspended_decides_about_nobody_until_reopened()
    {
        await using var page = await PeopledPage.StartAsync();
        var cancel = TestContext.Current.CancellationToken;
        await page.Get<People>().NameAsync(page.IdOf("editor"), page.IdOf("suspended"), Role.Editor, cancel);
        page.Page.Clock.Forward(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.Forbidden, (await page["suspended"].GetAsync("/publisher/people")).Status);

        await page.Get<People>().ReopenAsync(page.IdOf("editor"), page.IdOf("suspended"), "Appeal granted.", cancel);
        page.Page.Clock.Forward(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.OK, (await page["suspended"].GetAsync("/publisher/people")).Status);
    }
}
