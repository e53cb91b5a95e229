using System.Collections.Concurrent;

namespace Coulisse.Signals.Accounts;

/// <summary>When a cookie was last looked at, and which accounts' cookies must be looked at again at their next request: named,
/// suspended, closed, signed out everywhere a moment ago. Another process's changes take up to <see cref="LookAgainEvery"/>.</summary>
/// <remarks>
/// What was seen is what the cookie says (who, with which rights, under which stamp), and only when the account said the same:
/// a cookie that promises more than the account gives is looked at every time, however often it is sent.
/// </remarks>
internal sealed class Recalls(TimeProvider time)
{
    public static readonly TimeSpan LookAgainEvery = TimeSpan.FromMinutes(1);

    /// <summary>Cookies remembered; beyond that everything is forgotten and looked at again.</summary>
    public const int SeenMax = 20_000;

    private readonly ConcurrentDictionary<(Viewer Viewer, string Stamp), long> _seen = new();
    private long _recalls;

    /// <summary>To be read before a cookie is looked at, and given to <see cref="Saw"/>.</summary>
    public long Moment => Interlocked.Read(ref _recalls);

    public void Add(AccountId account)
    {
        Interlocked.Increment(ref _recalls);
        foreach (var (cookie, _) in _seen)
        {
            if (cookie.Viewer.Id == account)
                _seen.TryRemove(cookie, out _);
        }
    }

    /// <summary>What this cookie says was true less than <see cref="LookAgainEvery"/> ago.</summary>
    public bool WasJustSeen(Viewer viewer, string stamp) =>
        _seen.TryGetValue((viewer, stamp), out var at) && time.GetElapsedTime(at) < LookAgainEvery;

    /// <summary>What this cookie says is true. Not kept if anybody was recalled since <paramref name="moment"/>: it might be this one.</summary>
    public void Saw(Viewer viewer, string stamp, long moment)
    {
        if (_seen.Count >= SeenMax)
            _seen.Clear();
        _seen[(viewer, stamp)] = time.GetTimestamp();
        if (Moment != moment)
            _seen.TryRemove((viewer, stamp), out _);
    }
}
