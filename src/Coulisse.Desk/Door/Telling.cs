using System.Diagnostics;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Keys;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Transcripts;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>
/// What the desk knows, as answers for people. Only on the desk's own thread, as all that asks the core: who is met is
/// remembered, and what is thrown there ends the desk.
/// </summary>
internal sealed class Telling(DeskIdentity identity, People people)
{
    /// <summary>A name never stands without its party.</summary>
    internal static string NameOf(Sealed<Accreditation> desk) => $"{desk.By.Party}: {OfficeOf(desk)}";

    /// <summary>The same with the first digits of the desk, by which it can be named.</summary>
    internal static string Listed(Sealed<Accreditation> desk) =>
        $"{NameOf(desk)} ({desk.Content.Subject.Id.ToString()[..8]})";

    /// <summary>What is kept of a room, checked against itself.</summary>
    internal ArchiveAnswer Archive(RoomId room, Archive archive) => new(room.ToString(), archive.Messages,
        archive.IsWhole, [.. archive.Authors.Select(one =>
            new ArchivedAnswer(PersonOf(one.Desk), one.First, one.Last, one.Missing, one.Broken,
                one.ReadOtherwise))], archive.Erased);

    internal RoomAnswer Room(RoomView view)
    {
        people.Meet(view.Members.Select(member => member.Desk)
            .Concat(view.Intents.Select(one => one.What.Admits).OfType<Sealed<Accreditation>>()));
        return new(view.Id.ToString(), view.Status.ToString(),
            identity.IsHome ? HomeWords.Of(view) : DoorWords.Of(view), view.Charter?.Terms.Purpose,
            view.Charter?.Terms.Excluded,
            PersonOf(view.Counterpart), view.Turn == identity.Side ? "ours" : "theirs",
            view.TurnSince, view.Epoch, view.Tag?.ToString(),
            [.. view.Members.Select(one => new MemberAnswer(Person(one.Desk), one.LeafKey.ToString(),
                one.End == RoomMemberEnd.IsRecalled, one.End == RoomMemberEnd.IsReplaced))],
            [.. Proposals(view)], [.. view.Awaited.Select(one =>
                new AwaitedAnswer(PersonOf(one.Author), one.Count, PersonOf(one.ReadBy), one.Since))],
            view.Follows is { } before ? new(before.Room.ToString(), before.Why, DoorWords.Of(before, identity.Side))
                : null, view.FollowedBy?.ToString(), view.Shown, view.Waiting, view.IsStuck,
            IsOwnSide: identity.IsHome ? true : null,
            CameLater: identity.IsHome && view.CameLater ? true : null,
            Terms: view.Charter is { } terms ? TermsTelling.Of(terms.Terms) : null,
            Wider: view.Wider.Count == 0 ? null : [.. view.Wider.Select(field => field.ToString())],
            Erases: view.Erases is { } pending ? new(pending.At, pending.Count) : null,
            HeldSince: view.HeldSince,
            OthersSaid: view.OthersSaid);
    }

    /// <summary>Whom or what an intent is about.</summary>
    private string About(RoomChange what) => what switch
    {
        RoomChange.Admission admission => NameOf(admission.Whom),
        RoomChange.Amendment => "other terms",
        RoomChange.Removal removal => PersonOf(removal.Desk) is var gone ? $"{gone.Party}: {gone.Office}" : "",
        _ => throw new UnreachableException(),
    };

    private IEnumerable<ProposalAnswer> Proposals(RoomView view) => view.Intents.Select(one => Proposal(
        view, one.Order, one.By == identity.Side, one.What, one.State.ToString(), view.Answering.Contains(one.Id)
            ? DoorWords.AnswerOnItsWay
            : identity.IsHome ? HomeWords.Of(one.State, one.What)
            : DoorWords.Of(one.State, one.By == identity.Side, one.What is RoomChange.Amendment), one.Reason,
            view.Answering.Contains(one.Id)))
        .Concat(view.Proposing.Select(one => Proposal(view, one.Order, isOurs: true, one.What,
            nameof(Rung.Written), DoorWords.ProposalOnItsWay, one.Reason, isAnswering: false)));

