using Coulisse.Talks.Parties;

namespace Coulisse.Talks.Transcripts;

/// <summary>How far an author had seen another's messages when writing.</summary>
/// <param name="Author">The other.</param>
/// <param name="Number">The last of the other's messages that was there, and every one before it.</param>
public readonly record struct Head(DelegateId Author, ulong Number);
