using Coulisse.Talks.Acts;
using Coulisse.Talks.Refusals;

namespace Coulisse.Talks.Matters;

/// <summary>What somebody's side could do next.</summary>
/// <param name="Act">Which act.</param>
/// <param name="Needs">What a mandate has to allow for it.</param>
/// <param name="Why">Why this person may not; null if they may.</param>
public sealed record Possibility(ActKind Act, Right Needs, Refusal? Why);
