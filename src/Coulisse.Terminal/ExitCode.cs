namespace Coulisse.Terminal;

/// <summary>What the exit code of a verb says. The first four are the answers of <c>coulisse verify</c>.</summary>
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

    /// <summary>The desk said no: the act is not possible now, or not for this mandate. Nothing changed.</summary>
    SaidNo = 6,

    /// <summary>No desk is open there, or the station was not reached.</summary>
    NotThere = 7,

    /// <summary>The vault stays closed: wrong passphrase, damaged, or open in another program.</summary>
    VaultClosed = 8,

    /// <summary>A record is as it was signed, but does not bind both: one party alone has signed, or by an
    /// accreditation that was not in force.</summary>
    NotCountersigned = 9,

    /// <summary>The command was not understood, or one of its values cannot be used.</summary>
    Usage = 64,

    /// <summary>Another of our programs was not found beside this one.</summary>
    NoProgram = 69,
}
