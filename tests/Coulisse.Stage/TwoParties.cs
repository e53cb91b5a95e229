using System.Net;
using System.Net.Sockets;

namespace Coulisse.Stage;

/// <summary>
/// Two invented parties in one folder, each with a seal, a station and desks, paired by letters and by voice as people
/// would: with the verbs of the programs alone; and, if wanted, a third one, an ally of the first.
/// </summary>
public sealed class TwoParties : IAsyncDisposable
{
    private const string Passphrase = "seven grey herons at low tide";

    private const string NameOfA = "Aldermark";
    private const string NameOfB = "Sorvane";
    private const string NameOfC = "Veldra";

    private static readonly WantedDesk[] DesksOfA =
        [new("adviser", "Security adviser"), new("attache", "Naval attaché", "duty officer")];

    private static readonly WantedDesk[] DesksOfB =
        [new("secretary", "Secretary of the Security Council"), new("envoy", "Envoy of the President")];

    private static readonly WantedDesk[] DesksOfC = [new("minister", "Foreign minister")];

    private static int lastPort = Random.Shared.Next(20_000, 29_000);

    private readonly string folder;
    private readonly Keeping keeping;
    private Action? ended;

    private TwoParties(string folder, Keeping keeping) => (this.folder, this.keeping) = (folder, keeping);

    public Party A { get; private set; } = null!;

    public Party B { get; private set; } = null!;

    /// <summary>A third party on a line with A alone; null if there is none.</summary>
    public Party? C { get; private set; }

    public IEnumerable<Party> Parties => C is null ? [A, B] : [A, B, C];

    public IEnumerable<DeskOnStage> Desks => Parties.SelectMany(party => party.Desks);

    public string Folder => folder;

    /// <summary>Makes everything, and starts nothing.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="say">Told what is being done.</param>
    /// <param name="keeping">What the stations leave a copy of.</param>
    public static async Task<TwoParties> SetUpAsync(
        string folder, Action<string> say, Keeping keeping = Keeping.Bundles)
    {
        var stage = new TwoParties(folder, keeping);
        var words = Path.Combine(folder, "passphrase");
        await File.WriteAllTextAsync(words, Passphrase + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(words, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        say("Each party makes its seal, its station and its desks, and its seal accredits them.");
        var parties = await Task.WhenAll(
            Party.MakeAsync(folder, NameOfA, FreePort(), keeping, DesksOfA),
            Party.MakeAsync(folder, NameOfB, FreePort(), keeping, DesksOfB));
        (stage.A, stage.B) = (parties[0], parties[1]);
        say("They hand each other their letters of credence, read their fingerprints aloud, and recognise each other.");
        await Task.WhenAll(stage.A.RecogniseAsync(stage.B), stage.B.RecogniseAsync(stage.A));
        foreach (var party in parties)
            party.Equip(party == stage.A ? stage.B : stage.A);
        return stage;
    }

    /// <summary>Makes an ally of A, and puts A's station and its first desk on a line with it; the other desk of A is
    /// not on that line. Before anything is started.</summary>
    /// <param name="say">Told what is being done.</param>
    public async Task AddAllyAsync(Action<string> say)
    {
        say($"{NameOfC}, an ally of {NameOfA}, is paired with it in the same way: a further line of its station and of "
            + "one of its desks.");
        C = await Party.MakeAsync(folder, NameOfC, FreePort(), keeping, DesksOfC);
        await A.PairAsync(C, A.Desks[0]);
    }

    /// <summary>What was made in this folder before.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="ended">Told when its last program has ended.</param>
    public static TwoParties Find(string folder, Action? ended = null) => new(folder, Keeping.Bundles)
    {
        ended = ended,
        A = Party.Find(folder, NameOfA, DesksOfA),
        B = Party.Find(folder, NameOfB, DesksOfB),
        C = Party.IsThere(folder, NameOfC) ? Party.Find(folder, NameOfC, DesksOfC) : null,
    };

    /// <summary>Starts both stations and every desk.</summary>
    public async Task StartAsync()
    {
        await Task.WhenAll(Parties.Select(party => party.Station.StartAsync()));
        await Task.WhenAll(Desks.Select(desk => desk.Server.StartAsync()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var party in Parties)
            await party.DisposeAsync();
        Interlocked.Exchange(ref ended, null)?.Invoke();
    }

    // Not one that the system gives out: it would give it to somebody else while the station is dead. And no two alike,
    // though nobody listens yet.
    private static int FreePort()
    {
        for (; ; )
        {
            var port = Interlocked.Increment(ref lastPort);
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // taken: another
            }
        }
    }
}
