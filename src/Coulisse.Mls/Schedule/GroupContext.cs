using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Tree;

namespace Coulisse.Mls.Schedule;

/// <summary>What all members of an epoch agree on.</summary>
/// <remarks>RFC 9420 §8.1: <code>
/// struct { ProtocolVersion version = mls10; CipherSuite cipher_suite; opaque group_id&lt;V&gt;; uint64 epoch;
///          opaque tree_hash&lt;V&gt;; opaque confirmed_transcript_hash&lt;V&gt;; Extension extensions&lt;V&gt;;
/// } GroupContext;
/// </code></remarks>
public sealed record GroupContext(
    CiphersuiteCode Ciphersuite, GroupId GroupId, Epoch Epoch, Opaque TreeHash, Opaque ConfirmedTranscriptHash,
    TlsList<Extension> Extensions) : ITlsStruct<GroupContext>
{
    /// <inheritdoc/>
    public static GroupContext Read(ref TlsReader reader)
    {
        reader.ReadMls10();
        return new(
            Ciphersuite: CiphersuiteCode.Read(ref reader),
            GroupId: GroupId.Read(ref reader),
            Epoch: Epoch.Read(ref reader),
            TreeHash: reader.ReadOpaque(MlsLimits.HashBytesMax),
            ConfirmedTranscriptHash: reader.ReadOpaque(MlsLimits.HashBytesMax),
            Extensions: reader.ReadExtensions());
    }

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        ProtocolVersion.Mls10.Write(writer);
        Ciphersuite.Write(writer);
        GroupId.Write(writer);
        Epoch.Write(writer);
        writer.WriteVector(TreeHash);
        writer.WriteVector(ConfirmedTranscriptHash);
        writer.WriteList(Extensions);
    }
}
