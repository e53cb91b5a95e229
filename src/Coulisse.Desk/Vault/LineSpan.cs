namespace Coulisse.Desk.Vault;

/// <summary>A time in which the line was so.</summary>
/// <param name="From">Since when, as far as this desk saw.</param>
/// <param name="Until">Until when at least.</param>
/// <param name="Cause">Why, by its name.</param>
/// <param name="Number">How many entries it was about at most, or 0.</param>
internal sealed record LineSpan(DateTimeOffset From, DateTimeOffset Until, string Cause, ulong Number);
