using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Tests.Forging;
using Coulisse.Mls.Tests.Group;
using CsCheck;

namespace Coulisse.Mls.Tests.Snapshots;

public sealed class A_snapshot_and_its_changes_are_the_newest_state
{
    private static readonly Gen<(int Act, int Who, int Which)[]> Histories =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2], Gen.Int[0, 1000]).Array[1, 40];

    [Fact]
    public void After_any_history_it_is_the_same_to_the_byte() => Histories.Sample(history =>
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        var chronicles = room.Parties.ConvertAll(party => new Chronicle(party));
        Play(room, history, spoilt: false, () => chronicles.TrueForAll(one => one.IsWhole()));
        Assert.All(chronicles, one => Assert.True(one.IsWhole() && one.IsWholeInOneLeap()));
        chronicles.ForEach(one => one.Dispose());
    }, iter: 60, threads: 1);

    [Fact]
    public void Refused_messages_in_between_leave_it_the_same_in_meaning() => Histories.Sample(history =>
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        var chronicles = room.Parties.ConvertAll(party => new Chronicle(party));
        Play(room, history, spoilt: true, () => true);
        Assert.All(chronicles, one => Assert.True(one.IsWholeUnfolded()));
        chronicles.ForEach(one => one.Dispose());
    }, iter: 40, threads: 1);

    [Fact]
    public void Members_who_come_and_go_are_in_it()
    {
        using var room = new Room(4, Party.PostQuantum);
        using var chronicle = new Chronicle(room[1]);
        room.Add(room.Stranger("a fifth, so that the tree grows"));
        Assert.True(chronicle.IsWhole());
        room.Propose(0, new Proposal.Remove(new(4)));
        room.Parties.RemoveAt(4);
        room.Commit(2); // The tree is cut to its left half again.
        Assert.True(chronicle.IsWhole());
        Assert.Equal(4u, room[1].Group.State.Epoch.Tree.LeafCount);
        Assert.True(chronicle.IsWholeInOneLeap());
    }

    [Fact]
    public void A_message_changes_as_little_in_a_large_group_as_in_a_small_one()
    {
        Assert.Equal(BytesOfAMessage(2), BytesOfAMessage(64));
        Assert.InRange(BytesOfAMessage(64).Heard, 1, 200);
    }

    [Fact]
    public void What_a_step_used_up_is_in_no_later_snapshot_and_in_no_later_changes()
    {
        using var room = new Room(3, Ciphersuite.X25519Aes128Gcm);
        using var chronicle = new Chronicle(room[1]);
        var first = room[0].Say("first");
        room[1].Hear(room[0].Say("second"));
        var waiting = Patched.LeafOf(room[1], new(0)).Ratchet(RatchetKind.Application).Waiting!.Keys[0].Value;
        AssertGone(room, chronicle, waiting.Reveal().ToArray(), () => room[1].Hear(first));
        AssertGone(room, chronicle, Ratchet(room[1], 0), () => room[1].Hear(room[0].Say("third")));
        AssertGone(room, chronicle, Ratchet(room[1], 1), () => room[1].Say("own"));
        AssertGone(room, chronicle, Ratchet(room[1], 1), () => room.Commit(0));
        AssertGone(room, chronicle, room[1].Group.State.Epoch.Secrets.Init.Reveal().ToArray(), () => room.Commit(2));
        using var leafKey = room[1].Group.State.Epoch.Keys.Find(2)!.CopySecret();
        AssertGone(room, chronicle, leafKey.Reveal().ToArray(), () => room.Commit(1));
        var late = Ratchet(room[1], 2);
        room.Commit(0);
        AssertGone(room, chronicle, late, () =>
            room[1].Group = room[1].Group.DropEpochsBefore(room[1].Group.View.Epoch));
    }

    [Fact]
    public void Changes_of_another_state_are_refused_in_words()
    {
        using var room = new Room(2, Ciphersuite.X25519Aes128Gcm);
        using var chronicle = new Chronicle(room[1]);
        room[1].Hear(room[0].Say("first"));
        room[1].Hear(room[0].Say("second"));
        room.Commit(0);
        using var start = chronicle.Load(chronicle.First);
        Refused(start, chronicle.Changes[1]); // The first message is missing.
        Refused(start, [0, 1, .. chronicle.Changes[0].AsSpan(2)]);
        Refused(start, chronicle.Changes[0].AsSpan(..^1).ToArray());
        Refused(start, [.. chronicle.Changes[0], 0]);
        Refused(room[1].Group, chronicle.Changes[0]); // Of an epoch that is over.
        Refused(room[0].Group, chronicle.Changes[2]);
        Assert.Throws<ArgumentException>(() => Chronicle.Between(room[1].Group, start));
        Assert.Throws<ArgumentException>(() => Chronicle.Between(room[0].Group, room[1].Group));
    }

    private static void Refused(MlsGroup state, byte[] changes) =>
        Assert.Throws<DecodeException>(() => state.Advance(changes).Dispose());

    private static byte[] Ratchet(Party party, uint leaf) =>
        Patched.LeafOf(party, new(leaf)).Ratchet(RatchetKind.Application).Secret.Reveal().ToArray();

    private static void AssertGone(Room room, Chronicle chronicle, byte[] secret, Action step)
    {
        Assert.NotEqual(-1, Patched.Saved(room[1].Group).AsSpan().IndexOf(secret));
        step();
        Assert.Equal(-1, Patched.Saved(chronicle.Restored).AsSpan().IndexOf(secret));
        Assert.Equal(-1, chronicle.Changes[^1].AsSpan().IndexOf(secret));
    }

    private static (int Said, int Heard) BytesOfAMessage(int members)
    {
        using var room = new Room(members, Ciphersuite.X25519Aes128Gcm);
        using var speaker = new Chronicle(room[0]);
        using var listener = new Chronicle(room[1]);
        room[1].Hear(room[0].Say("one word"));
        return (speaker.Changes[^1].Length, listener.Changes[^1].Length);
    }

    // Messages are read late, in any order or never; proposals and commits at once, by all.
    private static void Play(Room room, (int Act, int Who, int Which)[] history, bool spoilt, Func<bool> holds)
    {
        var underway = new List<(int To, Opaque Message)>();
        foreach (var (act, who, which) in history)
        {
            var others = Enumerable.Range(0, room.Parties.Count).Where(one => one != who);
            if (act <= 2)
                underway.AddRange(room[who].Say($"{which}") is var said ? others.Select(to => (to, said)) : []);
            else if (act <= 6 && underway.Count > 0)
                Deliver(room, underway, which, spoilt);
            else if (act == 7 && !HasProposed(room, who))
                room.Spread(who, room[who].ProposeUpdate().Message);
            else if (act == 8 && !HasProposed(room, who)) // Nobody commits an update of their own.
                room.Commit(who);
            else if (act == 9)
                room[who].Group = room[who].Group.DropEpochsBefore(new(room[who].Group.View.Epoch.Value / 2));
            Assert.True(holds());
        }
    }

    private static bool HasProposed(Room room, int who) =>
        room[who].Group.WaitingProposals.Span.ToArray().Any(one => one.Proposer.Value == who);

    private static void Deliver(Room room, List<(int To, Opaque Message)> underway, int which, bool spoilt)
    {
        var (to, message) = underway[which % underway.Count];
        if (spoilt && which % 2 == 0)
        {
            Assert.IsNotType<ProcessResult.ApplicationMessage>(
                room[to].Process(Forger.Flipped(message, message.Length - 1)));
            return;
        }
        underway.RemoveAt(which % underway.Count);
        if (room[to].Process(message) is ProcessResult.ApplicationMessage heard)
            room[to].Group = heard.Next;
    }
}
