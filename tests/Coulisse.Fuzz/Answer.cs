namespace Coulisse.Fuzz;

/// <summary>What a reader made of an input.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>The declared refusal.</summary>
    public static Answer No { get; } = new Refused();

    /// <summary>Taken; what else the target promises was looked at and held.</summary>
    public static Answer Yes { get; } = new Accepted(null);

    /// <summary>Taken, and these bytes are what is written for it again: one value has one encoding.</summary>
    public static Answer Again(ReadOnlySpan<byte> bytes) => new Accepted(bytes.ToArray());

    /// <summary>Taken if so, else refused.</summary>
    public static Answer If(bool taken) => taken ? Yes : No;

    public sealed record Refused : Answer;

    public sealed record Accepted(byte[]? Written) : Answer;

    /// <summary>Taken, and a promise is broken.</summary>
    public sealed record Broken(string Sentence) : Answer;
}
