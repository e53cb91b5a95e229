namespace Coulisse.Signals.Translations;

/// <summary>Why a machine made no translation.</summary>
public enum MachineFault
{
    /// <summary>No server was named when the page was started.</summary>
    NoServer = 1,

    /// <summary>Another translation is being made.</summary>
    Busy,

    /// <summary>The file with the server's key cannot be read, or others than its owner can read it.</summary>
    KeyFile,

    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    TooSlow,

    /// <summary>An answer longer than any translation.</summary>
    TooLarge,

    /// <summary>It pointed elsewhere; we do not follow.</summary>
    Redirected,

    /// <summary>It does not know one of the languages, or not this pair.</summary>
    Languages,

    /// <summary>It wants a key, or another one.</summary>
    KeyRefused,

    /// <summary>It takes no more for now.</summary>
    Limit,

    /// <summary>It failed, by its own word.</summary>
    Failed,

    /// <summary>An answer that is no translation.</summary>
    Unreadable,
}
