namespace Coulisse.Terminal;

/// <summary>
/// An end of a command that its user should read: one sentence that says what to do, and the exit code.
/// </summary>
/// <remarks>Thrown from wherever in a command it is found out, and caught once, where the command was
/// started.</remarks>
#pragma warning disable CA1032, CA1710 // Thrown with sentence and code alone; named for what the user meets.
public sealed class Refusal(ExitCode code, string sentence, string? why = null, string? needs = null)
    : Exception(sentence)
#pragma warning restore CA1032, CA1710
{
    /// <summary>What the program ends with.</summary>
    public ExitCode Code { get; } = code;

    /// <summary>Which it is of those that are told by a name too, for whoever says it in another language; else
    /// null.</summary>
    public string? Why { get; } = why;

    /// <summary>By which mandates it would be done, by their names; null where that says nothing.</summary>
    public string? Needs { get; } = needs;
}
