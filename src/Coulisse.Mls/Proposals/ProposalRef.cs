using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Proposals;

/// <summary>The hash by which a commit names a proposal that was sent before: RFC 9420 §5.2.</summary>
public readonly record struct ProposalRef(Opaque Value) : ITlsStruct<ProposalRef>
{
    /// <inheritdoc/>
    public static ProposalRef Read(ref TlsReader reader) => new(reader.ReadOpaque(MlsLimits.HashBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer) => writer.WriteVector(Value);

    public override string ToString() => Value.ToString();
}
