using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Ratchets;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Tests.Framing;

/// <summary>An epoch of two members, at leaves 0 and 1 of four, made of chance or of a vector.</summary>
internal sealed class OneEpoch : IMemberKeys, IDisposable
{
    internal static readonly SystemRandom Chance = new();

    private readonly SignaturePrivateKey[] keys;

    internal OneEpoch(EpochFraming framing, SecretTree ratchets, params SignaturePrivateKey[] keys)
    {
        this.keys = keys;
        Framing = framing;
        Ratchets = ratchets;
    }

    internal EpochFraming Framing { get; }

    internal SecretTree Ratchets { get; private set; }

    internal static OneEpoch Of(Ciphersuite suite)
    {
        var context = Context(suite, "group"u8, new Epoch(7), "tree"u8, "transcript"u8);
        var secrets = suite.FirstEpochSecrets(Chance);
        var ratchets = SecretTree.Create(suite, leafCount: 4, secrets.Encryption);
        return new OneEpoch(new EpochFraming(suite, context, context.Encode(), secrets), ratchets,
            SignaturePrivateKey.Generate(Chance), SignaturePrivateKey.Generate(Chance));
    }

    internal static GroupContext Context(Ciphersuite suite, ReadOnlySpan<byte> group, Epoch epoch,
        ReadOnlySpan<byte> treeHash, ReadOnlySpan<byte> transcript) =>
        new(new CiphersuiteCode(suite.Code), new GroupId(Opaque.CopyOf(group)), epoch, Opaque.CopyOf(treeHash),
            Opaque.CopyOf(transcript), Extensions: []);

    internal SignaturePrivateKey KeyOf(uint leaf) => keys[leaf];

    internal FramedContent Content(uint leaf, FramedBody body, string associated = "") =>
        new(Framing.GroupId, Framing.Epoch, new Sender.Member(new LeafIndex(leaf)),
            Opaque.CopyOf(System.Text.Encoding.UTF8.GetBytes(associated)), body);

    internal FramedContent Says(uint leaf, ReadOnlySpan<byte> text) =>
        Content(leaf, new FramedBody.Application(ApplicationData.CopyOf(text)), "associated");

    /// <summary>Signs and encrypts, without moving this epoch's ratchets.</summary>
    internal byte[] Message(uint leaf, ReadOnlySpan<byte> text, Padding padding = default)
    {
        var made = Framing.SignAndProtect(Ratchets, KeyOf(leaf), Says(leaf, text), padding, Chance)!.Value;
        made.Next.Dispose();
        return made.Message.ToArray();
    }

    internal OpenedMessage Open(byte[] message) => Open(Decoded(message));

    internal OpenedMessage Open(PrivateMessage message) =>
        Framing.Open(Ratchets, message, Framing.OpenSenderData(message), this);

    /// <summary>Opens and moves the ratchets.</summary>
    internal AuthenticatedContent Take(byte[] message)
    {
        var opened = Open(message);
        Ratchets.Dispose();
        Ratchets = opened.Next;
        return opened.Content;
    }

    internal static PrivateMessage Decoded(byte[] message) =>
        Assert.IsType<MlsMessage.Private>(TlsCodec.Decode<MlsMessage>(message)).Message;

    public bool TryGetSignatureKey(LeafIndex leaf, out Opaque signatureKey)
    {
        var member = leaf.Value < keys.Length;
        signatureKey = member ? keys[leaf.Value].PublicKey.Value : default;
        return member;
    }

    public void Dispose()
    {
        Ratchets.Dispose();
        Framing.Secrets.Dispose();
    }
}
