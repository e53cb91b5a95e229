using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using NodaTime;

namespace Coulisse.Talks.Ledgers;

/// <summary>A situation report that did not come.</summary>
/// <param name="Rhythm">By which rhythm.</param>
/// <param name="Side">Whose.</param>
/// <param name="Period">Of which period.</param>
/// <param name="Due">When it was due.</param>
public sealed record MissingReport(MessageId Rhythm, Side Side, uint Period, Instant Due);
