namespace Coulisse.Signals.Moderation;

/// <summary>What became of a decision.</summary>
public abstract record DecisionAnswer
{
    private DecisionAnswer() { }

    public sealed record Taken(DecisionId Decision) : DecisionAnswer;

    public sealed record Refused(DecisionRefusal Reason) : DecisionAnswer;
}
