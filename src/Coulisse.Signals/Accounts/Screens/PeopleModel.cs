namespace Coulisse.Signals.Accounts.Screens;

/// <summary>The people of the page, for an editor.</summary>
public sealed record PeopleModel(IReadOnlyList<Person> People, string Search, FormModel Form, string? Notice);
