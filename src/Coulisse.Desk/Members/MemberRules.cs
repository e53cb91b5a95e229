using Coulisse.Crypto.Codec;
using Coulisse.Desk.Rooms;
using Coulisse.Mls.Group;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Leaves;
using Coulisse.Wire.Lines;
using Coulisse.Wire.Rooms;

namespace Coulisse.Desk.Members;

/// <summary>
/// Who may be added and removed, and when the terms may change: rule 3. An answer depends only on what every member
/// reads sooner or later; what is not known yet is waited for, so that two desks never part ways by the order in which
/// things reach them.
/// </summary>
internal sealed class MemberRules(DeskIdentity identity, RoomId room, OrderBook orders, RoomRules rules)
{
    private const int VerifiedMax = 64;

    private readonly Dictionary<(Opaque Identity, Opaque Key), AccreditedLeaf?> verified = [];

    /// <summary>Who takes a leaf's place by an order.</summary>
    internal Replacements Replacements => field ??= new(room, orders, rules, this);

    /// <summary>What is known of the room's intents.</summary>
    internal Membership Known { get; set; } = Membership.Start;

    /// <summary>Whether a proposal may wait for a commit.</summary>
    internal MemberVerdict OnProposal(GroupView group, ProposedChange change) => change.Proposal switch
    {
        Proposal.Update => MemberVerdict.Allowed,
        // Rule 4: by value only in the opening commit, which its creator makes alone; or in the place of one that goes.
        Proposal.Add add when change.Reference is null => group is { Epoch.Value: 0, MemberCount: 1 }
            ? MemberVerdict.Allowed : Replacements.OnAdd(group, add.KeyPackage),
        Proposal.Add add => OnAdmission(group, change, add),
        Proposal.Remove remove => OnRemoval(group, change, remove),
        Proposal.GroupContextExtensions context => OnAmendment(group, change, context),
        _ => MemberVerdict.Refused,
    };

    /// <summary>Whether that side may commit a change.</summary>
    internal MemberVerdict OnCommit(GroupView group, ProposedChange change, Side committer)
    {
        var alone = OnProposal(group, change);
        if (alone != MemberVerdict.Allowed || IntentOf(change) is not { } intent)
            return alone;
        if (intent.By == committer && !identity.IsHome)
            return MemberVerdict.Refused;
        return MayCome(intent) ? MemberVerdict.Allowed : MemberVerdict.Missing;
    }

    /// <summary>Whether both sides want it, and nothing has ended it.</summary>
    internal bool MayCarryOut(RoomIntent intent) => intent.IsOpen && MayCome(intent);

    /// <summary>The intent that a proposal carries out; null if it names none that is known.</summary>
    /// <remarks>An Add carries out an admission, other extensions an amendment: whatever else names an intent says
    /// nothing by it.</remarks>
    internal RoomIntent? IntentOf(ProposedChange change) => change.Reference is not null
        && RoomBinding.From(change.AuthenticatedData) is RoomBinding.OfProposal named
        && Known.Of(named.Intent) is { } intent && (change.Proposal, intent.What) is
            (Proposal.Add, RoomChange.Admission) or (Proposal.GroupContextExtensions, RoomChange.Amendment)
            ? intent : null;

    /// <summary>Whether a leaf is the desk that an intent names, or that desk with a renewed accreditation.</summary>
    internal bool IsWhom(LeafNode leaf, RoomIntent intent) => intent.What.Admits is { } whom
        && Verified(leaf)?.Accreditation is { } desk
        && desk.By.Party == whom.By.Party && desk.Content.IsRenewalOf(whom.Content);

    /// <summary>Whose leaf it is, if the whole chain from a recognised seal to it holds. The seals never change, so
    /// what was verified once, all its bytes being the same, is not verified again.</summary>
    internal AccreditedLeaf? Verified(LeafNode leaf)
    {
        if (leaf.Credential is not Mls.Tree.Credential.Basic credential)
            return null;
        var asked = (credential.Identity, leaf.SignatureKey);
        if (verified.TryGetValue(asked, out var known))
            return known;
        if (verified.Count == VerifiedMax)
            verified.Clear();
        return verified[asked] = Verify(credential, leaf.SignatureKey);
    }

