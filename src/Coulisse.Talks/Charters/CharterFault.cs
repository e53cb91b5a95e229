using Coulisse.Talks.Refusals;

namespace Coulisse.Talks.Charters;

/// <summary>What is wrong with a field of a charter.</summary>
/// <param name="Field">Which.</param>
/// <param name="Why">Why nobody could agree to it.</param>
public sealed record CharterFault(CharterField Field, Refusal Why);
