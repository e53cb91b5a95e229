using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Schedule;

namespace Coulisse.Mls.Welcomes;

/// <summary>What only one new member may read: the secret that its epoch grows from. Whoever holds it disposes
/// it.</summary>
/// <remarks>RFC 9420 §12.4.3.1: <code>
/// struct { opaque path_secret&lt;V&gt;; } PathSecret;
/// struct { opaque joiner_secret&lt;V&gt;; optional&lt;PathSecret&gt; path_secret; PreSharedKeyID psks&lt;V&gt;;
/// } GroupSecrets;
/// </code></remarks>
public sealed class GroupSecrets(SecretBytes joinerSecret, SecretBytes? pathSecret, TlsList<PreSharedKeyId> psks)
    : ITlsStruct<GroupSecrets>, IDisposable
{
    public SecretBytes JoinerSecret { get; } = joinerSecret;

    /// <summary>The secret of the lowest node above both the new member and the committer, if there was a
    /// path.</summary>
    public SecretBytes? PathSecret { get; } = pathSecret;

    public TlsList<PreSharedKeyId> Psks { get; } = psks;

    /// <inheritdoc/>
    public static GroupSecrets Read(ref TlsReader reader) => new(
        joinerSecret: SecretBytes.CopyOf(reader.ReadVector(MlsLimits.SecretBytesMax)),
        pathSecret: reader.ReadPresence() ? SecretBytes.CopyOf(reader.ReadVector(MlsLimits.SecretBytesMax)) : null,
        psks: reader.ReadList<PreSharedKeyId>(MlsLimits.PskListBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteVector(JoinerSecret.Reveal());
        writer.WriteUInt8(PathSecret is null ? (byte)0 : (byte)1);
        if (PathSecret is not null)
            writer.WriteVector(PathSecret.Reveal());
        writer.WriteList(Psks);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        JoinerSecret.Dispose();
        PathSecret?.Dispose();
    }
}
