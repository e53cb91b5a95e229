using System.Collections.Immutable;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Contents;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using NodaTime;

namespace Coulisse.Talks;

/// <summary>Whether somebody may say something now: by the very rules by which every desk reads it.</summary>
public static class TalkActs
{
    /// <summary>The name of a message that is only imagined. No other has it: a hash is all ones as seldom as it is all
    /// zeros.</summary>
    public static MessageId Imagined { get; } = new(UInt128.MaxValue, UInt128.MaxValue);

    /// <summary>Null if they may; else why not.</summary>
    /// <param name="act">What is to be said.</param>
    /// <param name="talk">What was said so far.</param>
    /// <param name="who">By whom.</param>
    /// <param name="now">When it would be said.</param>
    public static Refusal? May(TalkAct act, Talk talk, Person who, Instant now)
    {
        if (ActBytes.FaultOf(act) is { } fault)
            return fault;
        var then = talk.After(Imagine(act, talk, who, now));
        return then.Waiting.Any(one => one.Entry.Id == Imagined) ? Refusal.NoSuchMatter
            : then.WithoutEffect.FirstOrDefault(one => one.Entry.Id == Imagined)?.Why;
    }

    private static TranscriptEntry Imagine(TalkAct act, Talk talk, Person who, Instant now)
    {
        var last = talk.Entries.GroupBy(entry => entry.Author.Id)
            .ToDictionary(entries => entries.Key, entries => entries.Max(entry => entry.Number));
        var number = last.GetValueOrDefault(who.Id);
        return new(Imagined, who, number == ulong.MaxValue ? number : number + 1,
            [.. last.Select(one => new Head(one.Key, one.Value))], now,
            MessageContent.Of(Octets.CopyOf(new byte[ContentLimits.SaltBytes]), act, ImmutableArray<Wording>.Empty))
        {
            Terms = talk.Terms,
        };
    }
}