    private ProposalAnswer Proposal(RoomView view, ulong order, bool isOurs, RoomChange what, string state,
        string words, string reason, bool isAnswering) => new(order, isOurs,
            what.Admits is { } whom ? Person(whom) : what.PutsOut is { } gone ? PersonOf(gone) : null,
            what.Charter is { } terms ? TermsTelling.Of(terms.Terms) : null, state, words, reason,
            isAnswering, view.IntentsSince.TryGetValue(order, out var since) ? since : null,
            what.Charter is { } then && view.Charter is { } now ? TermsTelling.Changes(now.Terms, then.Terms) : null,
            what is RoomChange.Removal);

    internal MessageAnswer Message(DeskCore core, RoomId room, ulong order, Heard heard) => new(order,
        PersonOf(heard.Desk), heard.Number,
        Of(heard.Rung), [.. heard.Rungs.Select(one => new RungAnswer(Of(one.Rung), one.Instant,
            one.Rung.ToString()))],
        heard.Written, heard.MissingBefore, core.AnswersUnread(room, heard), heard.Text,
        heard.Act is [var act] ? Act(core, room, act) : heard.Message.Content().Act is { } said ? Act(core, room, said)
            : null, IsOwnSide: identity.IsHome ? true : null,
        ErasedAfterDays: heard.IsErased ? core.TermsOf(room, heard).RetentionDays : null);

    private string Of(Rung rung) => identity.IsHome ? HomeWords.Of(rung) : DoorWords.Of(rung);

    /// <summary>An act of the talk: by its own fields, never by the words its author put beside it.</summary>
    internal ActAnswer Act(DeskCore core, RoomId room, TalkAct act)
    {
        ulong? OrderOf(MessageId id) => id.IsNone ? null : core.PlaceOf(room, id)?.Order;
        return new(act is TalkAct.CommitmentJudged judged ? judged.Verdict.ToString() : act.Kind.ToString(),
            ActWords.Whole(act), null, OrderOf(act.Matter), OrderOf(act.About),
            new ActFields(OrderOf, id => PersonOf(Opaque.Owning(id.ToBytes()))).Of(act));
    }

    // What is to change is told for itself, for screens in any language.
    private List<FieldAnswer>? FieldsOf(RoomChange? what) => what switch
    {
        null => null,
        { Admits: { } whom } => [new("change", Choice: nameof(RoomChange.Admission)), new("person",
            Person: Person(whom))],
        { PutsOut: { } gone } => [new("change", Choice: nameof(RoomChange.Removal)), new("person",
            Person: PersonOf(gone))],
        _ => [new("change", Choice: nameof(RoomChange.Amendment))],
    };

    private ActAnswer Act(DeskCore core, RoomId room, HeardAct act) => new(act.Kind.ToString(),
        core.ChangeOf(room, act.Intent) switch
        {
            { } change when identity.IsHome => HomeWords.Of(act.Kind, change, About(change)),
            RoomChange.Amendment => DoorWords.OfTerms(act.Kind),
            RoomChange.Admission admission => DoorWords.Of(act.Kind, NameOf(admission.Whom)),
            _ => DoorWords.Of(act.Kind, "what was proposed before we came"),
        },
        core.IntentsOf(room).FirstOrDefault(one => one.Id == act.Intent)?.Order,
        Fields: FieldsOf(core.ChangeOf(room, act.Intent)));

    internal PersonAnswer PersonOf(Opaque desk) => people.Of(desk) is { } known
        ? Person(known) : new("unknown", "a desk that no letter names", null, desk.ToString(), IsOurs: false);

    internal PersonAnswer Person(Sealed<Accreditation> desk) => new(desk.By.Party, OfficeOf(desk),
        MandateWords.Of(desk.Content.Mandate), desk.Content.Subject.Id.ToString(),
        desk.By.Party == identity.Accreditation.By.Party);

    private static string OfficeOf(Sealed<Accreditation> desk) =>
        desk.Content.OfficeIn("en");
}
