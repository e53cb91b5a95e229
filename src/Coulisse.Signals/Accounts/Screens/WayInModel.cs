namespace Coulisse.Signals.Accounts.Screens;

/// <summary>The form behind a way in.</summary>
public sealed record WayInModel(string Token, string DisplayName, FormModel Form);
