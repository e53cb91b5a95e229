using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Records;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Records;

/// <summary>Something for the record as this desk makes it of its own messages: whole, before anybody signs
/// it.</summary>
/// <param name="Proposed">The act; without a signature if nobody has signed yet.</param>
/// <param name="Parts">What would be on record.</param>
/// <param name="Terms">What would be signed.</param>
internal sealed record RecordDraft(
    TalkAct.RecordProposed Proposed, ImmutableArray<RecordPart> Parts, RecordTerms Terms)
{
    /// <summary>So many that nobody makes another text with those of a given one; of two that share theirs neither is
    /// signed.</summary>
    internal const int DigitsOfDigest = 20;

    /// <summary>By what a person says that they mean this one: the first digits of the hash that is signed.</summary>
    internal string Digest => Terms.Body.ToString()[..DigitsOfDigest];

    /// <summary>A draft of what a person chose; or a sentence that says what is wrong. Only on the desk's own
    /// thread.</summary>
    /// <param name="core">The desk.</param>
    /// <param name="room">The room.</param>
    /// <param name="orders">The numbers of the messages here.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="minutes">What was said, in other words; empty for none.</param>
    internal static (RecordDraft? Draft, string? Why) Of(DeskCore core, RoomId room, IReadOnlyList<ulong> orders,
        ImmutableArray<Wording> subject, ImmutableArray<Wording> minutes)
    {
        if (core.TalkOf(room).Terms.IsOffRecord)
            return (null, RefusalWords.Of(Refusal.OffRecord));
        var passage = ImmutableArray.CreateBuilder<TranscriptEntry>();
        foreach (var order in orders)
        {
            if (FaultOf(core, room, order) is { } fault)
                return (null, fault);
            passage.Add(core.TalkOf(room)[MessageId.From(core.MessageOf(room, order)!.Name.Span)]!);
        }
        if (RecordMaking.AuthorsOf(passage, desk => core.AuthorOf(room, desk)) is not { } authors)
            return (null, "Of an author of these messages this desk has no accreditation; leave their messages out.");
        var proposed = new TalkAct.RecordProposed(subject,
            Octets.CopyOf([.. passage.SelectMany(one => one.Id.ToBytes())]), minutes, authors, Octets.Empty);
        return Of(core, room, proposed, passage.ToImmutable());
    }

    /// <summary>The same of what somebody has proposed; or why it cannot be countersigned here.</summary>
    internal static (RecordDraft? Draft, string? Why) Of(
        DeskCore core, RoomId room, TalkAct.RecordProposed proposed)
    {
        ImmutableArray<TranscriptEntry> passage =
            [.. proposed.Messages.Select(id => core.TalkOf(room)[id]).OfType<TranscriptEntry>()];
        return passage.Length == proposed.Messages.Count() ? Of(core, room, proposed, passage)
            : (null, "Messages of this passage are not here, or were not for this desk: it cannot be checked.");
    }

    /// <summary>Whether the authors are named as this desk knows them. Asked before a person countersigns.</summary>
    internal bool NamesAuthorsAsKnown(DeskCore core, RoomId room) => RecordMaking.AuthorsOf(
        Proposed.Messages.Select(id => core.TalkOf(room)[id]!), desk => core.AuthorOf(room, desk)) == Proposed.Authors;

    /// <summary>Signs it for the desk's party; of what the other side has signed, the second signature.</summary>
    internal Octets Sign(DeskIdentity identity, ChainHead head, DateTimeOffset now) =>
        Octets.CopyOf(WireValue.Encode(RecordSignature.Sign(Terms,
            Proposed.Signature.Length == 0 ? null : RecordVouching.SignatureIn(Proposed.Signature),
            identity.Accreditation, identity.Key, head, now)).Span);

    private static (RecordDraft? Draft, string? Why) Of(
        DeskCore core, RoomId room, TalkAct.RecordProposed proposed, ImmutableArray<TranscriptEntry> passage) =>
        RecordMaking.PartsOf(proposed, passage) is { } parts
        && RecordTerms.Of(room, core.Parties, parts) is { } terms ? (new(proposed, parts, terms), null)
            : (null, "That is more than one record takes (128 messages, a million bytes), or has a language without a "
                + "name; put it on record in several.");

    private static string? FaultOf(DeskCore core, RoomId room, ulong order)
    {
        if (core.ViewOf(room) is not { } view || order == 0 || order > view.Shown
            || core.MessageOf(room, order) is not { } heard)
            return $"This room has no message {order}. See: coulisse read";
        if (heard.Number == 0 || core.TalkOf(room)[MessageId.From(heard.Name.Span)] is null)
            return $"Message {order} has not been taken by our station, or came back: only what both have is put on "
                + "record.";
        if (heard.IsErased)
            return $"The words of message {order} were erased, as the terms of the room say.";
        if (core.TermsOf(room, heard).IsOffRecord)
            return $"Message {order}: {RefusalWords.Of(Refusal.OffRecord)}";
        return heard.Message.Kind is RoomMessageKind.Text
            || (heard.Message.Kind is RoomMessageKind.Content && heard.Message.Content().NotUnderstood.IsEmpty) ? null
            : $"Message {order} is about members or terms, or has parts that are no words: it is not put on record. "
                + "Leave it out.";
    }
}
