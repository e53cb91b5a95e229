using Coulisse.Crypto.Codec;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Proposals;

namespace Coulisse.Mls.Tree;

/// <summary>What every member of a group has to support; an extension of its context.</summary>
/// <remarks>RFC 9420 §11.1: <code>
/// struct { ExtensionType extension_types&lt;V&gt;; ProposalType proposal_types&lt;V&gt;;
///          CredentialType credential_types&lt;V&gt;; } RequiredCapabilities;
/// </code></remarks>
public sealed record RequiredCapabilities(
    TlsList<ExtensionType> Extensions, TlsList<ProposalType> Proposals, TlsList<CredentialType> Credentials)
    : ITlsStruct<RequiredCapabilities>
{
    /// <inheritdoc/>
    public static RequiredCapabilities Read(ref TlsReader reader) => new(
        Extensions: reader.ReadList<ExtensionType>(MlsLimits.CapabilityListBytesMax),
        Proposals: reader.ReadList<ProposalType>(MlsLimits.CapabilityListBytesMax),
        Credentials: reader.ReadList<CredentialType>(MlsLimits.CapabilityListBytesMax));

    /// <inheritdoc/>
    public void Write(TlsWriter writer)
    {
        writer.WriteList(Extensions);
        writer.WriteList(Proposals);
        writer.WriteList(Credentials);
    }
}
