namespace Coulisse.Signals.Verbs;

/// <summary>What the program's exit codes mean.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>The file, flag or address given cannot be used; the sentence on standard error says what to do.</summary>
    public const int Refused = 1;

    /// <summary>The world failed: port taken, disk full, file unreadable.</summary>
    public const int Failed = 2;
}
