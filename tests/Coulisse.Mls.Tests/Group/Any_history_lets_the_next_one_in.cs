using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using CsCheck;

namespace Coulisse.Mls.Tests.Group;

/// <summary>
/// The rules for a received tree are strict; whatever tree members come to that keep to the rules, a joiner takes it.
/// </summary>
public sealed class Any_history_lets_the_next_one_in
{
    private const int MembersMax = 9;

    [Fact]
    public void However_members_come_go_and_commit_whoever_is_added_joins_and_all_agree() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 1000], Gen.Int[0, 1000]).Array[4, 20].Sample(steps =>
        {
            using var room = new Room(2, Ciphersuite.X25519Aes128Gcm);
            foreach (var (kind, committer, other) in steps)
                Play(room, kind, committer % room.Parties.Count, other);
            Add(room, room.Parties.Count - 1, withPath: false);
            return room.Parties.Select(party => party.Authenticator()).Distinct().Count() == 1;
        }, iter: 60, threads: 1);

    private static void Play(Room room, int kind, int committer, int other)
    {
        var target = (committer + 1 + (other % (room.Parties.Count - 1))) % room.Parties.Count;
        switch (kind)
        {
            case 0 when room.Parties.Count > 2:
                Remove(room, room[committer], room[target]);
                break;
            case 1:
                room.Spread(target, room[target].ProposeUpdate().Message);
                room.Commit(committer);
                break;
            case 2:
                room.Commit(committer);
                break;
            default:
                if (room.Parties.Count < MembersMax)
                    Add(room, committer, withPath: other % 2 == 0);
                break;
        }
    }

    private static void Add(Room room, int committer, bool withPath)
    {
        var joiner = room.Stranger("joiner");
        var bundle = joiner.Package();
        var made = room[committer].Commit(new CommitOptions
        {
            Now = Party.Now,
            ByValue = [new Proposal.Add(bundle.Package)],
            WithoutPathIfAllowed = !withPath,
        });
        foreach (var party in room.Parties.Where((_, place) => place != committer))
            party.Take<ProcessResult.CommitProcessed>(made.Message);
        joiner.Join(made.Welcome!.Value, bundle);
        room.Parties.Add(joiner);
    }

    private static void Remove(Room room, Party committer, Party leaving)
    {
        var place = leaving.Group.View.Own;
        room.Parties.Remove(leaving);
        leaving.Dispose();
        room.Commit(room.Parties.IndexOf(committer), new CommitOptions
        {
            Now = Party.Now,
            ByValue = [new Proposal.Remove(place)],
        });
    }
}
