using Microsoft.AspNetCore.Identity;

namespace Coulisse.Signals.Accounts;

/// <summary>Passkeys (WebAuthn) through Identity: the options a browser asks for, and what it answers.</summary>
internal sealed class Passkeys(SignInManager<Account> signIns, UserManager<Account> accounts)
{
    public const int CredentialCharactersMax = 32_000;
    public const int PerAccountMax = 20;
    public const int NameCharactersMax = 60;

    private const string Json = "application/json; charset=utf-8";

    /// <summary>Options for signing in or confirming: for any account, so that they say nothing about one.</summary>
    public async Task RequestAsync(HttpContext context) =>
        await WriteAsync(context, await signIns.MakePasskeyRequestOptionsAsync(null));

    /// <summary>Options for a new passkey.</summary>
    public async Task CreationAsync(HttpContext context, AccountId id, string displayName) =>
        await WriteAsync(context, await signIns.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity { Id = id.Value, Name = displayName, DisplayName = displayName }));

    /// <summary>The account whose passkey answered rightly; null for anything else.</summary>
    public async Task<Account?> AssertedAsync(string credential)
    {
        if (!CanBeCredential(credential))
            return null;
        var result = await OrNullAsync(() => signIns.PerformPasskeyAssertionAsync(credential));
        if (result is not { Succeeded: true } || result.User.Standing is Standing.Closed)
            return null;
        await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User;
    }

    /// <summary>The new passkey and for whom it was asked; null for anything else.</summary>
    public async Task<(UserPasskeyInfo Passkey, AccountId For, string DisplayName)?> AttestedAsync(string credential)
    {
        if (!CanBeCredential(credential))
            return null;
        var result = await OrNullAsync(() => signIns.PerformPasskeyAttestationAsync(credential));
        return result is { Succeeded: true }
            ? (result.Passkey, new AccountId(result.UserEntity.Id), result.UserEntity.Name)
            : null;
    }

    private static bool CanBeCredential(string credential) => credential.Length is > 0 and <= CredentialCharactersMax;

    // Identity throws when no ceremony was begun in this browser, or it was another kind; for a person that is
    // "failed".
    private static async Task<T?> OrNullAsync<T>(Func<Task<T>> ceremony) where T : class
    {
        try
        {
            return await ceremony();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Task WriteAsync(HttpContext context, string options)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = Json;
        return context.Response.WriteAsync(options, context.RequestAborted);
    }
}
