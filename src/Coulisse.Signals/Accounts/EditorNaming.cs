namespace Coulisse.Signals.Accounts;

/// <summary>What came of naming an editor from outside; see <see cref="FirstEditor"/>.</summary>
public abstract record EditorNaming
{
    private EditorNaming() { }

    /// <param name="WayIn">The link's path on the page.</param>
    public sealed record Named(string WayIn) : EditorNaming;

    /// <summary>It cannot be a display name.</summary>
    public sealed record NotAName : EditorNaming;

    /// <summary>It was the name of an account that its holder closed; nobody can take it up.</summary>
    public sealed record Retired : EditorNaming;
}
