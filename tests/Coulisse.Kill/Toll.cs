namespace Coulisse.Kill;

/// <summary>What the campaign counted.</summary>
/// <param name="Kills">How often the process was killed.</param>
/// <param name="Cut">Of those, how many cut at least one request off before its answer.</param>
/// <param name="Confirmed">Comments, edits and votes that somebody was told are saved.</param>
/// <param name="Lost">Of those, gone afterwards.</param>
/// <param name="Doubled">There more than once, or there though nobody sent it.</param>
/// <param name="Altered">Other words, author, place, order, score or count than what was confirmed.</param>
public sealed record Toll(int Kills, int Cut, int Confirmed, int Lost, int Doubled, int Altered)
{
    public const int ConfirmedPerKillMin = 2;

    /// <summary>Too little happened between the kills to say anything.</summary>
    public bool IsThin => Confirmed < Kills * ConfirmedPerKillMin || Cut == 0;

    public bool IsGood => this is { Lost: 0, Doubled: 0, Altered: 0, IsThin: false };

    public override string ToString() =>
        $"kills {Kills}, confirmed {Confirmed}, lost {Lost}, doubled {Doubled}, altered {Altered}"
        + (IsThin ? " (too thin to say anything)" : "");
}
