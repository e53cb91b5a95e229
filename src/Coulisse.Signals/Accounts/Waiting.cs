namespace Coulisse.Signals.Accounts;

/// <summary>How long one waits after how many wrong tries: none for the first few, then 1, 2, 4, 8 and never more than
/// 15 minutes.</summary>
public static class Waiting
{
    public const int FreeTriesAtName = 5;

    /// <summary>More than at a name: a household or an office may share one address.</summary>
    public const int FreeTriesFromAddress = 20;

    public static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(15);

    /// <summary>After this long without a try, the count starts anew.</summary>
    public static readonly TimeSpan ForgottenAfter = TimeSpan.FromHours(24);

    /// <param name="tries">Wrong tries so far, this one included.</param>
    /// <param name="freeTries">The try after which the first wait begins.</param>
    public static TimeSpan After(long tries, int freeTries) =>
        tries < freeTries ? TimeSpan.Zero
        : tries - freeTries >= 4 ? WaitMax
        : TimeSpan.FromMinutes(1 << (int)(tries - freeTries));
}
