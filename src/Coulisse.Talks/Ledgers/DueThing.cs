using Coulisse.Talks.Matters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using NodaTime;

namespace Coulisse.Talks.Ledgers;

/// <summary>Something that a side has still to do or to say by a certain time.</summary>
/// <param name="Matter">The message that opened it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Side">Whose it is to do.</param>
/// <param name="At">By when.</param>
/// <param name="State">How near that is.</param>
/// <param name="Period">Of a situation report its period; else null.</param>
public sealed record DueThing(MessageId Matter, MatterKind Kind, Side Side, Instant At, DueState State,
    uint? Period = null);
