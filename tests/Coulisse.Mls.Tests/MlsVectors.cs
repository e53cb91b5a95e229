using System.Text.Json;
using Coulisse.Mls.Ciphersuites;

namespace Coulisse.Mls.Tests;

/// <summary>
/// The official test vectors, in a folder beside the repository or where COULISSE_SHARED says. A test that needs one is
/// skipped when there is none; each prints how many cases its file holds and how many of them our suites cover.
/// </summary>
public static class MlsVectors
{
    /// <summary>The suites whose cases run.</summary>
    public static readonly CiphersuiteSet Suites = new(Ciphersuite.X25519Aes128Gcm, Ciphersuite.X25519ChaCha20Poly1305);

    /// <summary>Runs each case of our suites; at least one has to be there.</summary>
    public static void EachOfOurSuites(string file, Action<Ciphersuite, JsonElement> check)
    {
        using var document = Open(file);
        var (held, ran) = (0, 0);
        foreach (var test in document.RootElement.EnumerateArray())
        {
            held++;
            if (Suites.Find(test.GetProperty("cipher_suite").GetUInt16()) is not { } suite)
                continue;
            check(suite, test);
            ran++;
        }
        Console.WriteLine($"{file}: holds {held} cases, ran {ran} of our suites");
        Assert.NotEqual(0, ran);
    }

    public static byte[] Bytes(this JsonElement test, string name) =>
        Convert.FromHexString(test.GetProperty(name).GetString()!);

    public static JsonDocument Open(string file)
    {
        var path = Find(Path.Combine("data", "mls-vectors", file));
        Assert.SkipUnless(path is not null,
            $"The test vectors {file} are not beside this repository (COULISSE_SHARED).");
        return JsonDocument.Parse(File.ReadAllBytes(path!));
    }

    private static string? Find(string relative)
    {
        var named = Environment.GetEnvironmentVariable("COULISSE_SHARED");
        if (named is not null)
            return File.Exists(Path.Combine(named, relative)) ? Path.Combine(named, relative) : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", relative);
            if (File.Exists(candidate))
                return candidate;
        }
        return null;
    }
}
