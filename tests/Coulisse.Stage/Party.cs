namespace Coulisse.Stage;

/// <summary>A desk that a party wants.</summary>
public sealed record WantedDesk(string Folder, string Office, string Mandate = "principal");

/// <summary>What a station leaves a copy of.</summary>
public enum Keeping
{
    /// <summary>Every bundle that it sends.</summary>
    Bundles,

    /// <summary>Nothing: what is measured should not write twice.</summary>
    Nothing,
}

/// <summary>One party: its seal, its station, its desks.</summary>
public sealed class Party : IAsyncDisposable
{
    private readonly string folder;
    private readonly string stem;

    private Party(string folder, string name, int port, Keeping keeping)
    {
        (this.folder, Name, stem) = (folder, name, name.ToLowerInvariant());
        Bundles = $"{stem}-bundles";
        Station = new("Coulisse.Station", "coulisse-station", folder,
            ["run", StationFolder, "--listen", $"127.0.0.1:{port}",
                .. keeping == Keeping.Bundles ? (string[])["--keep-bundles", Bundles] : []], "Listens at");
    }

    public string Name { get; }

    public Server Station { get; }

    public string StationFolder => $"{stem}-station";

    /// <summary>Where its station leaves a copy of every bundle that it sends.</summary>
    public string Bundles { get; }

