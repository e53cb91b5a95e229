using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Talks.Ledgers;

/// <summary>How things stand, in few words. A later one of the same side and period stands beside the
/// earlier.</summary>
/// <param name="Id">The message.</param>
/// <param name="By">Who reports.</param>
/// <param name="Claimed">When, as they say.</param>
/// <param name="Period">Of which period, the first being 0.</param>
/// <param name="Level">How things stand.</param>
/// <param name="Changes">What is other than before.</param>
/// <param name="Expected">What will be seen and is harmless.</param>
/// <param name="Wishes">What the other side is asked for.</param>
public sealed record SituationReport(MessageId Id, Person By, Instant Claimed, uint Period, SituationLevel Level,
    ImmutableArray<Wording> Changes, ImmutableArray<Wording> Expected, ImmutableArray<Wording> Wishes)
{
    internal static SituationReport Of((TranscriptEntry Entry, TalkAct.SituationReported Act) said) => new(
        said.Entry.Id, said.Entry.Author, said.Entry.Claimed, said.Act.Period, said.Act.Level, said.Act.Changes,
        said.Act.Expected, said.Act.Wishes);
}
