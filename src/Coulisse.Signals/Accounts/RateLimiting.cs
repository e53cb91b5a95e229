using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Coulisse.Signals.Accounts;

/// <summary>Limits per address. Addresses fall into a fixed number of buckets, so that a flood from many addresses cannot
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
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : limits.Window;
            await AccountScreens.TooMany(rejected.HttpContext, wait).ExecuteAsync(rejected.HttpContext);
        };
    }

    private static void Add(RateLimiterOptions limiter, string policy, int permits, TimeSpan window) =>
        limiter.AddPolicy(policy, context => RateLimitPartition.GetFixedWindowLimiter(
            (policy, BucketOf(ClientAddress.Of(context.Connection.RemoteIpAddress))),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window, QueueLimit = 0 }));

    // string.GetHashCode is seeded anew in every process: nobody outside can choose whom to share a bucket with.
    private static int BucketOf(string address) => (address.GetHashCode(StringComparison.Ordinal) & int.MaxValue) % BucketsMax;
}
