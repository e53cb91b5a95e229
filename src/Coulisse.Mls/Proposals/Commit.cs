using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;

namespace Coulisse.Mls.Proposals;

/// <summary>What begins a new epoch.</summary>
/// <remarks>RFC 9420 §12.4: <code>
/// struct { ProposalOrRef proposals&lt;V&gt;; optional&lt;UpdatePath&gt; path; } Commit;
/// </code></remarks>
public sealed record Commit(TlsList<ProposalOrRef> Proposals, UpdatePath? Path) : ITlsStruct<Commit>
{
    /// <inheritdoc/>
    public static Commit Read(ref TlsReader reader) => new(
        Proposals: reader.ReadList<ProposalOrRef>(MlsLimits.ProposalsBytesMax),
        Path: reader.ReadOptional<UpdatePath>());

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteList(Proposals);
        writer.WriteOptional(Path);
    }
}
