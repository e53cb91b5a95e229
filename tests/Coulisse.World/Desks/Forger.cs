using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk;
using Coulisse.Desk.Members;
using Coulisse.Desk.Rooms;
using Coulisse.Desk.Vault;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Group;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;
using Coulisse.Wire.Codec;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;
using Coulisse.World.Chance;
using Coulisse.World.Parties;

namespace Coulisse.World.Desks;

/// <summary>What a member of a room can make who keeps to none of our rules: real MLS, by keys that are really
/// theirs.</summary>
public static class Forger
{
    /// <summary>A proposal to leave that says it carries out an intent.</summary>
    public static Envelope LeavesInTheNameOf(IntentId intent, DeskCore member, RoomId room)
    {
        var group = Of(member, room);
        var made = (SendResult.Made)group.Propose(new Proposal.Remove(group.View.Own), new()
        {
            Now = Cast.FirstDay,
            AuthenticatedData = WireValue.Encode<RoomBinding>(
                new RoomBinding.OfProposal(EpochTag.Of(group), intent)),
        });
        made.Next.Dispose();
        return new(EnvelopeKind.Proposal, Precedence.Routine, room, group.View.Epoch.Value, made.Message, Opaque.Empty);
    }

    /// <summary>Other terms than an intent names, in its name; with no terms at all if there are none.</summary>
    public static Envelope Amends(IntentId intent, RoomCharter? to, SimulatedDesk member, RoomId room)
    {
        using var keys = new Lawless(member, room);
        var group = keys.Group;
        var extensions = to?.In(group.View.Extensions)
            ?? TlsList.From(group.View.Extensions.Where(one => one.Type != RoomCharter.Type));
        var made = (SendResult.Made)group.Propose(new Proposal.GroupContextExtensions(extensions), new()
        {
            Now = Cast.FirstDay,
            AuthenticatedData = WireValue.Encode<RoomBinding>(
                new RoomBinding.OfProposal(EpochTag.Of(group), intent)),
        });
        made.Next.Dispose();
        return new(EnvelopeKind.Proposal, Precedence.Routine, room, group.View.Epoch.Value, made.Message, Opaque.Empty);
    }

    /// <summary>A member's word that it sees another group than it does.</summary>
    public static Envelope SeesAnother(DeskCore member, RoomId room)
    {
        var group = Of(member, room);
        var seen = SameRoom.Of(group) with { Tag = Opaque.Zeros(EpochTag.Bytes) };
        return Says(group, room, new(RoomMessageKind.SameRoom, 1, Opaque.Zeros(RoomMessage.HashBytes), 0,
            ChainHead.None, [],
            WireValue.Encode(seen)));
    }

