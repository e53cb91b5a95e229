using System.Collections.Immutable;
using Coulisse.Crypto.Codec;
using Coulisse.Desk.Records;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Contents;
using Coulisse.Talks.Refusals;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Records;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Coulisse.World.Stations;
using NodaTime;

namespace Coulisse.Desk.Tests.Records;

/// <summary>Two desks over real stations: each makes a record of its own messages, and counts no signature that is not
/// its author's over them.</summary>
public sealed class ARecordIsSignedByItsDesks : IDisposable
{
    private readonly Pair pair = new(new Seed(7));
    private readonly Cast cast;
    private readonly DeskWorld world;
    private readonly RoomId room;

    public ARecordIsSignedByItsDesks()
    {
        cast = new(pair, new Seed(11), each: 1, Ciphersuite.X25519Aes128Gcm);
        world = new(new Seed(3), cast, Weather.Fair);
        room = world.Open(Adviser, Opposite, "to keep the line open");
        Say(Adviser, "The bridge opens on Sunday.");
        Say(Opposite, "We shall be there.");
    }

    private SimulatedDesk Adviser => world.Desks[0];

    private SimulatedDesk Opposite => world.Desks[1];

    public void Dispose()
    {
        world.Dispose();
        cast.Dispose();
        pair.Dispose();
    }

    [Fact]
    public void Both_make_the_same_text_and_the_file_is_the_same_at_both()
    {
        Propose();
        var (record, draft) = Seen(Opposite);
        Assert.Equal(Talks.Matters.Stage.Proposed, record.Stage);
        Assert.Equal(Draft(Adviser).Terms, draft.Terms);
        Assert.True(draft.NamesAuthorsAsKnown(Opposite.Core, room));
        Do(Opposite, new TalkAct.RecordCountersigned(record.Id, Sign(Opposite, draft)));
        Assert.Equal(Talks.Matters.Stage.Countersigned, Seen(Adviser).Record.Stage);
        Assert.Equal(FileOf(Adviser), FileOf(Opposite));
        var verified = Assert.IsType<RecordVerification.Genuine>(RecordFile.Verify(FileOf(Adviser))).Record;
        Assert.True(verified.IsCountersigned);
        Assert.Equal(["The bridge opens on Sunday.", "We shall be there."],
            verified.Parts.OfType<RecordPart.Message>().Select(one => one.Words[0].Text));
        Adviser.Stop();
        world.Pass(TimeSpan.FromMinutes(5));
        Assert.Equal(Talks.Matters.Stage.Countersigned, Seen(Adviser).Record.Stage);
    }

    [Fact]
    public void A_proposal_of_which_anything_differs_from_what_was_signed_comes_to_nothing()
    {
        var draft = Draft(Adviser);
        var signed = draft.Proposed with { Signature = Sign(Adviser, draft) };
        Assert.Null(Answer(signed));
        Assert.Equal(Refusal.NotSigned, Answer(signed with { Subject = [new("en", "The other bridge")] }));
        Assert.Equal(Refusal.NotSigned, Answer(signed with { Minutes = [new("en", "Both agreed.")] }));
        Assert.Equal(Refusal.NotSigned, Answer(signed with
        {
            Passage = Octets.CopyOf(
            [.. signed.Messages.Reverse().SelectMany(id => id.ToBytes())])
        }));
        Assert.Equal(Refusal.NotSigned, Answer(signed with
        {
            Passage = Octets.CopyOf(
            signed.Passage.Span[..MessageId.Bytes])
        }));
        Assert.Equal(Refusal.NotSigned, Answer(signed with { Authors = Named(draft, "Minister") }));
        Assert.Equal(Refusal.NotSigned, Answer(signed with { Authors = Octets.Empty }));
        Assert.Equal(Refusal.NotSigned, Answer(signed with { Signature = Octets.CopyOf([1, 2, 3]) }));
    }

    [Fact]
    public void A_signature_of_another_desk_another_room_or_another_place_comes_to_nothing()
    {
        var draft = Draft(Adviser);
        Assert.Equal(Refusal.NotSigned, Answer(draft.Proposed with { Signature = Sign(Opposite, draft) }));
        var elsewhere = draft with { Terms = draft.Terms with { Room = new(Opaque.Zeros(16)) } };
        Assert.Equal(Refusal.NotSigned, Answer(draft.Proposed with { Signature = Sign(Adviser, elsewhere) }));
        Propose();
        var (record, theirs) = Seen(Opposite);
        var first = theirs with { Proposed = theirs.Proposed with { Signature = Octets.Empty } };
        Assert.Equal([new DeskEffect.Refused(DeskRefusal.NotInThisTalk, Refusal.NotSigned)], Refusals(Opposite,
            new TalkAct.RecordCountersigned(record.Id, Sign(Opposite, first)))); // signed as if it were the first
        Assert.Equal(Talks.Matters.Stage.Proposed, Seen(Adviser).Record.Stage);
    }

