namespace Coulisse.Wire.Statements;

/// <summary>A statement in one language.</summary>
/// <param name="Language">A language tag as <see cref="StatementRules"/> allows it: <c>fr</c>, <c>sr-Latn</c>,
/// <c>pt-BR</c>.</param>
/// <param name="Standing">Authentic, or the party's translation.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">Markdown source, lines ended by LF.</param>
public sealed record StatementEdition(string Language, EditionStanding Standing, string Title, string Body);
