namespace Coulisse.Station.Log;

/// <summary>What a simulated world takes away, to see that it is noticed.</summary>
internal class RestoreRules
{
    internal static RestoreRules Usual { get; } = new();

    /// <summary>Whether a station whose file may be an old copy writes nothing new.</summary>
    internal virtual bool IsFenced => true;
}
