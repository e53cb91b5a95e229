using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Group;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tests.Group;

namespace Coulisse.Mls.Tests.Forging;

public sealed class EveryWelcomeIsVerified
{
    internal static readonly IReadOnlyList<BrokenWelcome> Welcomes =
        [.. BrokenWelcome.All, .. BrokenWelcomeBytes.All];
    internal static readonly IReadOnlyList<BrokenWelcome> Trees = [.. BrokenTrees.All, .. BrokenTreeLeaves.All];
    internal static readonly IReadOnlyList<BrokenWelcome> SmallTrees = [.. BrokenSmallTrees.All];

    public static TheoryData<string> WelcomeNames => [.. Welcomes.Select(one => one.Name)];

    public static TheoryData<string> TreeNames => [.. Trees.Select(one => one.Name)];

    public static TheoryData<string> SmallTreeNames => [.. SmallTrees.Select(one => one.Name)];

    public static TheoryData<string> WholeNames => [.. WholeOnes.Select(one => one.Name)];

    private static IEnumerable<BrokenWelcome> WholeOnes =>
        Welcomes.Concat(Trees).Concat(SmallTrees).Where(one => one.Whole is not null);

    [Theory]
    [MemberData(nameof(WelcomeNames))]
    public void A_welcome_that_breaks_one_rule_is_refused_with_that_rules_code(string name)
    {
        using var room = new Room(5, Ciphersuite.X25519Aes128Gcm);
        AssertRefused(room, Welcomes.Single(one => one.Name == name), withPath: true);
    }

    [Theory]
    [MemberData(nameof(TreeNames))]
    public void A_tree_that_breaks_one_rule_is_refused_with_that_rules_code(string name)
    {
        using var room = TreeRoom();
        AssertRefused(room, Trees.Single(one => one.Name == name), withPath: false);
    }

    [Theory]
    [MemberData(nameof(SmallTreeNames))]
    public void A_small_tree_that_breaks_one_rule_is_refused_with_that_rules_code(string name)
    {
        using var room = new Room(1, Ciphersuite.X25519Aes128Gcm);
        AssertRefused(room, SmallTrees.Single(one => one.Name == name), withPath: false);
    }

    [Theory]
    [MemberData(nameof(WholeNames))]
    public void The_same_welcome_with_nothing_wrong_lets_in(string name)
    {
        var one = WholeOnes.Single(one => one.Name == name);
        using var room = RoomFor(one);
        var (joiner, bundle, welcome) = Invite(room, withPath: Welcomes.Contains(one));
        joiner.Join(one.Whole!(room).Write(welcome, bundle, room[0]), bundle);
        joiner.Dispose();
    }

    [Fact]
    public void What_the_forger_leaves_alone_is_accepted()
    {
        using var room = TreeRoom();
        var (joiner, bundle, welcome) = Invite(room, withPath: false);
        var forged = new ForgedWelcome { Tree = nodes => nodes }.Write(welcome, bundle, room[0]);
        joiner.Join(forged, bundle);
        Assert.Equal(room[0].Authenticator(), joiner.Authenticator());
        joiner.Dispose();
    }

    [Fact]
    public void A_group_of_a_known_name_is_not_joined_again()
    {
        using var room = new Room(2, Ciphersuite.X25519Aes128Gcm);
        var (joiner, bundle, welcome) = Invite(room, withPath: true);
        var result = MlsGroup.Join(joiner.Client, joiner.Signer, welcome.ToArray(), [bundle],
            new JoinOptions { IsKnown = group => group == room[0].Group.View.GroupId });
        Assert.Equal(MlsErrorCode.WelcomeGroupKnown, Assert.IsType<JoinResult.Rejected>(result).Error.Code);
        bundle.Dispose();
        joiner.Dispose();
    }

    private static Room RoomFor(BrokenWelcome one) => Trees.Contains(one)
        ? TreeRoom()
        : new Room(SmallTrees.Contains(one) ? 1 : 5, Ciphersuite.X25519Aes128Gcm);

    // Seven members, all of whom have committed since the sixth left: its place is blank, and so is node 9 above it.
    private static Room TreeRoom()
    {
        var room = new Room(7, Ciphersuite.X25519Aes128Gcm);
        room.Propose(0, new Proposal.Remove(new(5)));
        room[5].Dispose();
        room.Parties.RemoveAt(5);
        for (var committer = 0; committer < room.Parties.Count; committer++)
            room.Commit(committer);
        return room;
    }

    private static (Party Joiner, KeyPackageBundle Bundle, Opaque Welcome) Invite(Room room, bool withPath)
    {
        var joiner = room.Stranger("joiner");
        var bundle = joiner.Package();
        var made = room[0].Commit(new CommitOptions
        {
            Now = Party.Now,
            ByValue = [new Proposal.Add(bundle.Package)],
            WithoutPathIfAllowed = !withPath,
        });
        return (joiner, bundle, made.Welcome!.Value);
    }

    private static void AssertRefused(Room room, BrokenWelcome broken, bool withPath)
    {
        var (joiner, bundle, welcome) = Invite(room, withPath);
        var forged = broken.Break(room).Write(welcome, bundle, room[0]);
        var result = MlsGroup.Join(joiner.Client, joiner.Signer, forged.ToArray(), [bundle], new JoinOptions());
        Assert.Equal(broken.Code, Assert.IsType<JoinResult.Rejected>(result).Error.Code);
        bundle.Dispose();
        joiner.Dispose();
    }
}
