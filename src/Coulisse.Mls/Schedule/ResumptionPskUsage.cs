namespace Coulisse.Mls.Schedule;

/// <summary>What a key of an earlier epoch is used for: RFC 9420 §8.4.</summary>
public enum ResumptionPskUsage
{
    Application = 1,
    ReInit = 2,
    Branch = 3,
}
