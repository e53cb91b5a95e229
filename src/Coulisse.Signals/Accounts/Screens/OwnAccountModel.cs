using Microsoft.AspNetCore.Identity;

namespace Coulisse.Signals.Accounts.Screens;

/// <summary>Everything a person sees of the own account.</summary>
/// <param name="HasFreshSignIn">Signed in within the last minutes: may add a passkey without a passphrase.</param>
/// <param name="Notice">What was just done, or null.</param>
public sealed record OwnAccountModel(Account Account, IList<UserPasskeyInfo> Passkeys, long CodesLeft,
    bool HasFreshSignIn, bool HasAppealed, FormModel Form, string? Notice)
{
    /// <summary>A passkey in a form: its credential's id in hex.</summary>
    public static string IdOf(UserPasskeyInfo passkey) => Convert.ToHexStringLower(passkey.CredentialId);

    /// <summary>The part of the screen that removes a passkey.</summary>
    public static string SectionOf(string passkeyId) => $"remove-{passkeyId[..Math.Min(passkeyId.Length, 12)]}";

    /// <summary>Removing it was just refused: its form stands open with the reason.</summary>
    public bool IsRemoving(UserPasskeyInfo passkey) =>
        Form.ErrorOf($"{SectionOf(IdOf(passkey))}-passphrase") is not null;
}
