using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Group;

/// <summary>Reads one message of a peer: which epoch, who, whether it holds, and what it says (RFC 9420 §6).</summary>
internal sealed class MessageReading(MlsClient client, Signers signers, GroupState state)
{
    private readonly EpochState epoch = state.Epoch;

    internal ProcessResult Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MlsLimits.MessageBytesMax)
            throw Refuse(MlsErrorCode.EncodingTooLong, "2.1", "The message is longer than any we take.");
        return TlsCodec.Decode<MlsMessage>(bytes) switch
        {
            MlsMessage.Public { Message: var message } => ReadPublic(message),
            MlsMessage.Private { Message: var message } => ReadPrivate(message),
            _ => throw Refuse(MlsErrorCode.FramingNotForGroups, "6", "The message is none between members."),
        };
    }

    private ProcessResult ReadPublic(PublicMessage message)
    {
        CheckGroup(message.Content.GroupId);
        if (OtherEpoch(message.Content.Epoch) is { } other)
            return other;
        if (message.Content.Sender is not Sender.Member { Leaf: var sender })
            throw Refuse(MlsErrorCode.FramingSenderKind, "6.1", "The sender is no member; others may not write here.");
        var content = epoch.Framing.Unprotect(message);
        if (sender == epoch.Own)
            return ProcessResult.OwnMessage.Instance;
        if (epoch.Tree.LeafAt(sender) is not { } leaf)
            throw Refuse(MlsErrorCode.FramingSenderNotMember, "6.1", "The sender is no member.");
        if (!epoch.Framing.VerifyContent(leaf.SignatureKey, content))
            throw Refuse(MlsErrorCode.FramingSignature, "6.1", "The sender's signature does not hold.");
        using var ratchets = new SecretTreeAfter(state.Ratchets.Share());
        return ReadContent(content, sender, ratchets);
    }

    private ProcessResult ReadPrivate(PrivateMessage message)
    {
        CheckGroup(message.GroupId);
        if (message.Epoch < epoch.Context.Epoch && message.ContentType == ContentType.Application
            && state.Past.FirstOrDefault(past => past.Context.Epoch == message.Epoch) is { } past)
            return ReadLate(past, message);
        if (OtherEpoch(message.Epoch) is { } other)
            return other;
        var senderData = epoch.Framing.OpenSenderData(message);
        if (senderData.Leaf == epoch.Own)
            return ProcessResult.OwnMessage.Instance;
        var opened = epoch.Framing.Open(state.Ratchets, message, senderData, epoch.Tree);
        using var ratchets = new SecretTreeAfter(opened.Next);
        return ReadContent(opened.Content, senderData.Leaf, ratchets);
    }

    private ProcessResult ReadLate(PastEpoch past, PrivateMessage message)
    {
        var senderData = past.Framing.OpenSenderData(message);
        if (senderData.Leaf == epoch.Own)
            return ProcessResult.OwnMessage.Instance;
        var opened = past.Framing.Open(past.Ratchets, message, senderData, past.Tree);
        var data = ((FramedBody.Application)opened.Content.Content.Body).Data;
        return new ProcessResult.ApplicationMessage(opened.Content.Content, senderData.Leaf,
            past.Tree.LeafAt(senderData.Leaf)!, data, Group(state.WithPast(past, opened.Next)));
    }

    private ProcessResult ReadContent(AuthenticatedContent content, LeafIndex sender, SecretTreeAfter ratchets) =>
        content.Content.Body switch
        {
            FramedBody.Application said => new ProcessResult.ApplicationMessage(
                content.Content, sender, epoch.Tree.LeafAt(sender)!, said.Data, Group(state.With(ratchets.Take()))),
            FramedBody.Proposed proposed => ReadProposal(content, proposed.Proposal, sender, ratchets),
            FramedBody.Committed committed =>
                new CommitReading(client, signers, state, content, sender).Read(committed.Commit, ratchets),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private ProcessResult.ProposalReceived ReadProposal(
        AuthenticatedContent content, Proposal proposal, LeafIndex sender, SecretTreeAfter ratchets)
    {
        ProposalRules.CheckAlone(proposal, epoch, sender, client.LifetimeSecondsMax);
        var reference = new ProposalRef(epoch.Suite.MakeProposalRef(content.Encode().Span));
        var change = new ProposedChange(proposal, sender, reference, content.Content.AuthenticatedData);
        Deciding.OnProposal(client, epoch, change);
        var stored = state.Proposals.With(new StoredProposal(change, ownKey: null));
        return new(change, Group(state.With(ratchets.Take(), stored)));
    }

    private void CheckGroup(GroupId group)
    {
        if (group != epoch.Context.GroupId)
            throw Refuse(MlsErrorCode.FramingOtherGroup, "6", "The message is for another group.");
    }

    private ProcessResult? OtherEpoch(Epoch claimed) => claimed.CompareTo(epoch.Context.Epoch) switch
    {
        < 0 => new ProcessResult.PastEpoch(claimed),
        > 0 => new ProcessResult.FutureEpoch(claimed),
        0 => null,
    };

    private MlsGroup Group(GroupState next) => new(client, signers, next);

    private static MlsRejection Refuse(MlsErrorCode code, string section, string text) => new(code, section, text);
}
