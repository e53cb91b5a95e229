namespace Coulisse.Signals.Accounts.Screens;

/// <summary>Recovery codes, shown this once.</summary>
/// <param name="Onward">Where the person was going: a path of this page.</param>
public sealed record CodesModel(IReadOnlyList<string> Codes, string Onward);
