using Microsoft.AspNetCore.Identity;

namespace Coulisse.Signals.Accounts;

/// <summary>A person's account as Identity keeps it: <c>UserName</c> is the display name, <c>NormalizedUserName</c> its
/// skeleton. Identity's columns for e-mail, telephone and its own lock-out do not exist here.</summary>
public sealed class Account : IdentityUser
{
    public Role Role { get; set; } = Role.Reader;

    public Standing Standing { get; set; } = Standing.Open;

    /// <summary>Why an editor suspended it; null unless suspended.</summary>
    public string? SuspendedFor { get; set; }

    /// <summary>Interface language (BCP 47), or null: as the browser asks.</summary>
    public string? Language { get; set; }

    /// <summary>IANA time zone, or null: UTC.</summary>
    public string? Zone { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; set; }
}