    [Fact]
    public void Authors_that_are_named_otherwise_than_a_desk_knows_them_are_noticed_before_it_countersigns()
    {
        var draft = Draft(Adviser);
        var named = draft.Proposed with { Authors = Named(draft, "Minister") };
        var (renamed, _) = RecordDraft.Of(Adviser.Core, room, named);
        Do(Adviser, named with { Signature = Sign(Adviser, renamed!) });
        var (record, theirs) = Seen(Opposite);
        Assert.Equal(Talks.Matters.Stage.Proposed, record.Stage);
        Assert.False(theirs.NamesAuthorsAsKnown(Opposite.Core, room));
    }

    // By the rules of the desk that would read it, as if the adviser had said it with another program.
    private Refusal? Answer(TalkAct.RecordProposed act)
    {
        var talk = Opposite.Core.TalkOf(room);
        var author = talk.Transcript.First(one => one.Author.Side == (Adviser.Identity.Side == Side.A
            ? Coulisse.Talks.Parties.Side.A : Coulisse.Talks.Parties.Side.B)).Author;
        var name = MessageId.From(System.Security.Cryptography.SHA256.HashData(ActBytes.Write(act)));
        var entry = new TranscriptEntry(name, author, 99, [], Instant.FromUnixTimeSeconds(1),
            MessageContent.Of(Octets.CopyOf(new byte[16]), act, [new("en", "x")]));
        var after = talk.After(entry);
        Assert.Empty(after.Waiting);
        return after.WithoutEffect.FirstOrDefault(one => one.Entry.Id == name)?.Why;
    }

    private void Propose()
    {
        var draft = Draft(Adviser);
        Do(Adviser, draft.Proposed with { Signature = Sign(Adviser, draft) });
    }

    private RecordDraft Draft(SimulatedDesk desk) => RecordDraft.Of(desk.Core, room,
        [OrderOf(desk, "The bridge opens on Sunday."), OrderOf(desk, "We shall be there.")],
        [new("en", "The bridge")], []).Draft!;

    private ulong OrderOf(SimulatedDesk desk, string text) => desk.Core.TranscriptOf(room, 0, int.MaxValue)
        .Single(one => one.Heard.Text == text).Order;

    private (Coulisse.Talks.Records.RecordView Record, RecordDraft Draft) Seen(SimulatedDesk desk)
    {
        var record = Assert.Single(desk.Core.TalkOf(room).Records);
        var act = (TalkAct.RecordProposed)desk.Core.TalkOf(room)[record.Id]!.Content.Act!;
        return (record, RecordDraft.Of(desk.Core, room, act).Draft!);
    }

    private byte[] FileOf(SimulatedDesk desk)
    {
        var (record, draft) = Seen(desk);
        return RecordFile.Write(room, desk.Identity.Parties, draft.Parts, RecordVouching.SignatureIn(record.First)!,
            RecordVouching.SignatureIn(record.Second!.Value)!);
    }

    private static Octets Named(RecordDraft draft, string office)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        WireList.Write(new TlsWriter(bytes), WireList.From(draft.Parts.OfType<RecordPart.Message>()
            .Select(one => one.Author with { Office = office })));
        return Octets.CopyOf(bytes.WrittenSpan);
    }

    private static Octets Sign(SimulatedDesk desk, RecordDraft draft) =>
        draft.Sign(desk.Identity, ChainHead.None, Cast.FirstDay);

    private List<DeskEffect> Refusals(SimulatedDesk desk, TalkAct act)
    {
        var before = desk.Screen.Count;
        Do(desk, act);
        return [.. desk.Screen.Skip(before).Where(one => one is DeskEffect.Refused)];
    }

    private void Do(SimulatedDesk desk, TalkAct act)
    {
        desk.Do(new DeskEvent.ActSaid(room, act, ActWords.Of(act), Precedence.Routine));
        world.Pass(TimeSpan.FromSeconds(2));
    }

    private void Say(SimulatedDesk desk, string text)
    {
        desk.Do(new DeskEvent.Said(room, text, Precedence.Routine));
        world.Pass(TimeSpan.FromSeconds(2));
    }
}
