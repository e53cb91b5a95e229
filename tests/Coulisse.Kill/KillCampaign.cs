using System.Text.Json;

namespace Coulisse.Kill;

/// <summary>Kills the page again and again while readers use it, and looks each time whether everything is
/// there.</summary>
/// <remarks>
/// Round: start → send again what was never answered → compare what a guest sees with what was confirmed → readers
/// work →
/// SIGKILL at a random instant. Some rounds kill while the page starts. The first round that finds something is the
/// last. What a power cut would take from the system's own
/// buffers is not shown by this.
/// </remarks>
public sealed class KillCampaign : IAsyncDisposable
{
    private const int ReadersCount = 5;
    private const int KillsPerThread = 25;
    private const int WorkMillisecondsMax = 500;
    private const int StartMillisecondsMax = 1_500;
    private const string EditorsPassphrase = "nine lamps beside the quay";

    private readonly Wishes _wishes;
    private readonly Action<string> _say;
    private readonly Random _random;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coulisse-kill-");
    private readonly PageProgram _page;
    private readonly Visitor _guest;
    private readonly List<Ledger> _ledgers = [];
    private readonly Findings _found = new();
    private int _kills;
    private int _cut;

    private KillCampaign(Wishes wishes, Action<string> say)
    {
        (_wishes, _say, _random) = (wishes, say, new Random(wishes.Seed));
        _page = new(Path.Combine(_folder.FullName, "kill.page"));
        _guest = new(() => _page.Address);
    }

    /// <summary>A page with an editor whose rules hold nothing back.</summary>
    public static async Task<KillCampaign> BeginAsync(Wishes wishes, Action<string> say)
    {
        var campaign = new KillCampaign(wishes, say);
        await campaign.PrepareAsync();
        return campaign;
    }

    public async Task<Toll> RunAsync()
    {
        while (_kills < _wishes.Count && !_found.Any)
            await RunThreadAsync(Math.Min(_kills + KillsPerThread, _wishes.Count));
        await LookAtAllAsync();
        return Sum();
    }

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        _guest.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task PrepareAsync()
    {
        var said = await DoneAsync("editor", "Karl Aster");
        var wayIn = said[said.IndexOf("/way-in/", StringComparison.Ordinal)..].Split((char[]?)null, 2)[0];
        _page.Start();
        await _page.WaitUntilServingAsync();
        using var editor = new Visitor(() => _page.Address);
        await editor.PostAsync(wayIn, wayIn, new Dictionary<string, string> { ["passphrase"] = EditorsPassphrase });
        await editor.PostAsync("/publisher/settings", "/publisher/settings", new Dictionary<string, string>
        {
            ["default-language"] = "en",
            ["zone"] = "UTC",
            ["released-before"] = "0",
            ["account-age"] = "0",
            ["released-to-link"] = "0",
            ["links"] = "0",
            ["rate"] = "0",
            ["rate-minutes"] = "10",
        });
    }

    /// <summary>A new item and new readers until so many kills, so that a long campaign does not drown in one
    /// thread.</summary>
    private async Task RunThreadAsync(int killsUntil)
    {
        var ledger = await PublishAsync();
        _ledgers.Add(ledger);
        var readers = new List<Reader>();
        for (var i = 0; i < ReadersCount; i++)
            readers.Add(await Reader.SignUpAsync($"Reader {_ledgers.Count} {i}", new Visitor(() => _page.Address),
                new Random(_random.Next()), ledger));
        while (_kills < killsUntil && !_found.Any)
            await RunRoundAsync(ledger, readers);
        readers.ForEach(reader => reader.Dispose());
        _say($"{_kills} kills, {_ledgers.Sum(l => l.Confirmed)} confirmed, {_cut} cut something off");
    }

    private async Task RunRoundAsync(Ledger ledger, List<Reader> readers)
    {
        var work = readers.Select(reader => reader.WorkAsync()).ToList();
        await Task.Delay(_random.Next(WorkMillisecondsMax));
        await KillAsync();
        foreach (var refusal in await Task.WhenAll(work))
            Note(Findings.OfRefusal(refusal));
        if (readers.Any(reader => reader.Pending is not null))
            _cut++;
        while (_kills < _wishes.Count && _random.Next(6) == 0)
        {
            _page.Start();
            await Task.Delay(_random.Next(StartMillisecondsMax));
            await KillAsync();
        }
        _page.Start();
        await _page.WaitUntilServingAsync();
        foreach (var reader in readers)
            Note(Findings.OfRefusal(await reader.SendAgainAsync()));
        await CompareAsync(ledger);
    }

    private async Task KillAsync()
    {
        await _page.KillAsync();
        _kills++;
    }

    private async Task CompareAsync(Ledger ledger) =>
        Note(Comparison.Of(ledger, await ThreadShown.ReadAsync(_guest, ledger.Thread)));

    private void Note(Findings findings)
    {
        foreach (var sentence in findings.All)
            _say($"after {_kills} kills: {sentence}");
        _found.Lost.UnionWith(findings.Lost);
        _found.Doubled.UnionWith(findings.Doubled);
        _found.Altered.UnionWith(findings.Altered);
    }

    /// <summary>At the end every thread once more, and the file by SQLite's own check.</summary>
    private async Task LookAtAllAsync()
    {
        foreach (var ledger in _ledgers)
            await CompareAsync(ledger);
        var backup = await _page.RunAsync("backup", Path.Combine(_folder.FullName, "end.page"));
        if (backup.Code != 0)
            _found.Altered.Add("the file does not check out: " + backup.Error);
    }

    private async Task<Ledger> PublishAsync()
    {
        var file = Path.Combine(_folder.FullName, $"item-{_ledgers.Count}.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            kind = "report",
            original = "en",
            editions = new[]
            {
                new
                {
                    language = "en",
                    standing = "authentic",
                    title = $"A quiet line, part {_ledgers.Count + 1}",
                    body = new[] { "The advisers met.", "They said little." },
                },
            },
        }));
        var address = (await DoneAsync("import", file)).Split("Address: ")[1].Trim();
        return new(int.Parse(address.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture), address);
    }

    /// <summary>What a verb said; one that does not do its work ends the campaign.</summary>
    private async Task<string> DoneAsync(params string[] verb)
    {
        var said = await _page.RunAsync(verb);
        return said.Code == 0
            ? said.Output
            : throw new InvalidOperationException($"'{string.Join(' ', verb)}' ended with {said.Code}: {said.Error}");
    }

    private Toll Sum() => new(_kills, _cut, _ledgers.Sum(ledger => ledger.Confirmed),
        _found.Lost.Count, _found.Doubled.Count, _found.Altered.Count);
}
