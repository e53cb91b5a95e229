namespace Coulisse.Signals.Translations;

/// <summary>How long and how much a translation server may answer.</summary>
/// <param name="OneAnswer">For one block.</param>
/// <param name="WholeText">For all blocks of a text together.</param>
public sealed record MachineLimits(TimeSpan OneAnswer, TimeSpan WholeText, int AnswerBytesMax)
{
    public static MachineLimits Usual { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), 2 << 20);
}
