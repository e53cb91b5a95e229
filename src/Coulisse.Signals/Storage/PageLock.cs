namespace Coulisse.Signals.Storage;

/// <summary>One page per file: held while a page serves its file, beside it in FILE.lock.</summary>
/// <remarks>
/// The lock is the system's, on an open file, so it goes when the process does, however it ends; that FILE.lock stands
/// there
/// says nothing, and it is left where it is, since taking it away would let two hold "the" lock. It is no part of the
/// page's
/// own file, because closing any handle on that would drop SQLite's locks (sqlite.org/howtocorrupt.html §2.2).
/// </remarks>
internal sealed class PageLock : IDisposable
{
    // What .NET says when another holds the file: EAGAIN on Linux, EWOULDBLOCK on macOS, a sharing violation on
    // Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _held;

    private PageLock(FileStream held) => _held = held;

    /// <param name="page">Full path of the page's file.</param>
    /// <param name="otherwise">What to do when another holds it, as a sentence's second half.</param>
    /// <exception cref="PageStoreException">Another program serves this file.</exception>
    public static PageLock Take(string page, string otherwise)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            return new(new FileStream(Behind(page) + ".lock", options));
        }
        catch (IOException held) when (HeldByAnother.Contains(held.HResult))
        {
            throw new PageStoreException($"A page is already running on '{page}': {otherwise}");
        }
    }

    public void Dispose() => _held.Dispose();

    /// <summary>By whatever link it is named, a file has one lock; one that is yet to come is no link.</summary>
    private static string Behind(string page) =>
        File.Exists(page) ? File.ResolveLinkTarget(page, returnFinalTarget: true)?.FullName ?? page : page;
}
