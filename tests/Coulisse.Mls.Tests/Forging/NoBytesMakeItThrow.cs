using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tests.Group;
using CsCheck;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>Any bytes of a peer end in a result, and leave the state as it was.</summary>
public sealed class NoBytesMakeItThrow
{
    [Fact]
    public void Arbitrary_bytes_are_refused_by_a_group_and_by_whoever_would_join()
    {
        using var room = new Room(2, Ciphersuite.X25519Aes128Gcm);
        using var bundle = room[0].Package();
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[0, 5]).Sample((bytes, format) =>
        {
            byte[] message = format == 0 ? bytes : [0, 1, 0, (byte)format, .. bytes];
            return room[0].Group.Process(message) is ProcessResult.Rejected
                && MlsGroup.Join(room[0].Client, room[0].Signer, message, [bundle], new()) is JoinResult.Rejected;
        }, iter: 5_000, threads: 1);
    }

    [Fact]
    public void A_flipped_bit_anywhere_never_throws_and_never_passes()
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        var open = new Forger(room[0]).Publish(
            new Forger(room[0]).Content(new FramedBody.Proposed(BrokenProposals.Add(room.Stranger("one")))));
        Opaque[] messages =
        [
            Forger.Wire(open), new ForgedCommit { Format = WireFormat.PublicMessage }.Write(new Forger(room[0])),
            new ForgedCommit().Write(new Forger(room[0])),
            new Forger(room[0]).Propose(new Proposal.Remove(new(2))),
        ];
        Gen.Select(Gen.Int[0, messages.Length - 1], Gen.Int[0, 1 << 20]).Sample((which, where) =>
        {
            var bytes = messages[which].ToArray();
            var bit = where % (bytes.Length * 8);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            var result = room[1].Group.Process(bytes);
            return result is ProcessResult.Rejected or ProcessResult.PastEpoch or ProcessResult.FutureEpoch;
        }, iter: 4_000, threads: 1);
        foreach (var message in messages)
            Assert.IsNotType<ProcessResult.Rejected>(room[1].Process(message));
    }

    [Fact]
    public void A_flipped_bit_anywhere_in_a_welcome_never_throws_and_never_lets_in()
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        using var joiner = room.Stranger("joiner");
        using var bundle = joiner.Package();
        var made = room[0].Commit(new CommitOptions
        {
            Now = Party.Now,
            ByValue = [new Proposal.Add(bundle.Package)],
        });
        var welcome = made.Welcome!.Value.ToArray();
        Gen.Int[0, (welcome.Length * 8) - 1].Sample(bit =>
        {
            var bytes = (byte[])welcome.Clone();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            return MlsGroup.Join(joiner.Client, joiner.Signer, bytes, [bundle], new()) is JoinResult.Rejected;
        }, iter: 2_000, threads: 1);
    }

    [Fact]
    public void A_mutated_body_that_was_encrypted_again_never_throws()
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        var forger = new Forger(room[0]);
        var frame = forger.Content(new FramedBody.Committed(new Commit([], null)));
        var plaintext = ((MlsMessage.Public)TlsCodec.Decode<MlsMessage>(
            new ForgedCommit { Format = WireFormat.PublicMessage }.Write(forger).Span)).Message.Content.Body;
        var body = Forger.Encoded(frame with { Body = plaintext }, new(Opaque.Zeros(64), Opaque.Zeros(32)));
        Gen.Select(Gen.Int[0, body.Length - 1], Gen.Byte, Gen.Int[0, body.Length]).Sample((where, value, length) =>
        {
            var bytes = (byte[])body.Clone();
            bytes[where] = value;
            var message = forger.EncryptRaw(frame, bytes.AsSpan(0, value % 2 == 0 ? length : bytes.Length));
            return room[1].Group.Process(message.ToArray()) is ProcessResult.Rejected;
        }, iter: 2_000, threads: 1);
    }

    [Theory]
    [InlineData(WireFormat.PrivateMessage)]
    [InlineData(WireFormat.PublicMessage)]
    public void Mutated_and_signed_proposals_are_refused_or_are_the_one_encoding_of_what_is_taken(WireFormat format)
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        var forger = new Forger(room[0]);
        Proposal[] proposals =
        [
            BrokenProposals.Add(room.Stranger("one")), new Proposal.Update(BrokenLeaves.UpdateOf(room[0])),
            new Proposal.Remove(new(2)), new Proposal.GroupContextExtensions([BrokenProposals.Charter]),
            new Proposal.Psk(new PreSharedKeyId.External(Opaque.CopyOf([9]), Opaque.Zeros(32))),
        ];
        Gen.Select(Gen.Int[0, proposals.Length - 1], Mutation).Sample((which, mutation) =>
        {
            byte[] signed = [];
            var message = SignedBytes.Write(forger, format,
                forger.Content(new FramedBody.Proposed(proposals[which])), body => signed = Mutated(body, mutation));
            var result = room[1].Process(message);
            if (result is not ProcessResult.ProposalReceived taken)
                return result is ProcessResult.Rejected;
            taken.Next.Dispose();
            return taken.Change.Proposal.Encode() == Opaque.CopyOf(signed);
        }, iter: 2_000, threads: 1);
    }

    [Fact]
    public void A_mutated_and_signed_commit_is_refused()
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        var add = BrokenProposals.Add(room.Stranger("one"));
        Mutation.Sample(mutation =>
        {
            var changed = false;
            var commit = new ForgedCommit
            {
                ByValue = [add],
                Bytes = body =>
                {
                    var mutated = Mutated(body, mutation);
                    changed = !mutated.AsSpan().SequenceEqual(body);
                    return mutated;
                },
            }.Write(new Forger(room[0]));
            var result = room[1].Process(commit);
            if (result is ProcessResult.CommitProcessed processed)
                processed.Next.Dispose();
            return changed ? result is ProcessResult.Rejected : result is ProcessResult.CommitProcessed;
        }, iter: 500, threads: 1);
    }

    private static Gen<(int Where, byte Value, int How)> Mutation =>
        Gen.Select(Gen.Int[0, 1 << 20], Gen.Byte, Gen.Int[0, 2]);

    private static byte[] Mutated(byte[] body, (int Where, byte Value, int How) mutation)
    {
        var at = mutation.Where % body.Length;
        return mutation.How switch
        {
            0 => [.. body[..at], mutation.Value, .. body[(at + 1)..]],
            1 => [.. body[..at], mutation.Value, .. body[at..]],
            _ => [.. body[..at], .. body[(at + 1)..]],
        };
    }
}
