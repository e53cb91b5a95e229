using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.Tree;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;

namespace Coulisse.World.Desks;

/// <summary>A member's own group, whose program asks no policy.</summary>
internal sealed class Lawless : IGroupPolicy, IDisposable
{
    private readonly LeafKeys keys;

    internal Lawless(SimulatedDesk member, RoomId room)
    {
        var vault = member.Vault.Copy().Open();
        keys = LeafKeys.Load(vault, room, member.Identity.Suite)!;
        var client = new MlsClient
        {
            Suites = new(member.Identity.Suite),
            Capabilities = new([ProtocolVersion.Mls10], [new(member.Identity.Suite.Code)],
                [RoomCharter.Type, RoomTurn.Type], [], [CredentialType.Basic]),
            Policy = this,
            Random = new Seed(13),
        };
        Group = new KeptGroup(vault, room).Load(client, keys.Signer)!;
    }

    internal MlsGroup Group { get; }

    public PolicyRefusal? CheckMember(LeafNode leaf, LeafNode? replaced) => null;

    public PolicyRefusal? CheckProposal(GroupView group, ProposedChange change) => null;

    public PolicyRefusal? CheckCommit(GroupView group, ProposedCommit commit) => null;

    public void Dispose()
    {
        Group.Dispose();
        keys.Dispose();
    }
}
