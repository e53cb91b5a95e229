using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Coulisse.Signals.Accounts;

/// <summary>What the sign-in cookie says of a person: what <see cref="Viewer"/> needs, the security stamp, nothing
/// else.</summary>
internal sealed class ViewerClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Account>
{
    public Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id));
        identity.AddClaim(new Claim(ClaimTypes.Name, user.UserName ?? ""));
        identity.AddClaim(new Claim(options.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp ?? ""));
        // An office rests while its holder is suspended: what they decided then would have to be decided again.
        if (user.Standing is not Standing.Open)
            identity.AddClaim(new Claim(Viewer.SuspendedClaim, ""));
        else if (user.Role is Role.Editor)
            identity.AddClaim(new Claim(ClaimTypes.Role, Viewer.EditorRole));
        else if (user.Role is Role.Moderator)
            identity.AddClaim(new Claim(ClaimTypes.Role, Viewer.ModeratorRole));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
