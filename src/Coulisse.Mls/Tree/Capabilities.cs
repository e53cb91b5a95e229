using Coulisse.Crypto.Codec;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Framing;
using Coulisse.Mls.Proposals;

namespace Coulisse.Mls.Tree;

/// <summary>What a client supports. Values that nobody knows are kept and mean nothing.</summary>
/// <remarks>RFC 9420 §7.2: <code>
/// struct { ProtocolVersion versions&lt;V&gt;; CipherSuite cipher_suites&lt;V&gt;; ExtensionType extensions&lt;V&gt;;
///          ProposalType proposals&lt;V&gt;; CredentialType credentials&lt;V&gt;; } Capabilities;
/// </code></remarks>
public sealed record Capabilities(
    TlsList<ProtocolVersion> Versions, TlsList<CiphersuiteCode> Ciphersuites, TlsList<ExtensionType> Extensions,
    TlsList<ProposalType> Proposals, TlsList<CredentialType> Credentials) : ITlsStruct<Capabilities>
{
    /// <inheritdoc/>
    public static Capabilities Read(ref TlsReader reader) => new(
        Versions: reader.ReadList<ProtocolVersion>(MlsLimits.CapabilityListBytesMax),
        Ciphersuites: reader.ReadList<CiphersuiteCode>(MlsLimits.CapabilityListBytesMax),
        Extensions: reader.ReadList<ExtensionType>(MlsLimits.CapabilityListBytesMax),
        Proposals: reader.ReadList<ProposalType>(MlsLimits.CapabilityListBytesMax),
        Credentials: reader.ReadList<CredentialType>(MlsLimits.CapabilityListBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteList(Versions);
        writer.WriteList(Ciphersuites);
        writer.WriteList(Extensions);
        writer.WriteList(Proposals);
        writer.WriteList(Credentials);
    }
}
