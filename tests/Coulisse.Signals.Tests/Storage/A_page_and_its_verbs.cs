using System.Net;
using Coulisse.Kill;
using Coulisse.Signals.Tests.Hosting;

namespace Coulisse.Signals.Tests.Storage;

/// <summary>The built program, several times on one file.</summary>
public sealed class A_page_and_its_verbs : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _guest = new();
    private PageProgram _page = null!;

    private string Beside(string name) => Path.Combine(_folder.Path, name);

    public async ValueTask InitializeAsync()
    {
        _page = new(Beside("a.page"));
        _page.Start();
        await _page.WaitUntilServingAsync();
    }

    [Fact]
    public async Task A_second_page_is_refused_in_one_sentence_and_the_first_goes_on()
    {
        var second = await _page.RunAsync("run", "--listen", "http://127.0.0.1:0");

        Assert.Equal((1, ""), (second.Code, second.Output));
        Assert.Equal(
            $"A page is already running on '{_page.File}': stop that one first, or name another file with --file.\n",
            second.Error);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/en/"));
    }

    [Fact]
    public async Task Nothing_is_left_locked_by_a_page_that_was_killed()
    {
        await _page.KillAsync();
        _page.Start();
        await _page.WaitUntilServingAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/en/"));
    }

    [Fact]
    public async Task Naming_an_editor_importing_exporting_and_backing_up_go_on_beside_it()
    {
        await File.WriteAllTextAsync(Beside("item.json"), """
            { "kind": "report", "original": "en", "editions": [
              { "language": "en", "standing": "authentic", "title": "A quiet line", "body": ["They said little."] } ] }
            """, TestContext.Current.CancellationToken);

        foreach (var verb in new string[][] { ["editor", "Karl Aster"], ["import", Beside("item.json")],
            ["export", "1"], ["backup", Beside("b.page")] })
            Assert.Equal((0, ""), await _page.RunAsync(verb) is var said ? (said.Code, said.Error) : default);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/en/1/a-quiet-line"));
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_page_that_runs()
    {
        Assert.Equal(0, (await _page.RunAsync("backup", Beside("b.page"))).Code);

        var restored = await _page.RunAsync("restore", Beside("b.page"));

        Assert.Equal((1, $"A page is already running on '{_page.File}': stop it, then restore.\n"),
            (restored.Code, restored.Error));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/en/"));
        await _page.KillAsync();
        Assert.Equal((0, ""),
            await _page.RunAsync("restore", Beside("b.page")) is var after ? (after.Code, after.Error) : default);
    }

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        _guest.Dispose();
        _folder.Dispose();
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await _guest.GetAsync(new Uri(_page.Address, path), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
