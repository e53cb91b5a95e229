namespace Coulisse.Fuzz;

/// <summary>What the campaign counted.</summary>
/// <param name="Executions">Inputs that were read.</param>
/// <param name="Targets">Readers that they were given to.</param>
/// <param name="Accepted">Inputs that were taken, mended or undamaged where it matters.</param>
/// <param name="Fewest">The fewest inputs that any one target was given.</param>
/// <param name="Findings">Promises broken.</param>
public sealed record Toll(long Executions, int Targets, long Accepted, int Fewest, int Findings)
{
    public const int FewestMin = 50;

    /// <summary>Too little was read to say anything.</summary>
    public bool IsThin => Targets == 0 || Fewest < FewestMin || Accepted == 0;

    public bool IsGood => this is { Findings: 0, IsThin: false };

    public override string ToString() =>
        $"executions {Executions}, targets {Targets}, findings {Findings}"
        + (IsThin ? " (too thin to say anything)" : "");
}
