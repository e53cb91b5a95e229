using System.Buffers;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Signatures;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Schedule;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Welcomes;

/// <summary>A group's state for someone who is about to join, signed by a member.</summary>
/// <remarks>RFC 9420 §12.4.3: <code>
/// struct { GroupContext group_context; Extension extensions&lt;V&gt;; MAC confirmation_tag; uint32 signer;
///          opaque signature&lt;V&gt;; } GroupInfo;
/// </code></remarks>
public sealed record GroupInfo(
    GroupContext Context, TlsList<Extension> Extensions, Opaque ConfirmationTag, LeafIndex Signer, Opaque Signature)
    : ITlsStruct<GroupInfo>
{
    /// <inheritdoc/>
    public static GroupInfo Read(ref TlsReader reader) => new(
        Context: GroupContext.Read(ref reader),
        Extensions: reader.ReadExtensions(),
        ConfirmationTag: reader.ReadOpaque(MlsLimits.HashBytesMax),
        Signer: LeafIndex.Read(ref reader),
        Signature: reader.ReadOpaque(MlsLimits.SignatureBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        WriteUnsigned(writer);
        writer.WriteVector(Signature);
    }

    /// <summary>What the signature covers: all but itself.</summary>
    public ReadOnlyMemory<byte> ToBeSigned()
    {
        var output = new ArrayBufferWriter<byte>(1024);
        WriteUnsigned(new TlsWriter(output));
        return output.WrittenMemory;
    }

    internal GroupInfo SignedBy(Ciphersuite suite, SignaturePrivateKey key) =>
        this with { Signature = suite.SignWithLabel(key, "GroupInfoTBS"u8, ToBeSigned().Span) };

    private void WriteUnsigned(TlsWriter writer)
    {
        Context.Write(writer);
        writer.WriteList(Extensions);
        writer.WriteVector(ConfirmationTag);
        Signer.Write(writer);
    }
}
