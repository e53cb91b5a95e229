using Microsoft.Extensions.Caching.Memory;

namespace Coulisse.Signals.Rendering;

/// <summary>Which drawing of a page: the same address differs by language, zone, and whether its reader is signed in.</summary>
public readonly record struct PageKey(string Address, string Language, string Zone, bool IsGuest);

/// <summary>A kept page: what it was drawn from, and its bytes.</summary>
public sealed record KeptPage(object State, PageTemplate Template, string ETag)
{
    /// <summary>The page as it is, for guests.</summary>
    public byte[]? Whole { get; init; }
}

/// <summary>Keeps pages until what they show changes.</summary>
/// <remarks>
/// A page is drawn from a state (a revision number read <em>before</em> loading); it is served while the state is equal. So a
/// page drawn while somebody writes is never kept past that write. Bounded by bytes, least used first.
/// </remarks>
public sealed class PageCache : IDisposable
{
    /// <summary>Memory for kept pages.</summary>
    public const long BytesMax = 128 << 20;

    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = BytesMax });
    private readonly SemaphoreSlim[] _drawing = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public KeptPage? Find(PageKey key, object state) =>
        _pages.TryGetValue(key, out KeptPage? kept) && kept!.State.Equals(state) ? kept : null;

    /// <summary>The kept page, or a new drawing of it; one reader draws, the others wait for that.</summary>
    public async Task<KeptPage> GetAsync(PageKey key, object state, Func<Task<PageTemplate>> draw, CancellationToken cancel)
    {
        if (Find(key, state) is { } kept)
            return kept;
        var gate = _drawing[(key.GetHashCode() & int.MaxValue) % _drawing.Length];
        await gate.WaitAsync(cancel);
        try
        {
            return Find(key, state) ?? Keep(key, state, await draw());
        }
        finally
        {
            gate.Release();
        }
    }

    private KeptPage Keep(PageKey key, object state, PageTemplate template)
    {
        var whole = template.IsWhole ? template.WholeBytes() : null;
        var page = new KeptPage(state, template, whole is null ? "" : EntityTag.Of(whole)) { Whole = whole };
        _pages.Set(key, page, new MemoryCacheEntryOptions { Size = template.Size });
        return page;
    }

    public void Dispose()
    {
        _pages.Dispose();
        foreach (var gate in _drawing)
            gate.Dispose();
    }
}
