using System.Security.Claims;

namespace Coulisse.Signals.Accounts;

/// <summary>Who looks at the page, when signed in. Read from the cookie's claims: no look at the file.</summary>
/// <param name="Id">The account.</param>
/// <param name="DisplayName">Its public name.</param>
/// <param name="IsModerator">True for moderators and for editors, who may do whatever a moderator may.</param>
/// <param name="IsEditor">May publish and name people.</param>
/// <param name="MayWrite">False while suspended: may read, and appeal.</param>
public sealed record Viewer(AccountId Id, string DisplayName, bool IsModerator, bool IsEditor, bool MayWrite)
{
    internal const string RoleClaim = "coulisse:role";
    internal const string StandingClaim = "coulisse:standing";

    /// <summary>Null for a guest, and for a cookie that does not hold what ours hold.</summary>
    public static Viewer? Of(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        if (principal.Identity is not { IsAuthenticated: true }
            || principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { Length: > 0 } id
            || principal.FindFirstValue(ClaimTypes.Name) is not { Length: > 0 } name
            || !Enum.TryParse<Role>(principal.FindFirstValue(RoleClaim), out var role)
            || !Enum.TryParse<Standing>(principal.FindFirstValue(StandingClaim), out var standing))
            return null;
        return new Viewer(new AccountId(id), name, role is Role.Moderator or Role.Editor, role is Role.Editor,
            standing is Standing.Open);
    }
}
