using Coulisse.Signals.Accounts.Names;
using Microsoft.AspNetCore.Identity;

namespace Coulisse.Signals.Accounts;

/// <summary>An account to be created: with a passphrase (hashed) or with a passkey.</summary>
internal sealed record NewAccount(AccountId Id, DisplayName Name, string? PassphraseHash, UserPasskeyInfo? Passkey);
