using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;
using Coulisse.Mls.TreeKem;

namespace Coulisse.Mls.Group;

/// <summary>
/// From a commit, made or read, to the secrets of the epoch that it begins: RFC 9420 §8 and §8.2. Holds the joiner
/// secret until the welcome is written.
/// </summary>
/// <remarks>
/// <code>
/// interim hash of this epoch + the signed commit --> confirmed hash --> the next epoch's context
/// init secret of this epoch + commit secret + psk secret + that context --> joiner secret --> all secrets
/// confirmation key + confirmed hash --> confirmation tag
/// </code>
/// </remarks>
internal sealed class NextEpoch : IDisposable
{
    private readonly EpochState before;
    private EpochSecrets? secrets;

    internal NextEpoch(EpochState before, GroupContext provisional, SecretBytes commitSecret, SecretBytes pskSecret,
        WireFormat format, FramedContent content, Opaque signature)
    {
        this.before = before;
        var suite = before.Suite;
        Context = provisional with { ConfirmedTranscriptHash = Confirm(before, format, content, signature) };
        var encoded = Codec.TlsCodec.Encode(Context);
        JoinerSecret = suite.JoinerSecret(before.Secrets.Init, commitSecret, encoded.Span);
        secrets = suite.EpochSecrets(JoinerSecret, pskSecret, encoded.Span);
        ConfirmationTag = secrets.ConfirmationTag(Context.ConfirmedTranscriptHash.Span);
    }

    internal GroupContext Context { get; }

    internal SecretBytes JoinerSecret { get; }

    /// <summary>What the commit has to carry.</summary>
    internal Opaque ConfirmationTag { get; }

    internal bool Confirms(Opaque tag) =>
        secrets!.VerifyConfirmationTag(Context.ConfirmedTranscriptHash.Span, tag.Span);

    /// <summary>
    /// The state of the next epoch. <paramref name="ratchets"/> are this epoch's after the commit;
    /// <paramref name="held"/>
    /// are the keys held before it, <paramref name="fresh"/> those that it brought, which are taken over.
    /// </summary>
    internal GroupState Begin(GroupState state, SecretTreeAfter ratchets, RatchetTree tree, TreeKeys held,
        IReadOnlyDictionary<uint, HpkePrivateKey> fresh, MlsClient client)
    {
        var keys = held.For(tree, before.Own, fresh);
        var epoch = new EpochState(Context, tree, before.Own, secrets!, keys, ConfirmationTag);
        secrets = null;
        var past = state.PastOfNext(ratchets.Take(), client);
        return new GroupState(epoch, epoch.StartRatchets(), ProposalStore.Empty(), past);
    }

    public void Dispose()
    {
        JoinerSecret.Dispose();
        secrets?.Dispose();
    }

    // RFC 9420 §8.2: struct { WireFormat wire_format; FramedContent content; opaque signature<V>; }
    private static Opaque Confirm(EpochState before, WireFormat format, FramedContent content, Opaque signature)
    {
        using var input = ScratchBuffer.Take();
        var writer = new TlsWriter(input);
        writer.WriteWireFormat(format);
        content.Write(writer);
        writer.WriteVector(signature);
        return before.Suite.ConfirmedTranscriptHash(before.InterimTranscriptHash, input.Written);
    }
}
