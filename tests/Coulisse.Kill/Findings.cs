namespace Coulisse.Kill;

/// <summary>What is not as it was confirmed, a sentence each, and each once.</summary>
public sealed class Findings
{
    public HashSet<string> Lost { get; } = [];

    public HashSet<string> Doubled { get; } = [];

    public HashSet<string> Altered { get; } = [];

    /// <summary>What rests on something confirmed is refused only when that is gone.</summary>
    public static Findings OfRefusal(string? refusal) =>
        refusal is null ? new() : new() { Lost = { "refused: " + refusal } };

    public bool Any => Lost.Count + Doubled.Count + Altered.Count > 0;

    public IEnumerable<string> All =>
    [
        .. Lost.Select(what => "lost: " + what),
        .. Doubled.Select(what => "doubled: " + what),
        .. Altered.Select(what => "altered: " + what),
    ];
}
