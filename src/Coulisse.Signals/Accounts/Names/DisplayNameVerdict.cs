namespace Coulisse.Signals.Accounts.Names;

/// <summary>A name that may be shown beside comments, or the reason why not.</summary>
public abstract record DisplayNameVerdict
{
    private DisplayNameVerdict() { }

    public sealed record Accepted(DisplayName Name) : DisplayNameVerdict;

    public sealed record Refused(DisplayNameRefusal Reason) : DisplayNameVerdict;
}
