using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Coulisse.Demo.Line;

/// <summary>The page of the ally: what its minister hands over is taken up, signed by its seal where that lies, and
/// scheduled; the page publishes it by itself, at the minute.</summary>
internal sealed class AllyPage : IAsyncDisposable
{
    private const string Editor = "Editor of Veldra";
    private const string File = "veldra.page";

    private readonly TwoParties parties;
    private readonly PageProcess page;
    private readonly Visitor editor;
    private string item = "";

    private AllyPage(TwoParties parties, int port)
    {
        (this.parties, page) = (parties, new(Path.Combine(parties.Folder, File), port));
        editor = new(page.Address);
    }

    /// <summary>Where a reader finds it.</summary>
    public Uri Address => new(page.Address, $"/en/{item}/x");

    /// <summary>Starts it, names an editor, and tells it which seal is its party's.</summary>
    public static async Task<AllyPage> StartAsync(TwoParties parties)
    {
        var ally = new AllyPage(parties, FreePort());
        await ally.page.StartAsync(CancellationToken.None);
        var said = await ally.DoAsync("page", "editor", Editor, "--file", File);
        var wayIn = said[said.IndexOf("/way-in/", StringComparison.Ordinal)..].Split((char[]?)null, 2)[0];
        await ally.editor.SendAsync(wayIn, "/way-in/", ("passphrase", Demo.Words.Passphrase()));
        await ally.editor.SendAsync("/publisher/settings", "/publisher/settings", ("name-en", "Veldra"),
            ("name-fr", "Veldra"), ("name-ru", "Вельдра"), ("name-ar", "فيلدرا"), ("zone", "Europe/Paris"));
        var key = (await System.IO.File.ReadAllLinesAsync(Path.Combine(parties.Folder, "veldra.pub")))
            .First(line => line.StartsWith("Key: ", StringComparison.Ordinal))["Key: ".Length..];
        await ally.editor.SendAsync("/publisher/settings", "/publisher/settings/seal", ("party", "Veldra"),
            ("seal", key));
        return ally;
    }

    /// <summary>Takes up an item file; the seal signs it, apart from the page; it goes out at the minute.</summary>
    public async Task TakeAsync(string file, DateTime minute)
    {
        item = (await DoAsync("page", "import", file, "--file", File)).Split("item ")[1].Split('.')[0];
        var (unsigned, signed) = ("veldra-unsigned.txt", "veldra-signed.txt");
        await System.IO.File.WriteAllBytesAsync(Path.Combine(parties.Folder, unsigned),
            await editor.DownloadAsync($"/publisher/items/{item}/sign/unsigned"));
        await DoAsync("statement", "sign", unsigned, "--seal", "veldra.seal", "--passphrase-file", "passphrase",
            "--out", signed);
        await editor.SendFileAsync($"/publisher/items/{item}/sign", $"/publisher/items/{item}/sign", "file",
            "statement.txt", await System.IO.File.ReadAllBytesAsync(Path.Combine(parties.Folder, signed)));
        await editor.SendAsync($"/publisher/items/{item}", $"/publisher/items/{item}/schedule",
            ("date", minute.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("time", minute.ToString("HH:mm", CultureInfo.InvariantCulture)), ("zone", "Etc/UTC"));
    }

    /// <summary>Whether a guest is shown it.</summary>
    public async Task<bool> IsOutAsync()
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(Address);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>What a guest reads of it in a language: the heading, and that the seal's proof is beside it.</summary>
    public async Task<string> ReadAsync(string language)
    {
        using var guest = new Visitor(page.Address);
        var shown = await guest.OpenAsync($"/{language}/{item}/x");
        return shown.QuerySelector("main h1")?.TextContent.Trim()
            ?? throw new StageException($"The page shows no heading in {language}.");
    }

    public async ValueTask DisposeAsync()
    {
        editor.Dispose();
        await page.DisposeAsync();
    }

    private Task<string> DoAsync(params string[] arguments) => Programs.DoAsync(parties.Folder, arguments);

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
