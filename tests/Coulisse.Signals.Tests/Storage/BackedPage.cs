using System.Security.Cryptography;
using System.Text;
using Coulisse.Signals.Exchange;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Tests.Hosting;
using Microsoft.Data.Sqlite;

namespace Coulisse.Signals.Tests.Storage;

/// <summary>A page's backup, to be changed, and the place where it is given back to.</summary>
internal sealed class BackedPage : IDisposable
{
    private const int SumBytes = 18 + 64 + 1;

    private readonly TemporaryFolder _folder = new();

    public string Backed => Beside("monday.page");

    public string Target => Beside("a.page");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    public string Beside(string name) => Path.Combine(_folder.Path, name);

    public async Task TakeAsync()
    {
        using var page = Database.Open(Beside("first.page"), besideARunningPage: false);
        await page.WriteAsync(c => c.Run("INSERT INTO setting VALUES ('zone', 'Asia/Tokyo')"), Cancel);
        Backup.Take(page, Backed);
    }

    /// <summary>File and log as they stand while a page runs: what a kill leaves.</summary>
    public async Task LeaveKilledPageAsync(string path)
    {
        using var other = Database.Open(Beside("other.page"), besideARunningPage: false);
        await other.WriteAsync(c => c.Run("INSERT INTO setting VALUES ('zone', 'Europe/Oslo')"), Cancel);
        foreach (var part in new[] { "", "-wal" })
            File.Copy(Beside("other.page") + part, path + part);
    }

    public static string? ZoneIn(string path)
    {
        using var page = Database.Open(path, besideARunningPage: false);
        return page.Read(c => c.First("SELECT value FROM setting", row => row.GetString(0)));
    }

    public void ChangeInside(string sql) => Change(file => { }, () => RunInside(sql));

    public void ChangeBytes(Action<FileStream> change) => Change(change, () => { });

    /// <summary>Changes what stands before the sum, and puts the right sum behind it.</summary>
    private void Change(Action<FileStream> bytes, Action rows)
    {
        using (var file = File.Open(Backed, FileMode.Open))
        {
            file.SetLength(file.Length - SumBytes);
            bytes(file);
        }
        rows();
        AppendSum();
    }

    private void RunInside(string sql)
    {
        using var inside = new SqliteConnection($"Data Source={Backed};Pooling=False");
        inside.Open();
        inside.Run(sql);
    }

    public void AppendSum()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Backed)));
        File.AppendAllText(Backed, $"COULISSE BACKUP 1 {hash}\n", Encoding.ASCII);
    }

    public static string Script(string name)
    {
        var assembly = typeof(Database).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(assembly.GetManifestResourceNames()
            .Single(resource => resource.EndsWith(name, StringComparison.Ordinal)))!);
        return reader.ReadToEnd();
    }

    public void AssertRefused(string words)
    {
        File.WriteAllText(Target, "what stood there");

        Assert.Contains(words, Assert.Throws<PageStoreException>(() => Backup.Restore(Backed, Target, "1")).Message,
            StringComparison.Ordinal);

        Assert.Equal("what stood there", File.ReadAllText(Target));
        Assert.Equal(["a.page", "a.page.lock"], Directory.GetFiles(_folder.Path, "a.page*").Select(Path.GetFileName)
            .Order(StringComparer.Ordinal));
    }
}
