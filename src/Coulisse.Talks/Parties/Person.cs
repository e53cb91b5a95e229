namespace Coulisse.Talks.Parties;

/// <summary>A delegate: a person accredited by their party to an office.</summary>
/// <param name="Id">Of the accreditation.</param>
/// <param name="Side">Whose.</param>
/// <param name="Office">What they are, as their party wrote it.</param>
/// <param name="Mandate">What they may do.</param>
public sealed record Person(DelegateId Id, Side Side, string Office, Mandate Mandate);
