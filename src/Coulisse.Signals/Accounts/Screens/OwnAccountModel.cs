using Microsoft.AspNetCore.Identity;

namespace Coulisse.Signals.Accounts.Screens;

/// <summary>Everything a person sees of the own account.</summary>
/// <param name="HasFreshSignIn">Signed in within the last minutes: may add a passkey without a passphrase.</param>
/// <param name="Notice">What was just done, or null.</param>
public sealed record OwnAccountModel(Account Account, IList<UserPasskeyInfo> Passkeys, long CodesLeft,
    bool HasFreshSignIn,
    bool HasAppealed, FormModel Form, string? Notice);
