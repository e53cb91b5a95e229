using System.Buffers;
using System.Buffers.Binary;
using Coulisse.Crypto.Codec;
using Coulisse.Desk;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Desks;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;

namespace Coulisse.World.Tests;

/// <summary>I12: whatever the other side's station or desks put into its log, a desk starts again and can
/// write.</summary>
[Trait("Row", "20")]
public sealed class WhatADeskOutlives : IDisposable
{
    private readonly Pair pair = new(new Seed(7));
    private readonly Cast cast;
    private readonly SimulatedVault vault = new();
    private DeskCore desk;
    private Entry? last;

    public WhatADeskOutlives()
    {
        cast = new(pair, new Seed(8), each: 2, Ciphersuite.X25519Aes128Gcm);
        desk = Started();
    }

    private DeskIdentity Own => cast.Desks[0];

    private DeskIdentity Theirs => cast.Desks[2];

    public void Dispose()
    {
        desk.Dispose();
        cast.Dispose();
        pair.Dispose();
    }

    [Fact]
    public void A_key_package_of_garbage_is_refused_and_a_good_one_is_still_waited_for()
    {
        var room = RoomOf(1);
        Step(new DeskEvent.RoomProposed(room, Theirs.Id, new("talk", "")));
        var effects = Give(Offer(room, Theirs.Id, Own.Id, [1, 2, 3]));
        Assert.Contains(new DeskEffect.Alarm(DeskAlarm.BrokenRule, room), effects);
        Restart();
        Assert.Equal(RoomStatus.Proposed, desk.StatusOf(room));
    }

    [Fact]
    [Trait("Row", "11")]
    public void A_key_package_of_another_desk_than_the_one_that_was_asked_opens_nothing()
    {
        var room = RoomOf(1);
        Step(new DeskEvent.RoomProposed(room, Theirs.Id, new("talk", "")));
        var package = PackageOf(cast.Desks[3], room, Own.Id);
        var effects = Give(Offer(room, Theirs.Id, Own.Id, package));
        Assert.Contains(new DeskEffect.Alarm(DeskAlarm.BrokenRule, room), effects);
        Assert.Equal(RoomStatus.Proposed, desk.StatusOf(room));
        Give(Offer(room, Theirs.Id, Own.Id, PackageOf(Theirs, room, Own.Id)));
        Assert.Equal(RoomStatus.Opening, desk.StatusOf(room));
    }

    [Fact]
    public void Invitations_without_end_take_up_no_more_than_some_rooms()
    {
        for (var number = 0; number < 200; number++)
            Give(Offer(RoomOf(number), Theirs.Id, Own.Id, []));
        Assert.Equal(64, desk.Rooms.Count());
        Restart();
        Assert.Equal(64, desk.Rooms.Count());
    }

    [Fact]
    public void Rooms_that_nobody_opened_leave_nothing_behind()
    {
        for (var number = 0; number < 80; number++)
            Give([.. Enumerable.Range(0, 256).Select(at => Message(RoomOf((256 * number) + at), 7))]);
        Restart();
        Step(new DeskEvent.RoomProposed(RoomOf(-1), Theirs.Id, new("talk", "")));
        Assert.Equal(RoomStatus.Proposed, desk.StatusOf(RoomOf(-1)));
        Assert.True(vault.Records.Sum(record => record.Length) < 100_000);
    }

    [Fact]
    public void A_withheld_entry_holds_back_what_follows_in_bounds_and_then_all_of_it_is_read()
    {
        var first = Next(Message(RoomOf(1), 0));
        var rest = Enumerable.Range(0, 3_000).Select(_ => Next(Message(RoomOf(1), 0))).ToList();
        foreach (var entry in rest)
            Take(entry);
        Restart();
        Assert.True(vault.Records.Sum(record => record.Length) < 1_000_000);
        Take(first);
        bool again;
        do // as the station does: all that was not processed, whenever the desk asks
        {
            again = false;
            foreach (var entry in rest)
                again |= Take(entry).OfType<DeskEffect.ListenAgain>().Any();
        }
        while (again);
        var processed = Take(rest[^1]).Concat(Step(new DeskEvent.StationCame())).OfType<DeskEffect.Report>().Last();
        Assert.Equal("[1–3001]", processed.Reports.Single(one => one.Side == Side.B).Processed.ToString());
    }

