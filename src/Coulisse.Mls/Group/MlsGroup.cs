using System.Buffers;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Framing;
using Coulisse.Mls.KeyPackages;
using Coulisse.Mls.Proposals;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;

namespace Coulisse.Mls.Group;

/// <summary>
/// One client's state in a group, at one moment. It never changes: every step returns the next state, and nothing has
/// happened until the caller keeps that one and disposes this. Dispose erases what the other does not share.
/// </summary>
/// <remarks>
/// <code>
/// Create ─┐            Say, Propose, Commit ──> bytes + next state      store both, then send
/// Join ───┴─> MlsGroup Process(bytes) ────────> what it was + next state
/// </code>
/// Not safe for use from several threads at once, nor are two states of one group.
/// </remarks>
public sealed class MlsGroup : IDisposable
{
    private readonly MlsClient client;
    private readonly Signers signers;

    internal MlsGroup(MlsClient client, Signers signers, GroupState state)
    {
        this.client = client;
        this.signers = signers;
        State = state;
    }

    /// <summary>What everybody in the group can see of it.</summary>
    public GroupView View => State.Epoch.View;

    /// <summary>The proposals that wait for a commit, in the order in which they came.</summary>
    public TlsList<ProposedChange> WaitingProposals =>
        TlsList.From(State.Proposals.All.Select(stored => stored.Change));

    /// <summary>The finished epochs whose late messages can still be read, the oldest first.</summary>
    public TlsList<Epoch> ReadableEpochs => TlsList.From(State.Past.Select(past => past.Context.Epoch));

    internal GroupState State { get; }

    /// <summary>A group of this client alone: RFC 9420 §11. The signer stays the caller's to dispose.</summary>
    public static MlsGroup Create(MlsClient client, Ciphersuite suite, GroupId group, Credential credential,
        SignaturePrivateKey signer, Lifetime lifetime, TlsList<Extension> extensions)
    {
        if (new GroupTerms(suite, extensions).LackingIn(client.Capabilities) is not null)
            throw new ArgumentException("The client does not support its own group's extensions.", nameof(extensions));
        var leafKey = HpkePrivateKey.Generate(suite.Hpke.Kem, client.Random);
        var leaf = new LeafNode(leafKey.PublicKey, signer.PublicKey.Value, credential, client.Capabilities,
            new LeafNodeSource.KeyPackage(lifetime), [], Opaque.Empty).SignedBy(suite, signer, group, new(0));
        var tree = RatchetTree.Of(suite, leaf);
        var context = new GroupContext(new(suite.Code), group, new(0), tree.Hash, Opaque.Empty, extensions);
        var secrets = suite.FirstEpochSecrets(client.Random);
        var epoch = new EpochState(context, tree, new(0), secrets, TreeKeys.OfLeaf(new(0), leafKey),
            secrets.ConfirmationTag(default));
        return new MlsGroup(client, Signers.Of(signer),
            new GroupState(epoch, epoch.StartRatchets(), ProposalStore.Empty(), []));
    }

    /// <summary>
    /// Joins by a welcome that names one of these key packages: RFC 9420 §12.4.3.1. Never throws on what a peer wrote.
    /// </summary>
    public static JoinResult Join(MlsClient client, SignaturePrivateKey signer, ReadOnlyMemory<byte> welcome,
        IReadOnlyCollection<KeyPackageBundle> bundles, JoinOptions options) =>
        Refusing.Catch<JoinResult>(() => new WelcomeReading(client, signer, options).Read(welcome.Span, bundles),
            error => new JoinResult.Rejected(error));

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="DecodeException">The bytes are no snapshot, or one of another version.</exception>
    public static MlsGroup Load(MlsClient client, SignaturePrivateKey signer, ReadOnlySpan<byte> snapshot) =>
        Load(client, [signer], snapshot);

    /// <summary>Reads what <see cref="Save"/> wrote while a renewal of the own leaf was proposed.</summary>
    /// <param name="client">The client that wrote it.</param>
    /// <param name="signers">The key of the present leaf, and those of the leaves proposed since.</param>
    /// <param name="snapshot">What was written.</param>
    /// <exception cref="DecodeException">The bytes are no snapshot, or one of another version.</exception>
    public static MlsGroup Load(
        MlsClient client, ReadOnlySpan<SignaturePrivateKey> signers, ReadOnlySpan<byte> snapshot) =>
        new(client, Signers.Of(signers), Snapshot.Read(client.Suites, snapshot));

