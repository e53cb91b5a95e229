using Coulisse.Crypto.Codec;
using Coulisse.Station.Storage;
using Coulisse.Station.Storage.Sqlite;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Microsoft.Data.Sqlite;

namespace Coulisse.Station.Tests.Storage;

/// <summary>
/// Power fails while a commit is being written. Of what had not been synced, any sectors of 512 bytes are on the disk
/// and any are not. Every commit before is there, whole; this one is there whole, or not at all.
/// </summary>
[Trait("Pace", "slow")]
[Trait("Row", "34")]
public sealed class ThePowerIsCut : IDisposable
{
    private const int Commits = 30;
    private const int CutsEach = 20;

    private static readonly LineId Line = LineParties.Of("Aldermark", "Sorvane").Id;
    private static readonly string[] Suffixes = ["", "-wal"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("coulisse-power-");

    private string FileName => Path.Combine(folder.FullName, "station.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_was_acknowledged_is_there_and_nothing_torn_is_taken(ulong number)
    {
        var seed = new Seed(number);
        var (torn, whole, lost) = (0, 0, 0);
        using var store = SqliteStationStore.Open(FileName);
        var before = Snapshot();
        for (ulong entry = 1; entry <= Commits; entry++)
        {
            store.AddEntry(Line, Side.A, EntryOf(entry));
            store.Commit();
            var after = Snapshot();
            if (before[0].AsSpan().SequenceEqual(after[0])) // else the log was emptied: another order of writing
            {
                for (var cut = 0; cut < CutsEach; cut++)
                {
                    if (IsThere(before, TornWrites.Of(before[1], after[1], seed), entry, ref torn))
                        whole++;
                    else
                        lost++;
                }
            }
            before = after;
        }
        Assert.True(torn > 100 && whole > 0 && lost > 0, $"{torn} torn, {whole} whole, {lost} not there");
    }

    // Opens what a machine would find; the commits before have to be in it.
    private bool IsThere(byte[][] synced, byte[] log, ulong number, ref int torn)
    {
        var file = Path.Combine(folder.FullName, "found.db");
        File.WriteAllBytes(file, synced[0]);
        File.WriteAllBytes(file + "-wal", log);
        File.Delete(file + "-shm");
        torn++;
        using var store = SqliteStationStore.Open(file);
        for (ulong earlier = 1; earlier < number; earlier++)
            Assert.Equal(EntryOf(earlier), store.Entry(Line, Side.A, new(1, earlier)));
        var last = store.Entry(Line, Side.A, new(1, number));
        Assert.True(last is null || last == EntryOf(number));
        return last is not null;
    }

    private byte[][] Snapshot() => [.. Suffixes.Select(suffix => File.Exists(FileName + suffix)
        ? Read(FileName + suffix) : [])];

    // The store has it open.
    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static KeptEntry EntryOf(ulong number)
    {
        var body = new byte[3_000];
        new Random((int)number).NextBytes(body);
        var bytes = Opaque.Owning(body);
        return new(new(new(1, number), Entry.HashOf(bytes)), EntryLink.Start, LeadRank.Usual, bytes.Length, bytes);
    }
}
