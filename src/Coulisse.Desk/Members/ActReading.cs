using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Members;

/// <summary>
/// What is said about members and terms, as each desk takes it up: the author's mandate decides whether it counts, and
/// the order in which it comes decides nothing. One's own counts once the own station has taken it, so that no commit
/// leaves before the act that it rests on.
/// </summary>
internal sealed class ActReading(DeskIdentity identity)
{
    /// <summary>What a message did; null if it breaks a rule.</summary>
    /// <param name="room">Where.</param>
    /// <param name="author">Its author's desk.</param>
    /// <param name="message">An intent or an answer.</param>
    /// <param name="epoch">In which it was sealed.</param>
    /// <param name="order">Its place in the own transcript.</param>
    internal HeardAct? Take(Room room, Sealed<Accreditation> author, RoomMessage message, ulong epoch, ulong order)
    {
        if (identity.Parties.SideOf(author.By.Party) is not { } by)
            return null;
        try
        {
            return message.Kind == RoomMessageKind.Intent
                ? Proposed(room, author, by, message, epoch, order)
                : Answered(room, author, by, WireValue.Decode<IntentAnswer>(message.Body.Span), epoch);
        }
        catch (DecodeException)
        {
            return null;
        }
    }

    /// <summary>What a message of one's own does, for the transcript.</summary>
    internal static HeardAct ActOf(Opaque author, RoomMessage message)
    {
        if (message.Kind == RoomMessageKind.Intent)
            return new(HeardActKind.Proposed, IntentId.Of(author, message));
        var answer = WireValue.Decode<IntentAnswer>(message.Body.Span);
        return new(KindOf(answer.Kind), answer.Intent);
    }

    private HeardAct? Proposed(Room room, Sealed<Accreditation> author, Side by, RoomMessage message, ulong epoch,
        ulong order)
    {
        var wanted = WireValue.Decode<Intent>(message.Body.Span);
        var members = room.Record.Members;
        var isFit = MayBind(room, author, epoch) && (wanted.What.Charter is null or { IsFit: true })
            && (wanted.What.Admits is not { } whom || IsOfEither(whom))
            && (wanted.What.PutsOut is null || identity.IsHome)
            && members.Intents.Count(one => one.By == by && one.IsOpen) < Membership.HeardMax;
        if (!isFit)
            return null;
        var id = IntentId.Of(author.Content.Subject.Id, message);
        // At home a mandate of ours is all the consent there is.
        var state = epoch < members.LastChange ? IntentState.Overtaken
            : identity.IsHome ? IntentState.Consented : IntentState.Proposed;
        var intent = members.Unheard.Where(one => one.Answer.Intent == id).Aggregate(
            new RoomIntent(id, order, author.Content.Subject.Id, by, wanted.What, wanted.Reason, state, identity.IsHome,
                epoch, Opaque.Empty),
            (known, one) => After(known, one.By, one.Answer.Kind) ?? known);
        var unheard = WireList.From(members.Unheard.Where(one => one.Answer.Intent != id));
        room.Save(room.Record with { Members = (members with { Unheard = unheard }).With(intent) });
        return new(HeardActKind.Proposed, id);
    }

    private static HeardAct? Answered(
        Room room, Sealed<Accreditation> author, Side by, IntentAnswer answer, ulong epoch)
    {
        var members = room.Record.Members;
        // Who takes an intent back is one who could have said it; a machine's fault needs no mandate.
        if (answer.Kind != IntentAnswerKind.Failed && !MayBind(room, author, epoch))
            return null;
        if (members.Of(answer.Intent) is not { } intent)
        {
            if (members.Unheard.Count(one => one.By == by) >= Membership.HeardMax)
                return null;
            room.Save(room.Record with
            {
                Members = members with { Unheard = WireList.From(members.Unheard.Append(new(by, answer))) },
            });
        }
        else if (After(intent, by, answer.Kind) is { } after)
            room.Save(room.Record with { Members = members.With(after) });
        else
            return null;
        return new(KindOf(answer.Kind), answer.Intent);
    }

    // Only the other side consents or declines; only its own side takes an intent back; a machine of either may fail.
    private static RoomIntent? After(RoomIntent intent, Side by, IntentAnswerKind answer) => answer switch
    {
        IntentAnswerKind.Withdrawn when by == intent.By => intent.At(IntentState.Withdrawn),
        IntentAnswerKind.Consented when by != intent.By =>
            intent.At(IntentState.Consented) with { IsConsented = true },
        IntentAnswerKind.Declined when by != intent.By => intent.At(IntentState.Declined),
        IntentAnswerKind.Failed => intent.At(IntentState.Failed),
        _ => null,
    };

    private static HeardActKind KindOf(IntentAnswerKind kind) => kind switch
    {
        IntentAnswerKind.Consented => HeardActKind.Consented,
        IntentAnswerKind.Declined => HeardActKind.Declined,
        IntentAnswerKind.Withdrawn => HeardActKind.Withdrawn,
        _ => HeardActKind.Failed,
    };

    private bool IsOfEither(Sealed<Accreditation> whom) => identity.Seals.Accepts(whom.By)
        && whom.Content.Subject.Kind == SubjectKind.Desk && identity.Parties.SideOf(whom.By.Party) is not null;

    // By the terms of the epoch in which they said it: the same on every desk, whenever it comes.
    private static bool MayBind(Room room, Sealed<Accreditation> desk, ulong epoch) => room.Policy.Rules.MayBind(
        room.Record.TermsIn(epoch).LetsConsent(TalkMandates.Of(desk)));
}
