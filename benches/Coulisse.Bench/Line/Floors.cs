using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Coulisse.Wire.Tls;
using Microsoft.Data.Sqlite;

namespace Coulisse.Bench.Line;

/// <summary>What no line over these parts can go below: a durable commit, and a way over loopback and back in
/// TLS.</summary>
/// <param name="CommitMilliseconds">Median of a commit of one row, write-ahead log, synchronous=FULL.</param>
/// <param name="TripMilliseconds">Median of a kilobyte there and back, TLS 1.3 on loopback.</param>
/// <param name="GroupedPerSecond">Rows a second where 256 of them are one commit.</param>
/// <param name="PostsPerSecond">Bare HTTP/2 requests of the same bytes that Kestrel answers, 16 senders.</param>
internal sealed record Floors(
    double CommitMilliseconds, double TripMilliseconds, double GroupedPerSecond, double PostsPerSecond)
{
    private const int RowBytes = 1_200; // as an envelope of 500 B is, padded to its bucket
    private const int GroupRows = 256;

    /// <summary>Four durable commits (desk, station, station, desk) and one and a half round trips.</summary>
    internal double LatencyMilliseconds => (4 * CommitMilliseconds) + (1.5 * TripMilliseconds);

    internal void Print() => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
          a durable commit of one row                {CommitMilliseconds,9:F3} ms
          a kilobyte there and back in TLS           {TripMilliseconds,9:F3} ms
          floor: 4 commits and 1.5 of these          {LatencyMilliseconds,9:F3} ms
          rows a second, 256 a commit                {GroupedPerSecond,9:F0}
          bare HTTP/2 requests a second, 16 senders  {PostsPerSecond,9:F0}
        """));

    internal static async Task<Floors> MeasureAsync(TimeSpan time, CancellationToken cancel)
    {
        var commit = await CommitsAsync(rowsEach: 1, time, cancel);
        var grouped = await CommitsAsync(GroupRows, time, cancel);
        var trip = await TripsAsync(time, cancel);
        return new(commit.P50, trip.P50, grouped.PerSecond * GroupRows, await BarePosts.PerSecondAsync(time, cancel));
    }

    private static async Task<Pace> CommitsAsync(int rowsEach, TimeSpan time, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("coulisse-bench-floor-");
        try
        {
            var text = new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(folder.FullName, "floor.db"),
                Pooling = false,
            };
            using var connection = new SqliteConnection(text.ToString());
            connection.Open();
            foreach (var sql in (string[])["PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = WAL",
                "PRAGMA synchronous = FULL", "CREATE TABLE row (id INTEGER PRIMARY KEY, body BLOB)"])
                Run(connection, sql);
            return await RepeatAsync(() => Commit(connection, rowsEach), time, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task Commit(SqliteConnection connection, int rows)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO row (body) VALUES (?1)";
        insert.Parameters.AddWithValue("?1", new byte[RowBytes]);
        for (var left = rows; left > 0; left--)
            insert.ExecuteNonQuery();
        transaction.Commit();
        return Task.CompletedTask;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteScalar();
    }

    private static async Task<Pace> TripsAsync(TimeSpan time, CancellationToken cancel)
    {
        using var tls = TlsIdentity.Generate();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var echoing = EchoAsync(listener, tls, cancel);
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync((IPEndPoint)listener.LocalEndpoint, cancel);
        await using (var stream = new SslStream(socket.GetStream(), false, (_, shown, _, _) =>
            shown is X509Certificate2 certificate && Pin.Of(certificate) == tls.PinOfKey))
        {
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = "coulisse",
                EnabledSslProtocols = SslProtocols.Tls13,
            }, cancel);
            var bytes = new byte[1_024];
            var pace = await RepeatAsync(async () =>
            {
                await stream.WriteAsync(bytes, cancel);
                await stream.ReadExactlyAsync(bytes, cancel);
            }, time, cancel);
            socket.Client.Shutdown(SocketShutdown.Send);
            await echoing;
            return pace;
        }
    }

    private static async Task EchoAsync(TcpListener listener, TlsIdentity tls, CancellationToken cancel)
    {
        using var socket = await listener.AcceptTcpClientAsync(cancel);
        socket.NoDelay = true;
        await using var stream = new SslStream(socket.GetStream());
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificate = tls.Certificate,
            EnabledSslProtocols = SslProtocols.Tls13,
        }, cancel);
        var bytes = new byte[1_024];
        while (await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel) == bytes.Length)
            await stream.WriteAsync(bytes, cancel);
    }

    /// <summary>One after the other: a fifth of the time to warm up, then counted.</summary>
    private static async Task<Pace> RepeatAsync(Func<Task> once, TimeSpan time, CancellationToken cancel)
    {
        var latencies = new Latencies();
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var repeating = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var begun = Latencies.Now;
                await once();
                latencies.Ended(begun);
            }
        }, cancel);
        await Task.Delay(time / 5, cancel);
        await latencies.CountAsync(time, cancel);
        await done.CancelAsync();
        await repeating;
        return latencies.Pace();
    }
}