    [Fact]
    public void What_is_read_between_much_that_waits_leaves_a_vault_that_opens_again()
    {
        var room = RoomOf(1);
        Step(new DeskEvent.Given(new Delivery.OfDesk(pair.Line, new(0, Submission.Start, []))));
        Give(Offer(room, Theirs.Id, Own.Id, []));
        Step(new DeskEvent.InvitationAccepted(room));
        for (var number = 0; number < 200; number++)
        {
            Give(Message(room, 1)); // for the welcome, which never comes
            Give(Message(RoomOf(2), 0));
        }
        Restart();
        Assert.Equal(RoomStatus.Offered, desk.StatusOf(room));
        var processed = Step(new DeskEvent.StationCame()).OfType<DeskEffect.Report>().Last().Reports;
        Assert.Equal(LineLimits.RangesMax, processed.Single(one => one.Side == Side.B).Processed.Ranges.Count);
    }

    private DeskCore Started() => new(Own, vault.Open(), new Seed(9));

    private void Restart()
    {
        desk.Dispose();
        desk = Started();
    }

    private IReadOnlyList<DeskEffect> Step(DeskEvent happened) => desk.Step(happened, Cast.FirstDay);

    private IReadOnlyList<DeskEffect> Give(params Envelope[] envelopes) => Take(Next(envelopes));

    private IReadOnlyList<DeskEffect> Take(Entry entry) =>
        Step(new DeskEvent.Given(new Delivery.OfEntry(pair.Line, Side.B, WireValue.Encode(entry))));

    private Entry Next(params Envelope[] envelopes) => last = new(pair.Line, Side.B,
        last is null ? new(1, 1) : last.Place.Next,
        last is null ? EntryLink.Start : new(last.Place, Entry.HashOf(WireValue.Encode(last))),
        WireList.From(envelopes));

    // What a real desk gives when it is asked into this room.
    private byte[] PackageOf(DeskIdentity giver, RoomId room, Opaque asker)
    {
        using var other = new DeskCore(giver, new SimulatedVault().Open(), new Seed(10));
        var invitation = new Entry(pair.Line, Side.A, new(1, 1), EntryLink.Start, [Offer(room, asker, giver.Id, [])]);
        other.Step(new DeskEvent.Given(new Delivery.OfDesk(pair.Line,
            new(0, Submission.Start, []))), Cast.FirstDay);
        other.Step(new DeskEvent.Given(new Delivery.OfEntry(pair.Line, Side.A, WireValue.Encode(invitation))),
            Cast.FirstDay);
        var submit = other.Step(new DeskEvent.InvitationAccepted(room), Cast.FirstDay)
            .OfType<DeskEffect.Submit>().Single();
        var content = WireValue.Decode<Submission>(submit.Submission.Span).Envelopes[0].Content;
        var reader = new TlsReader(content.Span[34..]);
        return reader.ReadVector(64 * 1024).ToArray();
    }

    private static Envelope Offer(RoomId room, Opaque from, Opaque to, byte[] package)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new TlsWriter(bytes);
        writer.WriteUInt16(package.Length == 0 ? (ushort)1 : (ushort)2);
        writer.WriteFixed(from.Span);
        writer.WriteFixed(to.Span);
        writer.WriteVector(package);
        writer.WriteVector([]); // it follows no other room
        return new(EnvelopeKind.KeyPackages, Precedence.Routine, room, 0, Opaque.CopyOf(bytes.WrittenSpan),
            Opaque.Empty);
    }

    private static Envelope Message(RoomId room, ulong epoch) =>
        new(EnvelopeKind.Message, Precedence.Routine, room, epoch, Opaque.CopyOf([1, 2, 3]), Opaque.Empty);

    private static RoomId RoomOf(int number)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return new(Opaque.Owning(bytes));
    }
}
