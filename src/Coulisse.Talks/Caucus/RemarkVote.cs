using Coulisse.Talks.Parties;

namespace Coulisse.Talks.Caucus;

/// <summary>An officer's vote, with their name.</summary>
/// <param name="By">Who.</param>
/// <param name="Value">+1, 0 or −1.</param>
public sealed record RemarkVote(Person By, int Value);
