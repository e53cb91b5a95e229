using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;

namespace Coulisse.Desk.Members;

/// <summary>What a desk keeps of who is in a room and who is to be, beside the group's own state.</summary>
/// <param name="Floor">Before there is a group: the last epoch that this desk cannot be let into.</param>
/// <param name="IsAdmission">Whether it came, or is to come, into a room that was there.</param>
/// <param name="Joined">What it saw when it was let in; empty before, and for who opened the room.</param>
/// <param name="HiddenAfter">How much of the transcript was there when it was let in.</param>
/// <param name="LastChange">The epoch that the last intent to be carried out opened; those of before are void.</param>
/// <param name="Intents">All that were said, the earliest first.</param>
/// <param name="Unheard">Answers to what has not been heard yet.</param>
/// <param name="Unseen">What members said of the group to who joined: links of their chains, and no words.</param>
/// <param name="HasAskedToLeave">Whether the others were asked once to take this desk out.</param>
/// <param name="Committing">What the own commit on its way brings about.</param>
internal sealed record Membership(ulong Floor, bool IsAdmission, WireList<SameRoom> Joined, ulong HiddenAfter,
    ulong LastChange, WireList<RoomIntent> Intents, WireList<UnheardAnswer> Unheard,
    WireList<UnseenLink> Unseen, bool HasAskedToLeave, WireList<IntentId> Committing)
    : IWireValue<Membership>
{
    /// <summary>The most intents of one side without an end that this desk makes more.</summary>
    internal const int OpenMax = 16;

    /// <summary>The most that it reads, and of answers to what is not known: an end may be on its way in another log,
    /// and two desks must not part ways over which they have read first.</summary>
    internal const int HeardMax = 2 * OpenMax;

    /// <summary>How many ended ones stay.</summary>
    internal const int EndedMax = 256;

    // An admission brings one of each member; beyond this the earliest go, and leave a gap that an archive names.
    private const int UnseenMax = 4_096;

    /// <summary>With a message that has no place in the transcript.</summary>
    internal Membership WithUnseen(Opaque desk, RoomMessage message) => this with
    {
        Unseen = WireList.From(Unseen.Append(new(desk, message.Number, MessageLink.Of(message))).TakeLast(UnseenMax)),
    };

    internal static Membership Start { get; } = new(0, false, [], 0, 0, [], [], [], false, []);

    /// <summary>The intent; null if it is not known.</summary>
    internal RoomIntent? Of(IntentId id) => Intents.FirstOrDefault(one => one.Id == id);

    /// <summary>With an intent changed, or added.</summary>
    internal Membership With(RoomIntent intent)
    {
        var isNew = Of(intent.Id) is null;
        var all = isNew ? Intents.Append(intent) : Intents.Select(one => one.Id == intent.Id ? intent : one);
        var ended = Intents.Where(one => !one.IsOpen).ToList();
        return this with
        {
            Intents = WireList.From(isNew && ended.Count > EndedMax ? all.Where(one => one != ended[0]) : all),
        };
    }

    public static Membership Read(ref TlsReader reader) => new(reader.ReadUInt64(), reader.ReadUInt8() != 0,
        WireList.Read<SameRoom>(ref reader, 256, 1), reader.ReadUInt64(), reader.ReadUInt64(),
        WireList.Read<RoomIntent>(ref reader, 1 << 26, 2 * HeardMax + EndedMax + 2),
        WireList.Read<UnheardAnswer>(ref reader, 1 << 20, 2 * HeardMax),
        WireList.Read<UnseenLink>(ref reader, 1 << 20, UnseenMax), reader.ReadUInt8() != 0,
        WireList.Read<IntentId>(ref reader, 1 << 16, 2 * HeardMax));

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt64(Floor);
        writer.WriteUInt8(IsAdmission ? (byte)1 : (byte)0);
        WireList.Write(writer, Joined);
        writer.WriteUInt64(HiddenAfter);
        writer.WriteUInt64(LastChange);
        WireList.Write(writer, Intents);
        WireList.Write(writer, Unheard);
        WireList.Write(writer, Unseen);
        writer.WriteUInt8(HasAskedToLeave ? (byte)1 : (byte)0);
        WireList.Write(writer, Committing);
    }
}

/// <summary>An answer that came before what it answers.</summary>
internal sealed record UnheardAnswer(Side By, IntentAnswer Answer) : IWireValue<UnheardAnswer>
{
    public static UnheardAnswer Read(ref TlsReader reader) =>
        new(RoomBinding.ReadSide(ref reader), IntentAnswer.Read(ref reader));

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16((ushort)By);
        Answer.Write(writer);
    }
}
