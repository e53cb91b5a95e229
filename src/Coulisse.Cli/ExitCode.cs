namespace Coulisse.Cli;

/// <summary>What the program's exit code says. The first four are the answers of <c>coulisse verify</c>.</summary>
public enum ExitCode
{
    /// <summary>Done; or, of a checked file, genuine.</summary>
    Success = 0,

    /// <summary>The file differs from what was signed.</summary>
    Altered = 1,

    /// <summary>The file cannot be read, or is nothing that could be checked.</summary>
    NotReadable = 2,

    /// <summary>The file is genuine, but by another seal than the one expected.</summary>
    AnotherSeal = 3,

    /// <summary>
    /// The seal stays closed: wrong passphrase, damaged key file, or a chain that cannot be continued.
    /// </summary>
    SealClosed = 4,

    /// <summary>Nothing was written: the output exists already, or its folder cannot be written to.</summary>
    NotWritten = 5,

    /// <summary>The command was not understood, or one of its values cannot be used.</summary>
    Usage = 64,

    /// <summary>The page's program was not found beside this one.</summary>
    NoPage = 69,
}
