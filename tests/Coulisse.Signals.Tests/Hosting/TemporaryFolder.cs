namespace Coulisse.Signals.Tests.Hosting;

/// <summary>An empty folder that goes when it is disposed.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("coulisse-page-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
