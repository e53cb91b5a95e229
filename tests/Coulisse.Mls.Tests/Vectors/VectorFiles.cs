using System.Globalization;
using System.Text.Json;

namespace Coulisse.Mls.Tests.Vectors;

/// <summary>
/// The official vectors, in a folder beside the repository or where COULISSE_SHARED says. A kind is run on every file
/// that bears its name, alone or with more behind a hyphen; each run prints what the file holds and what of it ran.
/// </summary>
public static class VectorFiles
{
    /// <summary>Every kind that a test of this project runs.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        "crypto-basics", "deserialization", "key-schedule", "message-protection", "messages", "passive-client",
        "psk_secret", "secret-tree", "transcript-hashes", "tree-math", "tree-operations", "tree-validation", "treekem",
        "welcome",
    ];

    /// <summary>Runs every case of every file of a kind; the check says whether the case is one of ours.</summary>
    public static void Each(string kind, Func<JsonElement, bool> ranCase)
    {
        if (OwnOf(kind) is { } own)
            RunAll(own, ranCase);
        var files = Of(kind);
        Assert.SkipWhen(files.Count == 0, $"The vectors {kind} are not beside this repository (COULISSE_SHARED).");
        foreach (var file in files)
            RunAll(file, ranCase);
    }

    /// <summary>Our own vectors of a kind, for the post-quantum suite; null if there are none.</summary>
    public static string? OwnOf(string kind)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Vectors", "Ours", $"{kind}-post-quantum.json");
        return File.Exists(file) ? file : null;
    }

    /// <summary>Runs every case, whatever its suite.</summary>
    public static void EachOfAll(string kind, Action<JsonElement> check) => Each(kind, one =>
    {
        check(one);
        return true;
    });

    public static byte[] Hex(this JsonElement one, string name) =>
        Convert.FromHexString(one.GetProperty(name).GetString()!);

    public static IReadOnlyList<string> All() =>
        Folder() is { } folder ? [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)] : [];

    public static bool IsOf(string file, string kind)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name == kind || name.StartsWith(kind + "-", StringComparison.Ordinal);
    }

    private static List<string> Of(string kind) => [.. All().Where(file => IsOf(file, kind))];

    private static void RunAll(string file, Func<JsonElement, bool> ranCase)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var cases = document.RootElement.EnumerateArray().ToList();
        var ran = 0;
        for (var number = 0; number < cases.Count; number++)
            ran += Run(file, number, cases[number], ranCase) ? 1 : 0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileName(file)}: {cases.Count} cases, {ran} ran"));
        Assert.True(ran > 0, $"{file} holds no case of ours");
    }

    private static bool Run(string file, int number, JsonElement one, Func<JsonElement, bool> ranCase)
    {
        try
        {
            return ranCase(one);
        }
        catch (Exception fault) when (fault is not Xunit.Sdk.IAssertionException)
        {
            throw new InvalidOperationException($"{Path.GetFileName(file)} case {number}: {fault.Message}", fault);
        }
    }

    private static string? Folder()
    {
        var within = Path.Combine("data", "mls-vectors");
        if (Environment.GetEnvironmentVariable("COULISSE_SHARED") is { } named)
            return Directory.Exists(Path.Combine(named, within)) ? Path.Combine(named, within) : null;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", within);
            if (Directory.Exists(candidate))
                return candidate;
        }
        return null;
    }
}
