using System.Buffers.Binary;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Outbox;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Members;

/// <summary>What a desk does of itself once people have acted: it asks whom both want for a key package, says to
/// who was let in what it sees, and keeps what was changed. All of it carries out; none of it consents.</summary>
internal sealed class Admissions(DeskIdentity identity, Sending sending, Speaking speaking)
{
    private readonly ActReading acts = new(identity);

    /// <summary>Takes an act up; null if it breaks a rule. See <see cref="ActReading"/>.</summary>
    internal HeardAct? TakeUp(Room room, Sealed<Accreditation> author, RoomMessage message, ulong epoch, ulong order)
    {
        var known = room.Record.Members;
        if (acts.Take(room, author, message, epoch, order) is not { } act)
            return null;
        Moved(room, act.Intent, known.Of(act.Intent));
        return act;
    }

    /// <summary>Whom we asked for a key package gave one that is theirs.</summary>
    internal static void Given(Room room, RoomIntent intent, Opaque package) =>
        Keep(room, intent with { Package = package });

    /// <summary>Says of an intent what a machine may say: never yes, and never a person's no.</summary>
    internal void Say(Room room, RoomIntent intent, IntentAnswerKind kind, StepEffects effects)
    {
        if (!sending.Items.IsAnswering(room.Id, intent.Id))
            speaking.Say(room, RoomMessageKind.Answer, WireValue.Encode(new IntentAnswer(intent.Id, kind, "")),
                Precedence.Routine, effects);
    }

    // Who is to come is asked, or told that they are not needed.
    private void Moved(Room room, IntentId id, RoomIntent? before)
    {
        if (room.Record.Members.Of(id) is not { Whom: { } whom } intent || intent.Author != identity.Id)
            return;
        var rules = room.Policy.Members;
        var wasAsked = before is not null && rules.MayCarryOut(before);
        if (rules.MayCarryOut(intent) && !wasAsked)
            Offer(room, OfferKind.Admission, whom, Epoch(room.Group!.View.Epoch.Value));
        else if (!intent.IsOpen && wasAsked)
            Offer(room, OfferKind.Withdrawn, whom, Opaque.Empty);
    }

    /// <summary>Our station took a commit of this desk.</summary>
    internal void OwnCommitted(Room room, RoomStatus status, StepEffects effects)
    {
        var before = room.Record.Status;
        var carriedOut = room.Record.Members.Committing;
        var (members, leaves) = (room.Group!.View.MemberCount, room.LeafKeysIn());
        room.Commit();
        room.Save(room.Record.WithTurn(room.Record.NextTurn, effects.Now) with
        {
            Status = status,
            SinceOwnCommit = 0,
            HasAnswered = false,
        });
        if (before != status || members != room.Group.View.MemberCount || carriedOut.Count > 0)
            effects.Add(new DeskEffect.RoomMoved(room.Id, status));
        var isOpening = before == RoomStatus.Opening; // whom it lets in is told by its maker anyway
        Committed(room, isOpening ? room.LeafKeysIn() : leaves, carriedOut, effects);
    }

    /// <summary>The room is in its next epoch: intents end, and who joined is told what the others see.</summary>
    /// <param name="room">In the new epoch already.</param>
    /// <param name="before">The keys of the leaves that were in it before.</param>
    /// <param name="carriedOut">The intents that the commit carried out.</param>
    /// <param name="effects">What is to be shown.</param>
    internal void Committed(Room room, HashSet<Opaque> before, IReadOnlyCollection<IntentId> carriedOut,
        StepEffects effects)
    {
        if (room.Record.Status == RoomStatus.Open && !room.HasOthers && !identity.IsHome) // where one may ask others in
            effects.Move(room, RoomStatus.Ended);
        PutOut(room);
        var newcomers = room.Members().Where(one => !before.Contains(one.LeafKey)).Select(one => one.Desk).ToList();
        if (carriedOut.Count == 0 && newcomers.Count == 0)
            return;
        sending.ComeBack(room, effects);
        var done = room.Record.Members.Intents.Where(one => carriedOut.Contains(one.Id)).ToList();
        var overtaken = room.Record.Members.Intents
            .Where(one => one.IsOpen && one.Epoch > 0 && !done.Contains(one)).ToList();
        foreach (var intent in done)
            Keep(room, intent.At(IntentState.CarriedOut) with { Package = Opaque.Empty });
        foreach (var intent in overtaken)
        {
            Keep(room, intent.At(IntentState.Overtaken) with { Package = Opaque.Empty });
            Moved(room, intent.Id, intent);
        }
        var charter = RoomCharter.Of(room.Group!);
        room.Save(room.Record with
        {
            Charter = charter,
            Terms = TermsSince.With(room.Record.Terms, room.Group!.View.Epoch.Value, charter),
            Members = room.Record.Members with { LastChange = room.Group.View.Epoch.Value },
            Authors = WireList.From(room.Record.Authors.Where(one => done.All(intent => intent.Whom?.Id != one.Desk))),
        });
        if (Welcomes(room, newcomers))
            speaking.Witness(room, effects.Now);
    }

    // Whoever was put out is: should they be let in once more, it is not to happen again.
    private static void PutOut(Room room)
    {
        var here = room.Desks().Select(desk => desk.Content.Subject.Id).ToHashSet();
        foreach (var intent in room.Record.Members.Intents
            .Where(one => one.IsOpen && one.What.PutsOut is { } gone && !here.Contains(gone)).ToList())
            Keep(room, intent.At(IntentState.CarriedOut));
    }

    // Rule 5: by the members of their own party; if there is none, by each other party's.
    private bool Welcomes(Room room, List<Sealed<Accreditation>> newcomers)
    {
        var others = room.Desks().Where(desk => newcomers.All(one => one.Content.Subject != desk.Content.Subject))
            .Select(desk => desk.By.Party).ToHashSet();
        return newcomers.Any(one => one.By.Party == identity.Accreditation.By.Party || !others.Contains(one.By.Party));
    }

    private static void Keep(Room room, RoomIntent intent) =>
        room.Save(room.Record with { Members = room.Record.Members.With(intent) });

    private void Offer(Room room, OfferKind kind, Subject whom, Opaque body) => sending.Items.Add(new(
        OutboxKind.Offer, room.Id, Precedence.Routine, WireValue.Encode(
            new Offer(kind, identity.Id, whom.Id, body, [])), 0));

    private static Opaque Epoch(ulong epoch)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, epoch);
        return Opaque.CopyOf(bytes);
    }
}
