using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.LineCharters;
using Coulisse.Talks;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Records;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Records;

/// <summary>
/// Whether a signature that an act carries is its author's, over what is proposed for the record in this room or as
/// terms of its line. It goes
/// by what the act itself brings and by the messages: no renewal, and no later knowledge of a desk, changes the answer.
/// </summary>
internal sealed class RecordVouching(DeskIdentity identity, RoomId room)
{
    private readonly Dictionary<MessageId, bool> known = [];

    internal bool Vouches(
        TranscriptEntry signing, TranscriptEntry proposal, ImmutableArray<TranscriptEntry> passage)
    {
        // A message's name binds all of its bytes, and its references by their names; what is only imagined has none.
        // There are no more of them than messages of the room, all of which are held as well.
        if (known.TryGetValue(signing.Id, out var answer))
            return answer;
        answer = proposal.Content.Act switch
        {
            TalkAct.RecordProposed proposed => Answer(signing, proposed, passage),
            TalkAct.LineCharterProposed proposed => Answer(signing, proposed),
            _ => false,
        };
        if (signing.Id != TalkActs.Imagined)
            known[signing.Id] = answer;
        return answer;
    }

    private bool Answer(TranscriptEntry signing, TalkAct.RecordProposed proposed,
        ImmutableArray<TranscriptEntry> passage)
    {
        if (RecordMaking.PartsOf(proposed, passage) is not { } parts
            || RecordTerms.Of(room, identity.Parties, parts) is not { } terms)
            return false;
        return signing.Content.Act switch
        {
            TalkAct.RecordProposed first => IsOf(signing, first.Signature, terms, null),
            TalkAct.RecordCountersigned second => SignatureIn(proposed.Signature) is { } first
                && IsOf(signing, second.Signature, terms, first),
            _ => false,
        };
    }

    private bool Answer(TranscriptEntry signing, TalkAct.LineCharterProposed proposed)
    {
        var terms = LineCharter.Of(proposed.Number, proposed.Follows, proposed.Terms).On(identity.Parties);
        return signing.Content.Act switch
        {
            TalkAct.LineCharterProposed first => IsOf(signing, first.Signature, terms, null),
            TalkAct.LineCharterAgreed second => SignatureIn(proposed.Signature) is { } first
                && IsOf(signing, second.Signature, terms, first),
            _ => false,
        };
    }

    private bool IsOf(TranscriptEntry signing, Octets bytes, RecordTerms terms, RecordSignature? first) =>
        SignatureIn(bytes) is { } signature
        && signature.Accreditation.Content.Subject.Kind == SubjectKind.Desk
        && signature.Accreditation.Content.Subject.Id.Span.SequenceEqual(signing.Author.Id.ToBytes())
        && identity.Seals.Accepts(signature.Accreditation.By)
        && identity.Parties.SideOf(signature.Accreditation.By.Party) is { } side
        && (side == Side.A) == (signing.Author.Side == Coulisse.Talks.Parties.Side.A)
        && signature.IsOver(terms, first);

    /// <summary>The signature of these bytes, not verified; null if they are none.</summary>
    internal static RecordSignature? SignatureIn(Octets bytes)
    {
        try
        {
            return WireValue.Decode<RecordSignature>(bytes.Span);
        }
        catch (DecodeException)
        {
            return null;
        }
    }
}
