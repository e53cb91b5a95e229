using Coulisse.Desk.Records;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Matters;
using Coulisse.Talks.Records;
using Coulisse.Talks.Transcripts;
using Coulisse.Wire.Records;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Door;

/// <summary>How far what was signed is, for people. Only on the desk's own thread.</summary>
internal static class RecordTelling
{
    internal const string NoRecord = "No message of that number proposes anything for the record. See: coulisse record "
        + "list";

    /// <summary>What whoever signs first is told before.</summary>
    internal const string BeforeFirst = "Nothing is signed yet. Who signs first can be left waiting: the other side "
        + "then has your signature on these words, can add theirs at any time or never, and you cannot take it back.";

    private const string BeforeSecond = "Not countersigned yet. With your signature anybody who has the file can "
        + "prove that both parties signed these words; it cannot be taken back.";

    /// <summary>What a record is, to whoever looks at it: in a sentence, and by its name.</summary>
    internal static (string Words, string Means) Before(RecordView record, DeskIdentity identity) => record switch
    {
        { Stage: Stage.Countersigned } => ("On record: both sides have signed these words.", "OnRecord"),
        _ when IsOurs(record, identity) => ("Signed by our side, and waiting for theirs: it is not on record before "
            + "they countersign.", "Waiting"),
        _ => (BeforeSecond, "Second"),
    };

    /// <summary>The same in a list.</summary>
    internal static string Of(RecordView record, DeskIdentity identity) => record.Stage switch
    {
        Stage.Countersigned => "on record: signed by both sides",
        Stage.Refused when IsOurs(record, identity) => "they declined; they still hold our signature, and can "
            + "countersign",
        Stage.Refused => "we declined; it can still be countersigned",
        _ when IsOurs(record, identity) => "signed by us alone, left waiting by them",
        _ => "signed by them alone, waiting for us",
    };

    /// <summary>What a message has put forward for the record, by any message of it; null if nothing.</summary>
    internal static RecordView? Find(DeskCore core, RoomId room, ulong number) =>
        Meant.Find(core, room, number) is { } meant
            ? core.TalkOf(room).Records.FirstOrDefault(one => one.Id == meant.Matter) : null;

    internal static TalkAct.RecordProposed ActOf(DeskCore core, RoomId room, RecordView record) =>
        (TalkAct.RecordProposed)core.TalkOf(room)[record.Id]!.Content.Act!;

    /// <summary>What the other side has signed of these digits and ours has not.</summary>
    internal static IReadOnlyList<(RecordView Record, RecordDraft Draft)> Waiting(
        DeskCore core, RoomId room, string digest, DeskIdentity identity) =>
    [
        .. core.TalkOf(room).Records.Where(one => !IsOurs(one, identity) && one.Stage != Stage.Countersigned)
            .Select(one => (one, RecordDraft.Of(core, room, ActOf(core, room, one)).Draft!))
            .Where(one => one.Item2?.Digest == digest),
    ];

    /// <summary>Whose signature would be countersigned; null if none would.</summary>
    internal static RecordSignature? FirstOf(DeskCore core, RoomId room, string digest, DeskIdentity identity) =>
        Waiting(core, room, digest, identity) is [var (record, _), ..] ? RecordVouching.SignatureIn(record.First)
            : null;

    internal static IReadOnlyList<RecordAnswer> All(
        DeskCore core, RoomId room, Telling telling, DeskIdentity identity)
    {
        var orders = core.TranscriptOf(room, 0, int.MaxValue).Where(one => one.Heard.Number > 0)
            .ToDictionary(one => MessageId.From(one.Heard.Name.Span), one => (one.Order, one.Heard.Desk));
        PersonAnswer By(MessageId message) => telling.PersonOf(orders[message].Desk);
        return
        [
            .. core.TalkOf(room).Records.Select(one => new RecordAnswer(orders[one.Id].Order, By(one.Id),
                one.Stage.ToString(), Of(one, identity), one.Since.ToDateTimeOffset(), one.Subject[0].Text,
                [.. one.Messages.Select(id => orders[id].Order)], one.Minutes.Length > 0,
                RecordDraft.Of(core, room, ActOf(core, room, one)).Draft?.Digest,
                one.CountersignedBy is { } second
                    ? telling.PersonOf(Crypto.Codec.Opaque.Owning(second.Id.ToBytes())) : null,
                one.Declined is { } no ? no.Words.IsEmpty ? "" : no.Words[0].Text : null)),
        ];
    }

    private static bool IsOurs(RecordView record, DeskIdentity identity) =>
        record.By.Side == ActMaker.SideOf(identity);
}
