using System.Net;
using System.Net.Sockets;
using Coulisse.Station.Keys;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;

namespace Coulisse.Bench.Line;

/// <summary>Two stations' folders that recognise each other, in a folder that goes with this.</summary>
internal sealed class LineOnDisk : IDisposable
{
    private const string FilesInMemory = "/dev/shm";

    private readonly DirectoryInfo folder;

    /// <param name="desks">How many the first station has.</param>
    /// <param name="inMemory">Where the system has such a folder: for what a slow disk would only hide.</param>
    internal LineOnDisk(int desks, bool inMemory = false)
    {
        folder = inMemory && Directory.Exists(FilesInMemory)
            ? Directory.CreateDirectory(Path.Combine(FilesInMemory, $"coulisse-bench-line-{Guid.NewGuid():N}"))
            : Directory.CreateTempSubdirectory("coulisse-bench-line-");
        var seed = new Seed(20_260_101);
        A = new(folder.FullName, "Aldermark", FreePort(), desks, seed);
        B = new(folder.FullName, "Sorvane", FreePort(), desks: 1, seed);
        A.Recognise(B);
        B.Recognise(A);
        using var opened = StationFolder.Open(A.Folder);
        Id = opened.Settings(null, null).Lines[0].Terms.Id;
    }

    internal StationOnDisk A { get; }

    internal StationOnDisk B { get; }

    internal LineId Id { get; }

    internal static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        A.Dispose();
        B.Dispose();
        folder.Delete(recursive: true);
    }
}
