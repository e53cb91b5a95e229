using Coulisse.Demo.Line;

namespace Coulisse.Demo;

/// <summary>./demo --once: imports an article, answers and votes in a real browser, kills the server, and looks whether all is there.</summary>
internal static class Proof
{
    private const string Answer = "C’est une bête de traducteur : elle mange les mots et rend des bêtises. ☙ 42";

    public static async Task<int> RunAsync(FileInfo? text)
    {
        var folder = Directory.CreateTempSubdirectory("coulisse-demo-").FullName;
        try
        {
            var sample = Path.Combine(Programs.Root, "samples", "article.txt");
            return await RunAsync(text?.FullName ?? sample, text?.FullName ?? PressReport() ?? sample, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RunAsync(string text, string carried, string folder)
    {
        Say("First the line: what is said behind the scenes.");
        var line = await LineProof.RunAsync(Path.Combine(folder, "line"), carried);
        Say("Then the page: what the public sees of it.");
        var isPageGood = await RunPageAsync(text, folder);
        Console.WriteLine(line);
        return isPageGood && line.IsGood ? 0 : 1;
    }

    private static async Task<bool> RunPageAsync(string text, string folder)
    {
        var saved = SavedText.Read(text);
        var people = People.New();
        await using var page = new PageProcess(Path.Combine(folder, "demo.page"), PageProcess.FreePort(null));
        Say("Starting the page.");
        await page.StartAsync(CancellationToken.None);
        var publication = new Publication(folder, page, people, Say);
        await publication.BuildAsync();
        Say("Importing the article.");
        var said = await Programs.DoAsync(Programs.Root, "page", "import", text, "--file", publication.PageFile);
        var address = said.Split('\n').First(line => line.StartsWith("Address: ", StringComparison.Ordinal))["Address: ".Length..].Trim();

        var facts = new Facts(new Uri(page.Address, address), saved);
        await facts.CheckAsGuestAsync("as imported", answers: 0);
        Say("Opening a browser: a guest reads, signs in, answers with a quotation, votes.");
        await using (var browser = await ReaderInBrowser.StartAsync())
        {
            facts.Note("the sign-in notice", await browser.SeesSignInNoticeAsync(facts.Address));
            await browser.SignInAsync(people.Reader);
            facts.Note("the answer with its quotation", await browser.AnswerAsync(facts.Address, saved, Answer));
            facts.Note("the vote", await browser.VoteUpAsync(facts.Address));
            Say("Killing the server (SIGKILL) and starting it again.");
            await page.KillAsync();
            await page.StartAsync(CancellationToken.None);
            facts.Note("the answer after the kill", await browser.SeesAnswerAsync(facts.Address, Answer));
            facts.Note("the vote after the kill, still signed in", await browser.SeesOwnVoteAsync(facts.Address));
        }
        await facts.CheckAsGuestAsync("after the kill", answers: 1);
        facts.Print();
        Console.WriteLine($"imported {facts.Imported} comments, answered {facts.Answered}, votes {facts.Votes}, lost {facts.Lost}");
        return facts.Lost == 0;
    }

    // Real words, where the folder of reference data is beside the repository or named by COULISSE_SHARED.
    private static string? PressReport()
    {
        var shared = Environment.GetEnvironmentVariable("COULISSE_SHARED") is { Length: > 0 } named ? named
            : Path.Combine(Programs.Root, "..", "shared");
        var file = Path.Combine(shared, "data", "press-report-fr.txt");
        return File.Exists(file) ? file : null;
    }

    private static void Say(string line) => Console.WriteLine("· " + line);
}
