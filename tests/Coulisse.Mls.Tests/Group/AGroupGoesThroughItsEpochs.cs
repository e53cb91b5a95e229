using System.Buffers;
using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Group;

public sealed class AGroupGoesThroughItsEpochs
{
    public static TheoryData<string> Suites => ["aes", "chacha", "post-quantum"];

    [Theory]
    [MemberData(nameof(Suites))]
    public void Members_are_added_updated_and_removed_and_agree_all_the_way(string suite)
    {
        using var room = new Room(4, Of(suite));
        room.AssertAgreed();
        for (var committer = 0; committer < 4; committer++)
            room.Commit(committer);
        room.AssertAgreed();
        room.Spread(2, room[2].ProposeUpdate().Message);
        room.Commit(1);
        room.AssertAgreed();
        room.Add(room.Stranger("one more"));
        room.AssertAgreed();
        room.Propose(3, new Proposal.Remove(new(1)));
        var gone = room[1];
        room.Parties.Remove(gone);
        var made = room[2].Commit();
        Assert.IsType<ProcessResult.Removed>(gone.Process(made.Message));
        gone.Dispose();
        foreach (var party in room.Parties.Where(party => party.Group != made.Next))
            party.Take<ProcessResult.CommitProcessed>(made.Message);
        room.AssertAgreed();
        Assert.Null(room[0].Group.View.MemberAt(new(1)));
    }

    [Fact]
    public void An_update_and_a_commit_by_another_keep_the_updater_in_the_group()
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        room.Spread(1, room[1].ProposeUpdate().Message);
        room.Spread(2, room[2].ProposeUpdate().Message);
        room.Commit(0);
        room.AssertAgreed();
        room.Commit(1);
        room.AssertAgreed();
    }

    [Fact]
    public void New_context_extensions_hold_for_all_and_for_those_who_join_later()
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        var charter = new Extension(new(0xf100), Opaque.CopyOf("the charter"u8));
        room.Propose(1, new Proposal.GroupContextExtensions([charter]));
        room.Commit(2);
        room.Add(room.Stranger("later"));
        Assert.All(room.Parties, party => Assert.Equal([charter], party.Group.View.Extensions));
        room.AssertAgreed();
    }

    [Fact]
    public void Context_extensions_keep_the_order_in_which_they_were_proposed()
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        var (charter, senders) = (new Extension(new(0xf100), Opaque.CopyOf("the charter"u8)),
            new Extension(ExtensionType.ExternalSenders, Opaque.CopyOf([0])));
        foreach (var proposed in new Extension[][] { [charter, senders], [senders, charter] })
        {
            room.Propose(1, new Proposal.GroupContextExtensions(TlsList.From(proposed)));
            room.Commit(2);
            Assert.All(room.Parties, party => Assert.Equal(proposed, party.Group.View.Extensions));
        }
    }

    [Fact]
    public void Messages_of_a_finished_epoch_are_read_until_the_epoch_is_dropped()
    {
        using var room = new Room(2, Ciphersuite.X25519Aes128Gcm);
        var (first, second, third) = (room[0].Say("first"), room[0].Say("second"), room[0].Say("third"));
        room.Commit(0);
        Assert.Equal("second", room[1].Hear(second));
        Assert.Equal("first", room[1].Hear(first));
        Assert.IsType<ProcessResult.Duplicate>(room[1].Process(first));
        room[1].Group = room[1].Group.DropEpochsBefore(room[1].Group.View.Epoch);
        var past = Assert.IsType<ProcessResult.PastEpoch>(room[1].Process(third));
        Assert.Equal(new Epoch(1), past.Epoch);
    }

    [Fact]
    public void A_message_from_ahead_is_told_from_one_of_ours_and_from_a_repeated_one()
    {
        using var room = new Room(2, Ciphersuite.X25519Aes128Gcm);
        var own = room[1].Say("mine");
        Assert.IsType<ProcessResult.OwnMessage>(room[1].Process(own));
        room[0].Commit();
        var ahead = room[0].Say("from ahead");
        Assert.Equal(new Epoch(2), Assert.IsType<ProcessResult.FutureEpoch>(room[1].Process(ahead)).Epoch);
    }

    [Fact]
    public void A_saved_state_goes_on_where_it_stood()
    {
        using var room = new Room(3, Party.PostQuantum);
        var late = room[0].Say("late");
        room.Commit(0);
        room.Spread(1, room[1].ProposeUpdate().Message);
        foreach (var party in room.Parties)
        {
            var saved = new ArrayBufferWriter<byte>();
            party.Group.Save(saved);
            party.Group = MlsGroup.Load(party.Client, party.Signer, saved.WrittenSpan);
            var again = new ArrayBufferWriter<byte>();
            party.Group.Save(again);
            Assert.True(saved.WrittenSpan.SequenceEqual(again.WrittenSpan));
        }
        Assert.Equal("late", room[1].Hear(late));
        room.Commit(2);
        room.AssertAgreed();
    }

    [Fact]
    public void A_kept_state_with_any_byte_changed_is_read_or_refused_and_nothing_else()
    {
        using var room = new Room(2, Ciphersuite.X25519Aes128Gcm);
        var saved = new ArrayBufferWriter<byte>();
        room[0].Group.Save(saved);
        var bytes = saved.WrittenSpan.ToArray();
        for (var at = 0; at < bytes.Length; at++)
        {
            foreach (var value in (byte[])[0xff, 0x80, 0])
            {
                var damaged = bytes.ToArray();
                damaged[at] = value;
                try
                {
                    MlsGroup.Load(room[0].Client, room[0].Signer, damaged).Dispose();
                }
                catch (DecodeException)
                {
                    // the one that is declared
                }
            }
        }
    }

    [Fact]
    public void A_refused_or_abandoned_step_leaves_the_state_as_it_was()
    {
        using var room = new Room(2, Ciphersuite.X25519Aes128Gcm);
        var before = room[0].Authenticator();
        var abandoned = Assert.IsType<CommitResult.Made>(room[0].Group.Commit(new CommitOptions { Now = Party.Now }));
        abandoned.Next.Dispose();
        var said = Assert.IsType<SendResult.Made>(room[0].Group.Say("unsent"u8, default));
        said.Next.Dispose();
        Assert.Equal(before, room[0].Authenticator());
        room.AssertAgreed();
        room.Commit(1);
        room.AssertAgreed();
    }

    [Fact]
    public void What_travels_in_the_open_is_read_as_well_as_what_is_encrypted()
    {
        using var room = new Room(3, Ciphersuite.X25519ChaCha20Poly1305);
        var proposed = Assert.IsType<SendResult.Made>(room[1].Group.Propose(new Proposal.Remove(new(2)),
            new SendOptions { Now = Party.Now, Format = WireFormat.PublicMessage }));
        room[1].Group = proposed.Next;
        room.Spread(1, proposed.Message);
        var made = room[0].Commit(new CommitOptions { Now = Party.Now, Format = WireFormat.PublicMessage });
        room[1].Take<ProcessResult.CommitProcessed>(made.Message);
        Assert.IsType<ProcessResult.Removed>(room[2].Process(made.Message));
        Assert.Equal(room[0].Authenticator(), room[1].Authenticator());
    }

    private static Ciphersuite Of(string suite) => suite switch
    {
        "aes" => Ciphersuite.X25519Aes128Gcm,
        "chacha" => Ciphersuite.X25519ChaCha20Poly1305,
        _ => Party.PostQuantum,
    };
}
