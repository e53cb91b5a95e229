namespace Coulisse.Signals.Moderation;

/// <summary>Why a comment waits for review; the numbers are those in the page's file.</summary>
[Flags]
public enum HoldReasons
{
    None = 0,
    NewAccount = 1,
    Links = 2,
    Words = 4,
    Rate = 8,
}