    /// <summary>Reads one message of a peer. Never throws on what a peer wrote.</summary>
    public ProcessResult Process(ReadOnlyMemory<byte> message) => Refusing.Catch<ProcessResult>(
        () => new MessageReading(client, signers, State).Read(message.Span),
        error => error.Code == MlsErrorCode.RatchetReplay
            ? ProcessResult.Duplicate.Instance
            : new ProcessResult.Rejected(error));

    /// <summary>Writes an application message, always encrypted: RFC 9420 §15.</summary>
    public SendResult Say(ReadOnlySpan<byte> data, Opaque authenticatedData)
    {
        var epoch = State.Epoch;
        var content = new FramedContent(epoch.Context.GroupId, epoch.Context.Epoch, new Sender.Member(epoch.Own),
            authenticatedData, new FramedBody.Application(ApplicationData.CopyOf(data)));
        var made = epoch.Framing.SignAndProtect(
            State.Ratchets, signers.For(epoch.OwnLeaf), content, client.Padding, client.Random);
        return made is { } message
            ? new SendResult.Made(message.Message, null, new MlsGroup(client, signers, State.With(message.Next)))
            : new SendResult.Refused(Outgoing.Exhausted().Error);
    }

    /// <summary>Proposes a change of any kind but an update.</summary>
    public SendResult Propose(Proposal proposal, SendOptions options) => Refusing.Catch<SendResult>(
        () => new ProposalDraft(client, signers, State, options).Make(proposal),
        error => new SendResult.Refused(error));

    /// <summary>
    /// Proposes a fresh key for this client's own leaf, and if it is given, another signature key and credential.
    /// </summary>
    public SendResult ProposeUpdate(SendOptions options, LeafRenewal? renewal = null) => Refusing.Catch<SendResult>(
        () => new ProposalDraft(client, signers, State, options).MakeUpdate(renewal),
        error => new SendResult.Refused(error));

    /// <summary>Begins the next epoch: RFC 9420 §12.4.1.</summary>
    public CommitResult Commit(CommitOptions options) => Refusing.Catch<CommitResult>(
        () => new CommitDraft(client, signers, State, options).Make(), error => new CommitResult.Refused(error));

    /// <summary>
    /// The state without the keys that read late messages of epochs before <paramref name="first"/>: once this state is
    /// disposed, those messages can never be opened again.
    /// </summary>
    public MlsGroup DropEpochsBefore(Epoch first) => new(client, signers, State.WithoutPastBefore(first));

    /// <summary>A secret for a purpose outside MLS, which the caller disposes: RFC 9420 §8.5.</summary>
    public SecretBytes Export(ReadOnlySpan<byte> label, ReadOnlySpan<byte> context, int length) =>
        State.Epoch.Secrets.Export(label, context, length);

    /// <summary>What two members compare to know that they agree; the caller disposes it: RFC 9420 §8.7.</summary>
    public SecretBytes EpochAuthenticator() => State.Epoch.Secrets.EpochAuthenticator();

    /// <summary>
    /// Appends the whole state, secrets and all, to be read by <see cref="Load"/>. Whoever gives the output encrypts it
    /// and wipes it.
    /// </summary>
    public void Save(IBufferWriter<byte> output) => Snapshot.Write(State, output);

    /// <summary>Whether the other is an earlier state of this client in this group, or this one: what
    /// <see cref="SaveSince"/> needs.</summary>
    public bool Follows(MlsGroup before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return SnapshotChanges.AreInOrder(before.State, State);
    }

    /// <summary>
    /// Appends what became of <paramref name="before"/>, secrets and all, to be read by <see cref="Advance"/>: some
    /// hundred bytes for a message, however large the group. A snapshot and all changes since are worth the newest
    /// state, and hold the keys of every state between; whoever wants those erased writes a snapshot in their place.
    /// </summary>
    /// <exception cref="ArgumentException">It is no earlier state of this client in this group.</exception>
    public void SaveSince(MlsGroup before, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(before);
        SnapshotChanges.Write(before.State, State, output);
    }

    /// <summary>The state after the changes that <see cref="SaveSince"/> wrote; this one is left as it is.</summary>
    /// <exception cref="DecodeException">The bytes are no changes, or not those of this state.</exception>
    public MlsGroup Advance(ReadOnlySpan<byte> changes) =>
        new(client, signers, SnapshotChanges.Read(State, changes));

    /// <inheritdoc/>
    public void Dispose() => State.Dispose();
}
