using System.Text.Json;
using System.Text.Json.Nodes;

namespace Coulisse.Mls.Tests.Vectors.Ours;

/// <summary>What the post-quantum suite says is, to the byte, what it was when these files were made.</summary>
public sealed class Our_vectors_are_frozen
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n" };

    private static readonly Dictionary<string, Func<JsonArray>> Makers = new()
    {
        ["key-schedule"] = ScheduleVectors.KeySchedule,
        ["secret-tree"] = ScheduleVectors.SecretTrees,
        ["message-protection"] = MessageVectors.MessageProtection,
        ["welcome"] = MessageVectors.Welcomes,
        ["treekem"] = PathVectors.TreeKem,
    };

    public static TheoryData<string> Kinds => [.. Makers.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_is_what_its_seed_gives(string kind)
    {
        var made = Makers[kind]().ToJsonString(Layout) + "\n";
        if (Environment.GetEnvironmentVariable("COULISSE_WRITE") == "1" && Source(kind) is { } source)
            if (!File.Exists(source))
                File.WriteAllText(source, made);
        var built = VectorFiles.OwnOf(kind);
        Assert.True(built is not null, $"No {kind}-post-quantum.json: write it with COULISSE_WRITE=1 and build again.");
        Assert.Equal(File.ReadAllText(built), made);
    }

    private static string? Source(string kind)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "tests", "Coulisse.Mls.Tests", "Vectors", "Ours")))
                return Path.Combine(
                    at.FullName, "tests", "Coulisse.Mls.Tests", "Vectors", "Ours", $"{kind}-post-quantum.json");
        return null;
    }
}
