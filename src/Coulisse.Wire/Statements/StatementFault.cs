namespace Coulisse.Wire.Statements;

/// <summary>One broken rule of a statement that is about to be signed.</summary>
/// <param name="Code">Which rule.</param>
/// <param name="Edition">The edition's place in the list from 0; null for the statement itself.</param>
/// <param name="Index">Where in the body, in UTF-16 units; null when that says nothing.</param>
/// <param name="Sentence">The same in English, with what to do.</param>
public sealed record StatementFault(StatementFaultCode Code, int? Edition, int? Index, string Sentence);
