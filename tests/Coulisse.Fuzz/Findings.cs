using System.Globalization;

namespace Coulisse.Fuzz;

/// <summary>What was found: said, and kept in a file with its input.</summary>
public sealed class Findings(Action<string> say, string? folder, int seed)
{
    private const int PerTargetMax = 5;
    private readonly Dictionary<string, int> byTarget = [];

    public int Count { get; private set; }

    /// <summary>Where the campaign keeps them: beneath the root's <c>artifacts/</c>.</summary>
    public static string Folder { get; } = Path.Combine(Root.Folder, "artifacts", "fuzz");

    /// <summary>Whether a target has so many that more say nothing new.</summary>
    public bool IsFull(FuzzTarget target) => byTarget.GetValueOrDefault(target.Name) >= PerTargetMax;

    public void Add(FuzzTarget target, int number, byte[] input, string fault)
    {
        Count++;
        byTarget[target.Name] = byTarget.GetValueOrDefault(target.Name) + 1;
        say($"FOUND in {target.Name}: {fault}");
        if (folder is not null)
            say("  input: " + Keep(target, number, input));
        say(string.Create(CultureInfo.InvariantCulture,
            $"  again: ./campaign fuzz --seed {seed} --target {target.Name} --at {number}"));
    }

    private string Keep(FuzzTarget target, int number, byte[] input)
    {
        Directory.CreateDirectory(folder!);
        var file = Path.Combine(folder!,
            string.Create(CultureInfo.InvariantCulture, $"{target.Name}-{seed}-{number}.bin"));
        File.WriteAllBytes(file, input);
        return file;
    }
}
