using Coulisse.Crypto.Codec;
using Coulisse.Desk.Members;
using Coulisse.Talks.Charters;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Rooms;

/// <summary>What a desk keeps of a room beside the group's own state. Holds no key and no words.</summary>
/// <param name="Id">Which.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Counterpart">The other side's desk that was asked in, or that asks.</param>
/// <param name="Charter">Its terms; null as long as they are not known.</param>
/// <param name="Turn">The side that may commit.</param>
/// <param name="TurnSince">Since when, by this desk's clock; Unix time in milliseconds. Only shown.</param>
/// <param name="NextTurn">The side that will hold it once the own commit in flight is taken.</param>
/// <param name="Own">The own last message.</param>
/// <param name="SinceOwnCommit">How many messages were said since the own side's last commit.</param>
/// <param name="HasAnswered">Whether the other side has said something since then.</param>
/// <param name="SealedInEpoch">How many own messages were sealed in the present epoch.</param>
/// <param name="Shown">How many messages the transcript has.</param>
/// <param name="Authors">How far each other author is without a gap.</param>
/// <param name="CommitSealed">One more than the last epoch in which this desk has sealed a commit: another one in the
/// same would be sealed with the same key, whatever became of the first.</param>
/// <param name="Members">Who is in it by which act, and who is to be.</param>
/// <param name="Follows">The room whose place it takes, if it does; else empty.</param>
/// <param name="Last">How far this desk had come in it when it left; empty before.</param>
/// <param name="Terms">What of its terms programs go by, and since when.</param>
/// <param name="Tags">The tags of finished epochs of which something can still be opened.</param>
internal sealed record RoomRecord(RoomId Id, RoomStatus Status, Opaque Counterpart, RoomCharter? Charter, Side Turn,
    ulong TurnSince, Side NextTurn, AuthorHead Own, uint SinceOwnCommit, bool HasAnswered, uint SealedInEpoch,
    ulong Shown, WireList<AuthorHead> Authors, ulong CommitSealed,
    Membership Members, WireList<RoomPredecessor> Follows, WireList<RoomClaim> Last,
    WireList<TermsSince> Terms, WireList<EpochAndTag> Tags)
    : IWireValue<RoomRecord>
{
    /// <summary>A room of which nothing has been said yet.</summary>
    internal static RoomRecord Start(RoomId id, RoomStatus status, Opaque counterpart, RoomCharter? charter, Side turn,
        Opaque own, Membership members) => new(id, status, counterpart, charter, turn, TurnSince: 0, NextTurn: turn,
            AuthorHead.Start(own), SinceOwnCommit: 0, HasAnswered: false, SealedInEpoch: 0, Shown: 0, Authors: [],
            CommitSealed: 0, members, Follows: [], Last: [],
            TermsSince.With([], 0, charter), Tags: []);

    /// <summary>The side that may commit from now on.</summary>
    internal RoomRecord WithTurn(Side turn, DateTimeOffset now) => this with
    {
        Turn = turn,
        TurnSince = turn == Turn && TurnSince > 0 ? TurnSince : (ulong)Math.Max(0, now.ToUnixTimeMilliseconds()),
    };

    /// <summary>What holds now; of an epoch that has passed, what held then.</summary>
    internal TermsInForce TermsNow => Charter?.Terms.InForce ?? TermsInForce.None;

    /// <summary>What held in an epoch.</summary>
    internal TermsInForce TermsIn(ulong epoch) => TermsSince.In(Terms, epoch);

    private const ushort Version = 5;
    private const ushort BeforeTags = 4;
    private const ushort BeforeTerms = 3;

    public static RoomRecord Read(ref TlsReader reader)
    {
        var version = reader.ReadUInt16();
        if (version is not (Version or BeforeTags or BeforeTerms))
            throw reader.Refuse(DecodeCode.UnknownValue, "The vault was written by another version.");
        var record = new RoomRecord(new(reader.ReadOpaque(RoomId.BytesMax)), (RoomStatus)reader.ReadUInt16(),
            Opaque.CopyOf(reader.ReadFixed(16)),
            WireList.Read<RoomCharter>(ref reader, RoomCharter.BytesMax, 1) is [var charter] ? charter : null,
            RoomBinding.ReadSide(ref reader), reader.ReadUInt64(), RoomBinding.ReadSide(ref reader),
            AuthorHead.Read(ref reader),
            reader.ReadUInt32(),
            reader.ReadUInt8() != 0, reader.ReadUInt32(), reader.ReadUInt64(),
            WireList.Read<AuthorHead>(ref reader, 1 << 26, 16_384), reader.ReadUInt64(), Membership.Read(ref reader),
            WireList.Read<RoomPredecessor>(ref reader, RoomPredecessor.BytesMax, 1),
            WireList.Read<RoomClaim>(ref reader, 64, 1), [], []);
        return record with
        {
            Terms = version != BeforeTerms
                ? WireList.Read<TermsSince>(ref reader, TermsSince.Max * TermsSince.Bytes, TermsSince.Max)
                : TermsSince.With([], 0, record.Charter),
            Tags = version == Version ? WireList.Read<EpochAndTag>(ref reader, 1 << 20, 16_384) : [],
        };
    }

    public void Write(TlsWriter writer)
    {
        writer.WriteUInt16(Version);
        writer.WriteVector(Id.Value);
        writer.WriteUInt16((ushort)Status);
        writer.WriteFixed(Counterpart.Span);
        WireList.Write<RoomCharter>(writer, Charter is null ? [] : [Charter]);
        writer.WriteUInt16((ushort)Turn);
        writer.WriteUInt64(TurnSince);
        writer.WriteUInt16((ushort)NextTurn);
        Own.Write(writer);
        writer.WriteUInt32(SinceOwnCommit);
        writer.WriteUInt8(HasAnswered ? (byte)1 : (byte)0);
        writer.WriteUInt32(SealedInEpoch);
        writer.WriteUInt64(Shown);
        WireList.Write(writer, Authors);
        writer.WriteUInt64(CommitSealed);
        Members.Write(writer);
        WireList.Write(writer, Follows);
        WireList.Write(writer, Last);
        WireList.Write(writer, Terms);
        WireList.Write(writer, Tags);
    }
}
