using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Coulisse.Signals.Accounts;

/// <summary>Identity's view of the page's file: two tables, named and shaped by <c>003-accounts.sql</c>. EF Core never
/// creates or migrates anything, and writes only in its turn.</summary>
internal sealed class AccountsContext(DbContextOptions<AccountsContext> options, Storage.Database file)
    : IdentityUserContext<Account>(options)
{
    /// <remarks>Whoever began a transaction of several writes holds the turn for all of them.</remarks>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var turn = await file.TakeTurnAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Identity saves asynchronously; this would write out of turn.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Ignore<IdentityUserClaim<string>>();
        builder.Ignore<IdentityUserLogin<string>>();
        builder.Ignore<IdentityUserToken<string>>();
        builder.Entity<Account>(account =>
        {
            account.ToTable("account");
            account.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed);
            account.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.TwoFactorEnabled);
            account.Ignore(a => a.LockoutEnd).Ignore(a => a.LockoutEnabled).Ignore(a => a.AccessFailedCount);
            account.Property(a => a.Id).HasColumnName("id");
            account.Property(a => a.UserName).HasColumnName("display_name");
            account.Property(a => a.NormalizedUserName).HasColumnName("skeleton");
            account.Property(a => a.PasswordHash).HasColumnName("passphrase_hash");
            account.Property(a => a.SecurityStamp).HasColumnName("security_stamp");
            account.Property(a => a.ConcurrencyStamp).HasColumnName("concurrency_stamp");
            account.Property(a => a.Role).HasColumnName("role");
            account.Property(a => a.Standing).HasColumnName("standing");
            account.Property(a => a.SuspendedFor).HasColumnName("suspended_for");
            account.Property(a => a.Language).HasColumnName("language");
            account.Property(a => a.Zone).HasColumnName("zone");
            account.Property(a => a.CreatedAt).HasColumnName("created_at");
        });
        builder.Entity<IdentityUserPasskey<string>>(passkey =>
        {
            passkey.ToTable("passkey");
            passkey.Property(p => p.CredentialId).HasColumnName("credential_id");
            passkey.Property(p => p.UserId).HasColumnName("account");
            passkey.OwnsOne(p => p.Data, data => data.ToJson("data"));
            passkey.Navigation(p => p.Data).IsRequired();
        });
    }
}