    /// <summary>An invitation, or the key package that answers one, with another tag in a side's claim of the room
    /// whose place is to be taken.</summary>
    public static Envelope WithOtherClaim(Envelope envelope, bool ofInvitation, Side inviting, Side answering)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        if (envelope.Kind != EnvelopeKind.KeyPackages)
            return envelope;
        var offer = WireValue.Decode<Offer>(envelope.Content.Span);
        var (kind, side) = ofInvitation ? (OfferKind.Invitation, inviting) : (OfferKind.KeyPackage, answering);
        return offer.Kind != kind ? envelope : envelope with
        {
            Content = WireValue.Encode(offer with
            {
                Follows = WireList.From(offer.Follows.Select(one => one with
                {
                    Claims = WireList.From(one.Claims.Select(claim => claim.Side != side ? claim
                        : claim with { Tag = Opaque.Zeros(EpochTag.Bytes) })),
                })),
            }),
        };
    }

    /// <summary>A message as a thief of the vault and its passphrase might leave it.</summary>
    public static Heard WithOtherWords(Heard heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        return heard with { Message = heard.Message with { Body = Opaque.CopyOf("other words"u8) } };
    }

    /// <summary>A member's next words, which name words of another author that nobody else has read.</summary>
    public static Envelope NamesOtherWords(DeskCore member, RoomId room, Opaque self, Opaque author)
    {
        var own = member.TranscriptOf(room).Last(heard => heard.Desk == self);
        var named = member.TranscriptOf(room).Last(heard => heard.Desk == author);
        return Says(Of(member, room), room, new(RoomMessageKind.Text, own.Number + 1, own.Hash, 0, ChainHead.None,
            [new Seen(author, named.Number, Opaque.Zeros(RoomMessage.HashBytes))], Opaque.CopyOf("as you said"u8)));
    }

    /// <summary>A member's next words, sealed for this epoch and bound to another.</summary>
    public static Envelope SaysUnderAnotherTag(SimulatedDesk member, RoomId room, string text)
    {
        ArgumentNullException.ThrowIfNull(member);
        var own = member.Core.TranscriptOf(room).Last(heard => heard.Desk == member.Identity.Id);
        return Says(Of(member.Core, room), room, new(RoomMessageKind.Text, own.Number + 1, own.Hash, 0, ChainHead.None,
            [], Opaque.CopyOf(System.Text.Encoding.UTF8.GetBytes(text))), Opaque.Zeros(EpochTag.Bytes));
    }

    /// <summary>A commit as whoever was in another history of its epoch would see it.</summary>
    public static Envelope OfAnotherHistory(Envelope commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var message = ((MlsMessage.Private)TlsCodec.Decode<MlsMessage>(commit.Content.Span)).Message;
        var binding = (RoomBinding.OfCommit)RoomBinding.From(message.AuthenticatedData)!;
        return commit with
        {
            Content = TlsCodec.Encode<MlsMessage>(new MlsMessage.Private(message with
            {
                AuthenticatedData = WireValue.Encode<RoomBinding>(binding with
                {
                    Tag = Opaque.Zeros(EpochTag.Bytes),
                }),
            })),
        };
    }

    /// <summary>Another author's message, byte for byte, said by a member as its own.</summary>
    public static Envelope Repeats(DeskCore member, RoomId room, Heard heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        return Says(Of(member, room), room, heard.Message);
    }

    /// <summary>Terms that a member proposes with its first message, whether or not it may.</summary>
    public static Envelope Proposes(DeskCore member, RoomId room, RoomCharter terms) => Says(Of(member, room), room,
        new(RoomMessageKind.Intent, 1, Opaque.Zeros(RoomMessage.HashBytes), 0, ChainHead.None, [],
            WireValue.Encode(new Intent(new RoomChange.Amendment(terms), "nobody stops us"))));

    internal static Envelope Says(MlsGroup group, RoomId room, RoomMessage message, Opaque? tag = null)
    {
        var made = (SendResult.Made)group.Say(WireValue.Encode(message).Span,
            WireValue.Encode<RoomBinding>(new RoomBinding.OfMessage(tag ?? EpochTag.Of(group))));
        made.Next.Dispose();
        return new(EnvelopeKind.Message, Precedence.Routine, room, group.View.Epoch.Value, made.Message, Opaque.Empty);
    }

    /// <summary>A key package of an accredited desk whose program knows nothing of charters.</summary>
    public static Envelope GivesOddPackage(DeskIdentity from, Opaque to, RoomId room, IRandomSource random)
    {
        using var keys = LeafKeys.Draw(room, random);
        var client = new MlsClient
        {
            Suites = new(from.Suite),
            Capabilities = new([ProtocolVersion.Mls10], [new(from.Suite.Code)], [], [], [CredentialType.Basic]),
            Policy = new RoomPolicy(from, room, new(from, new SimulatedVault().Open()), RoomRules.Usual),
            Random = random,
        };
        var day = (ulong)Cast.FirstDay.ToUnixTimeSeconds();
        using var package = KeyPackageBundle.Create(client, from.Suite, keys.Credential(from), keys.Signer,
            new Lifetime(day - 3_600, day + 86_400));
        return Offers(OfferKind.KeyPackage, from.Id, to, room, package.Package.Encode());
    }

    /// <summary>A good key package of an accredited desk, in a suite of its own choice.</summary>
    public static Envelope GivesPackageOf(Ciphersuite suite, DeskIdentity from, Opaque to, RoomId room,
        IRandomSource random)
    {
        using var keys = LeafKeys.Draw(room, random);
        var client = new MlsClient
        {
            Suites = new(suite),
            Capabilities = new([ProtocolVersion.Mls10], [new(suite.Code)], [RoomCharter.Type, RoomTurn.Type], [],
                [CredentialType.Basic]),
            Policy = new RoomPolicy(from, room, new(from, new SimulatedVault().Open()), RoomRules.Usual),
            Random = random,
        };
        var day = (ulong)Cast.FirstDay.ToUnixTimeSeconds();
        using var package = KeyPackageBundle.Create(client, suite, keys.Credential(from), keys.Signer,
            new Lifetime(day - 3_600, day + 86_400));
        return Offers(OfferKind.KeyPackage, from.Id, to, room, package.Package.Encode());
    }

    /// <summary>A commit of a member that takes somebody out and lets these in, whatever anybody's rules say.</summary>
    /// <param name="member">Whose.</param>
    /// <param name="room">Where.</param>
    /// <param name="goes">The key of the leaf that goes; null: nobody.</param>
    /// <param name="enter">Key packages.</param>
    public static Envelope Commits(SimulatedDesk member, RoomId room, Opaque? goes, params IEnumerable<Opaque> enter)
    {
        ArgumentNullException.ThrowIfNull(member);
        using var keys = new Lawless(member, room);
        var view = keys.Group.View;
        var side = member.Identity.Side;
        var removes = view.Members.Where(one => one.Leaf.SignatureKey == goes)
            .Select(one => (Proposal)new Proposal.Remove(one.Index));
        var made = (CommitResult.Made)keys.Group.Commit(new()
        {
            Now = Cast.FirstDay,
            ByValue = TlsList.From(removes.Concat(enter.Select(package =>
                new Proposal.Add(TlsCodec.Decode<KeyPackage>(package.Span))))),
            AuthenticatedData = WireValue.Encode<RoomBinding>(
                new RoomBinding.OfCommit(EpochTag.Of(keys.Group), side, side)),
            GroupInfoExtensions = [new(RoomTurn.Type, WireValue.Encode(new RoomTurn(side, side)))],
        });
        made.Next.Dispose();
        return new(EnvelopeKind.Commit, Precedence.Routine, room, view.Epoch.Value, made.Message, Opaque.Empty);
    }

    /// <summary>A desk of the other side, or a station in its name, asks a desk into a room once more.</summary>
    public static Envelope AsksAgain(Opaque from, Opaque to, RoomId room) =>
        Offers(OfferKind.Admission, from, to, room, Opaque.CopyOf([0, 0, 0, 0, 0, 0, 0, 7]));

    /// <summary>Says in another's name that a desk is not needed.</summary>
    public static Envelope NeedsNoMore(Opaque from, Opaque to, RoomId room) =>
        Offers(OfferKind.Withdrawn, from, to, room, Opaque.Empty);

    private static Envelope Offers(OfferKind kind, Opaque from, Opaque to, RoomId room, Opaque body) =>
        new(EnvelopeKind.KeyPackages, Precedence.Routine, room, 0,
            WireValue.Encode(new Offer(kind, from, to, body, [])), Opaque.Empty);

    internal static MlsGroup Of(DeskCore member, RoomId room) => member.GroupOf(room)
        ?? throw new InvalidOperationException("Only a member forges what members say.");
}
