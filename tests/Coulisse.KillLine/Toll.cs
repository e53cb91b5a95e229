namespace Coulisse.KillLine;

/// <summary>What the campaign counted.</summary>
/// <param name="Kills">How often a station or desk was ended with SIGKILL.</param>
/// <param name="Sent">Messages whose command said that they were taken.</param>
/// <param name="Lost">Of those, not on the other side's desk at the end.</param>
/// <param name="Doubled">There more than once, or there though nobody said it.</param>
/// <param name="Reordered">There in another order than their author said them.</param>
/// <param name="Forked">Rooms whose two ends are not in the same state at the end.</param>
public sealed record Toll(int Kills, int Sent, int Lost, int Doubled, int Reordered, int Forked)
{
    /// <summary>Too little was said between the kills to show anything.</summary>
    public bool IsThin => Sent < Kills * 2;

    public bool IsGood => this is { Lost: 0, Doubled: 0, Reordered: 0, Forked: 0, IsThin: false };

    public override string ToString() => $"kills {Kills}, sent {Sent}, lost {Lost}, doubled {Doubled}, "
        + $"reordered {Reordered}, forked {Forked}" + (IsThin ? " (too thin to say anything)" : "");
}