    private AccreditedLeaf? Verify(Mls.Tree.Credential.Basic credential, Opaque signatureKey) =>
        Crypto.Signatures.SignaturePublicKey.From(signatureKey) is { } key
            && AccreditedLeaf.VerifyForProcessing(credential.Identity.Span, room, key, identity.Seals)
                is LeafVerification.Accredited accredited
            ? accredited.Leaf
            : null;

    /// <summary>The desk at a place; null if its leaf is nobody's.</summary>
    internal Sealed<Accreditation>? DeskAt(GroupView group, LeafIndex place) =>
        group.MemberAt(place) is { } leaf ? Verified(leaf)?.Accreditation : null;

    private bool MayCome(RoomIntent intent) => intent.What switch
    {
        RoomChange.Admission => rules.MayAdd(intent.IsConsented),
        RoomChange.Removal => rules.MayRemove(intent.IsConsented),
        _ => rules.MayAmend(intent.IsConsented),
    };

    private MemberVerdict OnAdmission(GroupView group, ProposedChange change, Proposal.Add add) =>
        OnIntent(group, change, intent => IsWhom(add.KeyPackage.LeafNode, intent)
            && group.Members.All(member => Verified(member.Leaf)?.Accreditation.Content.Subject != intent.Whom));

    // The other extensions stay as they are, in their order.
    private MemberVerdict OnAmendment(
        GroupView group, ProposedChange change, Proposal.GroupContextExtensions context) =>
        OnIntent(group, change, intent => intent.What.Charter is { } charter
            && context.Extensions == charter.In(group.Extensions));

    private MemberVerdict OnIntent(GroupView group, ProposedChange change, Func<RoomIntent, bool> isSame)
    {
        if (change.Reference is null
            || RoomBinding.From(change.AuthenticatedData) is not RoomBinding.OfProposal { Intent: var named })
            return MemberVerdict.Refused;
        if (IntentOf(change) is not { } intent)
            return Known.Of(named) is null ? MemberVerdict.Missing : MemberVerdict.Refused;
        var isFit = intent.State != IntentState.CarriedOut && intent.Epoch >= Known.LastChange
            && DeskAt(group, change.Proposer) is { } proposer
            && identity.Parties.SideOf(proposer.By.Party) == intent.By && isSame(intent);
        return isFit ? MemberVerdict.Allowed : MemberVerdict.Refused;
    }

    // Who leaves proposes that themselves. A recall is its own party's affair: its seal's order is all the consent it
    // needs, whoever holds the turn.
    private MemberVerdict OnRemoval(GroupView group, ProposedChange change, Proposal.Remove remove)
    {
        if (group.MemberAt(remove.Removed) is not { } leaf)
            return MemberVerdict.Refused;
        if (change.Reference is not null)
            return change.Proposer == remove.Removed ? MemberVerdict.Allowed : MemberVerdict.Refused;
        return rules.MayRemove(Replacements.On(leaf).Count > 0 || IsPutOut(leaf))
            ? MemberVerdict.Allowed : MemberVerdict.Missing;
    }

    /// <summary>Whether a person of the party has put this desk out of a room at home: there it needs no order of the
    /// seal, whose chain the other side reads.</summary>
    internal bool IsPutOut(LeafNode leaf) => identity.IsHome && Verified(leaf)?.Accreditation.Content.Subject is { } who
        && Known.Intents.Any(one => one.What.PutsOut == who.Id && MayCarryOut(one) && one.Epoch >= Known.LastChange);
}

/// <summary>What the rules say of a change.</summary>
internal enum MemberVerdict
{
    /// <summary>It may be.</summary>
    Allowed,

    /// <summary>An act that it needs is not known here yet: it is asked again once more was read.</summary>
    Missing,

    /// <summary>It may never be.</summary>
    Refused,
}
