using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Contents;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Fuzz.Targets;

/// <summary>What stands in the messages of a room.</summary>
internal static class TalkTargets
{
    private static readonly Octets Salt = Octets.CopyOf(new byte[ContentLimits.SaltBytes]);
    private static readonly Octets Salt32 = Octets.CopyOf(new byte[ActLimits.HashBytes]);
    private static readonly MessageId Some = new(7, 7);
    private static readonly ImmutableArray<Wording> Words =
        [new("en", "The bridge is open."), new("ru", "Мост открыт.")];

    private static readonly TalkAct[] Acts =
    [
        new TalkAct.ItemsSaid([Words, Words]),
        new TalkAct.QueryAsked(Some, "en", new(4, 10), "bridge", Words),
        new TalkAct.ReadBackSaid(Some, [new(1, Words), new(2, Words)], Instant.FromUnixTimeSeconds(1_935_000_000)),
        new TalkAct.RedLineContested(Some, Some, Words),
        new TalkAct.CommitmentMade(Words, "minister", new(new LocalDateTime(2031, 5, 9, 18, 0), 120, "Europe/Zurich")),
        new TalkAct.SituationReported(Some, 3, SituationLevel.Tense, Words, [], Words),
        new TalkAct.RemarkVoted(Some, -1),
        new TalkAct.RecordProposed(Words, Octets.CopyOf(Some.ToBytes()), Words, Salt, Salt),
        new TalkAct.RecordCountersigned(Some, Salt),
        new TalkAct.LineCharterProposed(2, Salt32, Charter.Usual("To keep the line open.", "Nothing else."), Salt),
    ];

    public static IEnumerable<FuzzTarget> All() =>
    [
        new("talk-content", InputForm.Vectors, [.. Acts.Select(act =>
            ContentWriting.Bytes(MessageContent.Of(Salt, act, Words, Some)))], Content),
        new("talk-act", InputForm.Vectors, [.. Acts.Select(ActBytes.Write)], Act),
    ];

    /// <summary>What is read is written again as it came, and all of it can be looked at.</summary>
    private static Answer Content(byte[] input)
    {
        if (ContentReading.Of(input) is not ContentReading.Read { Content: var content })
            return Answer.No;
        _ = content.Words;
        _ = content.NotUnderstood;
        return Answer.Again(ContentWriting.Bytes(content));
    }

    private static Answer Act(byte[] input) =>
        ActBytes.Read(input) is { } act ? Answer.Again(ActBytes.Write(act)) : Answer.No;
}
