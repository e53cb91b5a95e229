namespace Coulisse.Signals.Accounts;

/// <summary>An account's key in this page's file; never shown.</summary>
public readonly record struct AccountId(string Value);
