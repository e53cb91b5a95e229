using System.Threading.RateLimiting;
using Coulisse.Signals.Accounts.Screens;
using Microsoft.AspNetCore.RateLimiting;

namespace Coulisse.Signals.Accounts;

/// <summary>Limits per address. Addresses fall into a fixed number of buckets, so that a flood from many addresses
/// cannot
/// fill the memory; two strangers rarely share one.</summary>
internal static class RateLimiting
{
    public const int BucketsMax = 16_384;

    public static void Configure(RateLimiterOptions limiter, RequestLimits limits)
    {
        Add(limiter, RequestLimits.SignInPolicy, limits.SignIn, limits.Window);
        Add(limiter, RequestLimits.SignUpPolicy, limits.SignUp, limits.Window);
        Add(limiter, RequestLimits.RecoveryPolicy, limits.Recovery, limits.Window);
        Add(limiter, RequestLimits.WayInPolicy, limits.WayIn, limits.Window);
        Add(limiter, RequestLimits.PostingPolicy, limits.Posting, limits.Window);
        Add(limiter, RequestLimits.WritingPolicy, limits.Writing, limits.Window);
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : limits.Window;
            await rejected.HttpContext.RequestServices.GetRequiredService<AccountScreens>()
                .WaitAsync(rejected.HttpContext, wait);
        };
    }

    // A limit on sending forms leaves the pages themselves readable.
    private static void Add(RateLimiterOptions limiter, string policy, int permits, TimeSpan window) =>
        limiter.AddPolicy(policy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                policy + BucketOf(ClientAddress.Of(context.Connection.RemoteIpAddress)),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window, QueueLimit = 0 })
            : RateLimitPartition.GetNoLimiter("reading"));

    // String hashes are seeded anew in every process: nobody outside can choose whom to share a bucket with.
    private static int BucketOf(string address) =>
        (address.GetHashCode(StringComparison.Ordinal) & int.MaxValue) % BucketsMax;
}