    public IReadOnlyList<DeskOnStage> Desks { get; private set; } = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in Desks)
        {
            await desk.Screens.DisposeAsync();
            await desk.Server.DisposeAsync();
        }
        await Station.DisposeAsync();
    }

    internal static async Task<Party> MakeAsync(
        string folder, string name, int port, Keeping keeping, WantedDesk[] desks)
    {
        var party = new Party(folder, name, port, keeping);
        Directory.CreateDirectory(Path.Combine(folder, party.Bundles));
        await party.DoAsync(["seal", "new", party.stem, "--party", name, .. Words]);
        await party.DoAsync(["station", "new", party.StationFolder, "--seal", $"{party.stem}.pub",
            "--address", $"https://127.0.0.1:{port}"]);
        await party.AccreditAsync($"{party.StationFolder}/station", "Station", mandate: null);
        foreach (var desk in desks)
        {
            await party.DoAsync(["desk", "new", desk.Folder, "--seal", $"{party.stem}.pub", .. Words]);
            await party.AccreditAsync($"{desk.Folder}/desk", desk.Office, desk.Mandate);
        }
        party.Desks = [.. desks.Select(desk => new DeskOnStage(folder, desk))];
        await party.WriteLetterAsync(party.Letter, desks.Select(desk => desk.Folder));
        return party;
    }

    /// <summary>Whether a party of this name was made in this folder.</summary>
    internal static bool IsThere(string folder, string name) =>
        Directory.Exists(Path.Combine(folder, $"{name.ToLowerInvariant()}-station"));

    /// <summary>A party that was made before, in the same folder.</summary>
    internal static Party Find(string folder, string name, WantedDesk[] desks)
    {
        var request = File.ReadAllLines(Path.Combine(folder, $"{name.ToLowerInvariant()}-station", "station.request"));
        var address = request.First(line => line.Contains("https://", StringComparison.Ordinal)).Split(' ')[^1];
        return new(folder, name, new Uri(address).Port, Keeping.Bundles)
        {
            Desks = [.. desks.Select(desk => new DeskOnStage(folder, desk))],
        };
    }

    /// <summary>The party's seal orders a leaf of its own out of a room; gives the order's file.</summary>
    public async Task<string> OrderOutAsync(string room, string leaf)
    {
        var order = $"{leaf[..8]}.order";
        await DoAsync(["recall", "leaf", "--room", room, "--leaf", leaf, "--seal", Seal, .. Words, "--out", order]);
        return order;
    }

    /// <summary>The party's seal grants a desk of its own what it asks for; gives the order's file.</summary>
    public async Task<string> GrantAsync(string request)
    {
        var order = Path.ChangeExtension(request, ".order");
        await DoAsync(["recall", "replace", request, "--seal", Seal, .. Words, "--out", order]);
        return order;
    }

    /// <summary>By the other's letter, unless it wrote another one for this party.</summary>
    internal async Task RecogniseAsync(Party other, string? letter = null)
    {
        var aloud = (await File.ReadAllLinesAsync(Path.Combine(folder, $"{other.stem}.pub")))
            .First(line => line.StartsWith("Fingerprint: ", StringComparison.Ordinal))["Fingerprint: ".Length..];
        await DoAsync(["compare", letter ?? other.Letter, "--seal", Seal, "--fingerprint", aloud]);
        await DoAsync(["recognise", letter ?? other.Letter, "--seal", Seal, .. Words,
            "--out", RecognitionOf(other, letter)]);
    }

    /// <summary>Puts the files of credence where station and desks look for them.</summary>
    internal void Equip(Party other, string? letter = null)
    {
        string[] given = [Letter, letter ?? other.Letter, RecognitionOf(other, letter)];
        foreach (var to in Desks.Select(desk => desk.Folder).Append(StationFolder))
        {
            foreach (var file in given)
                File.Copy(Path.Combine(folder, file), Path.Combine(folder, to, file));
        }
        foreach (var desk in Desks)
        {
            File.Copy(Path.Combine(folder, $"{stem}.chain"), Path.Combine(folder, desk.Folder, $"{stem}.chain"));
            foreach (var kind in (string[])["accreditation", "enrolment"])
                File.Copy(Path.Combine(folder, desk.Folder, $"desk.{kind}"),
                    Path.Combine(folder, StationFolder, $"{desk.Folder}.{kind}"));
        }
    }

    /// <summary>Pairs with a further party; its letter to them names one desk, and no other desk of its is on that
    /// line.</summary>
    internal async Task PairAsync(Party other, DeskOnStage desk)
    {
        var letter = $"{stem}-{other.stem}.letter";
        await WriteLetterAsync(letter, [desk.Folder]);
        await Task.WhenAll(RecogniseAsync(other), other.RecogniseAsync(this, letter));
        other.Equip(this, letter);
        foreach (var one in Desks)
            File.Copy(Path.Combine(folder, $"{stem}.chain"), Path.Combine(folder, one.Folder, $"{stem}.chain"), true);
        string[] line = ["--as", other.stem, letter, other.Letter, RecognitionOf(other)];
        await DoAsync(["station", "add-line", StationFolder, .. line,
            .. ((string[])["accreditation", "enrolment"]).Select(kind => $"{StationFolder}/{desk.Folder}.{kind}")]);
        await DoAsync(["desk", "add-line", desk.Folder, .. line, .. Words]);
    }

    private static string[] Words => ["--passphrase-file", "passphrase"];

    private string Seal => $"{stem}.seal";

    // All parties keep their files in one folder: who is recognised by two of them has two files there.
    private string RecognitionOf(Party other, string? letter = null) =>
        letter is null ? $"{other.stem}.recognition" : $"{stem}-{other.stem}.recognition";

    private string Letter => $"{stem}.letter";

    private Task WriteLetterAsync(string letter, IEnumerable<string> desks) => DoAsync(["letter", "write",
        "--seal", Seal, .. Words, "--out", letter, "--station", $"{StationFolder}/station.accreditation",
        .. desks.SelectMany(desk => (string[])["--desk", $"{desk}/desk.accreditation"])]);

    private Task AccreditAsync(string subject, string office, string? mandate) => DoAsync(["accredit",
        $"{subject}.request", "--seal", Seal, .. Words, "--office", $"en={office}", "--out", $"{subject}.accreditation",
        .. mandate is null ? (string[])[] : ["--mandate", mandate]]);

    private Task<string> DoAsync(string[] arguments) => Programs.DoAsync(folder, arguments);
}
