using System.Text.Json;

namespace Coulisse.Crypto.Tests;

/// <summary>
/// The folder of reference data beside the repository; a test that needs it is skipped when it is not there.
/// </summary>
public static class SharedData
{
    public static JsonDocument Wycheproof(string file) => Open(Path.Combine("wycheproof", file));

    public static JsonDocument Open(string file)
    {
        var path = Find(Path.Combine("data", file));
        Assert.SkipUnless(path is not null,
            $"The reference file {file} is not beside this repository (COULISSE_SHARED).");
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
