namespace Coulisse.Cli;

/// <summary>
/// An end of a command that its user should read: one sentence that says what to do, and the exit code.
/// </summary>
/// <remarks>Thrown from wherever in a command it is found out, and caught once, where the command was
/// started.</remarks>
internal sealed class Refusal(ExitCode code, string sentence) : Exception(sentence)
{
    internal ExitCode Code { get; } = code;
}
