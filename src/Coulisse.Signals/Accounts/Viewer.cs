using System.Security.Claims;

namespace Coulisse.Signals.Accounts;

/// <summary>A signed-in reader, as the cookie says and the account confirms within a minute.</summary>
/// <param name="MayWrite">False while suspended: such a reader reads and appeals.</param>
public sealed record Viewer(AccountId Id, string DisplayName, bool IsModerator, bool IsEditor, bool MayWrite)
{
    public const string ModeratorRole = "moderator";
    public const string EditorRole = "editor";

    /// <summary>The claim that a suspended account carries.</summary>
    public const string SuspendedClaim = "suspended";

    /// <summary>The reader behind a request, or null for a guest.</summary>
    public static Viewer? From(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true }
            || principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id)
            return null;
        var isEditor = principal.IsInRole(EditorRole);
        return new(new(id), principal.FindFirstValue(ClaimTypes.Name) ?? "",
            IsModerator: isEditor || principal.IsInRole(ModeratorRole),
            IsEditor: isEditor,
            MayWrite: !principal.HasClaim(claim => claim.Type == SuspendedClaim));
    }
}
