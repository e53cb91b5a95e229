using System.Collections.Immutable;
using Coulisse.Talks.Charters;
using Coulisse.Talks.Contents;
using Coulisse.Talks.Parties;
using NodaTime;

namespace Coulisse.Talks.Transcripts;

/// <summary>One message of a room, opened and checked by the desk.</summary>
/// <param name="Id">Its hash.</param>
/// <param name="Author">Who wrote it, as accredited when it was read.</param>
/// <param name="Number">The author's number for it, from 1.</param>
/// <param name="Seen">How far its author had seen the others.</param>
/// <param name="Claimed">When it was written, as its author says.</param>
/// <param name="Content">What it says.</param>
public sealed record TranscriptEntry(MessageId Id, Person Author, ulong Number, ImmutableArray<Head> Seen,
    Instant Claimed, MessageContent Content)
{
    /// <summary>The terms under which it was said.</summary>
    public TermsInForce Terms { get; init; } = TermsInForce.None;

    /// <summary>Since when it is here, by the clock of whoever looks, and so another on each desk; null if that is not
    /// known. What both sides see alike rests on nothing of it.</summary>
    public Instant? Here { get; init; }

    /// <summary>Whether its words are gone, as those terms say: what was said of them before stays said.</summary>
    public bool IsErased { get; init; }
}
