namespace Coulisse.Signals.Accounts;

/// <summary>Where a form may send a reader back to: a path of this page and nothing else.</summary>
internal static class LocalAddress
{
    public const int CharactersMax = 2_000;

    /// <summary>The path if it stays on this page, else "/".</summary>
    public static string OrHome(string? path) => IsLocal(path) ? path! : "/";

    // Browsers drop tabs and line ends and read a backslash as a slash before they decide where "//host" leads.
    private static bool IsLocal(string? path) =>
        path is ['/', ..] && path.Length <= CharactersMax && (path.Length == 1 || path[1] is not ('/' or '\\'))
        && !path.Any(c => char.IsControl(c) || c == '\\');
}
