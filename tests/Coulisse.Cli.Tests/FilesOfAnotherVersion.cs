using System.Buffers.Binary;

namespace Coulisse.Cli.Tests;

/// <summary>What another version of this program wrote is left as it is, and a sentence says which version to
/// use.</summary>
[Trait("Pace", "slow")]
[Collection("programs")] // One at a time: a program just written is busy while another test forks.
public sealed class FilesOfAnotherVersion : IDisposable
{
    private const int UserVersion = 60; // of a SQLite file's header, four bytes

    private readonly Desk folder = OnALine.Lend();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("desk", "open", "adviser", "--no-screens", "--witness", "witness", "--passphrase-file", "words")]
    [InlineData("desk", "passphrase", "adviser", "--new-passphrase-file", "words", "--passphrase-file", "words")]
    [InlineData("desk", "add-line", "adviser", "--as", "veldra", "own.letter", "--passphrase-file", "words")]
    public void A_vault_is_opened_by_no_verb(params string[] verb)
    {
        Changed("adviser/desk.vault", file => Renumber(file, 2), verb);
        Changed("adviser/desk.vault", file => file[file.AsSpan().IndexOf("COULISSE VAULT 1"u8) + 17] = 2, verb);
    }

    [Fact]
    public void A_stations_keys_and_its_store_start_no_station()
    {
        Changed("north/station.keys", file => file[17] = 2, "station", "run", "north", "--listen", "127.0.0.1:0");
        Changed("north/station.keys", file => file[17] = 2, "station", "check", "north");
        using (var station = folder.Start("station", "run", "north", "--listen", "127.0.0.1:0"))
        {
            station.SaysUntil("Listens at");
            Assert.Equal(0, station.Stop());
        }
        Changed("north/station.db", file => Renumber(file, 9), "station", "run", "north", "--listen", "127.0.0.1:0");
        using var again = folder.Start("station", "run", "north", "--listen", "127.0.0.1:0");
        again.SaysUntil("Listens at");
    }

    private void Changed(string name, Action<byte[]> change, params string[] verb)
    {
        var (before, changed) = (folder.Read(name), folder.Read(name));
        change(changed);
        Assert.NotEqual(before, changed);
        folder.Write(name, changed);
        var ended = folder.Run(verb);
        Assert.Contains("another version", ended.Error, StringComparison.Ordinal);
        Assert.Matches("use that version|start the version that wrote it last", ended.Error);
        Assert.Single(ended.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal((2, ""), (ended.Code, ended.Output));
        Assert.Equal(changed, folder.Read(name));
        folder.Write(name, before);
    }

    private static void Renumber(byte[] file, int version) =>
        BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(UserVersion), version);
}
