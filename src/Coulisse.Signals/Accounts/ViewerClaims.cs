using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Coulisse.Signals.Accounts;

/// <summary>What the sign-in cookie says of a person: what <see cref="Viewer"/> needs, the security stamp, nothing else.</summary>
internal sealed class ViewerClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Account>
{
    public Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, Viewer.RoleClaim);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id));
        identity.AddClaim(new Claim(ClaimTypes.Name, user.UserName ?? ""));
        identity.AddClaim(new Claim(Viewer.RoleClaim, user.Role.ToString()));
        identity.AddClaim(new Claim(Viewer.StandingClaim, user.Standing.ToString()));
        identity.AddClaim(new Claim(options.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp ?? ""));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
