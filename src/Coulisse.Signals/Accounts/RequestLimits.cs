namespace Coulisse.Signals.Accounts;

/// <summary>How often one address may do what costs work or writes, per <see cref="Window"/>.</summary>
public sealed record RequestLimits(TimeSpan Window, int SignIn, int SignUp, int Recovery, int WayIn, int Posting,
    int Writing = RequestLimits.WritingUsual)
{
    /// <summary>Names of the policies, for <c>RequireRateLimiting</c>.</summary>
    public const string SignInPolicy = "sign-in";
    public const string SignUpPolicy = "sign-up";
    public const string RecoveryPolicy = "recovery";
    public const string WayInPolicy = "way-in";
    public const string PostingPolicy = "posting";

    /// <summary>Comments, edits, votes, reports and decisions: a household's, or an office's behind one
    /// address.</summary>
    public const string WritingPolicy = "writing";

    public const int WritingUsual = 600;

    public static readonly RequestLimits Usual =
        new(TimeSpan.FromMinutes(10), SignIn: 60, SignUp: 10, Recovery: 20, WayIn: 20, Posting: 120);
}
