using System.Collections.Concurrent;

namespace Coulisse.Signals.Accounts;

/// <summary>Accounts whose cookies must be looked at again at their next request: named, suspended, closed, signed out
/// everywhere a moment ago. Without it that takes up to <see cref="LookAgainEvery"/>; another process's changes still
/// do.</summary>
internal sealed class Recalls(TimeProvider time)
{
    public static readonly TimeSpan LookAgainEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<AccountId, DateTimeOffset> _recalled = new();

    public void Add(AccountId account)
    {
        var now = time.GetUtcNow();
        foreach (var (id, at) in _recalled)
        {
            // By now every cookie was looked at in the usual course.
            if (now - at > 2 * LookAgainEvery)
                _recalled.TryRemove(id, out _);
        }
        _recalled[account] = now;
    }

    /// <summary>True when a cookie issued then is older than the recall. Cookies are dated to the second.</summary>
    public bool Concerns(AccountId account, DateTimeOffset issued) =>
        _recalled.TryGetValue(account, out var at) && issued <= at;
}
