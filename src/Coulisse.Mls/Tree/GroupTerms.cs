using Coulisse.Mls.Ciphersuites;
using Coulisse.Mls.Codec;
using Coulisse.Mls.Errors;

namespace Coulisse.Mls.Tree;

/// <summary>What a group's context asks of each of its members: RFC 9420 §11.1 and §13.4.</summary>
internal sealed class GroupTerms
{
    private readonly TlsList<Extension> extensions;

    /// <summary>Reads the terms out of the context's extensions.</summary>
    internal GroupTerms(Ciphersuite suite, TlsList<Extension> extensions)
    {
        Suite = suite;
        this.extensions = extensions;
        LeafRules.CheckDistinct(extensions);
        if (extensions.Find(ExtensionType.RequiredCapabilities) is { } required)
            Required = TlsCodec.Decode<RequiredCapabilities>(required.Span);
    }

    internal Ciphersuite Suite { get; }

    internal RequiredCapabilities? Required { get; }

    /// <summary>
    /// The first thing that a client with these capabilities lacks, or null.
    /// </summary>
    internal MlsErrorCode? LackingIn(Capabilities capabilities)
    {
        foreach (var extension in extensions)
            if (!extension.Type.IsDefault && !capabilities.Extensions.Span.Contains(extension.Type))
                return MlsErrorCode.LeafContextExtensionUnsupported;
        if (Required is null)
            return null;
        foreach (var type in Required.Extensions)
            if (!type.IsDefault && !capabilities.Extensions.Span.Contains(type))
                return MlsErrorCode.LeafRequiredCapabilities;
        foreach (var type in Required.Proposals)
            if (!type.IsDefault && !capabilities.Proposals.Span.Contains(type))
                return MlsErrorCode.LeafRequiredCapabilities;
        foreach (var type in Required.Credentials)
            if (!capabilities.Credentials.Span.Contains(type))
                return MlsErrorCode.LeafRequiredCapabilities;
        return null;
    }

    /// <summary>RFC 9420 §12.1.7: whether every member of a tree can live with new terms, from the tree's
    /// counts.</summary>
    internal void CheckAllSupport(RatchetTree tree)
    {
        foreach (var extension in extensions)
            if (!extension.Type.IsDefault && tree.Census.Supporting(extension.Type) != tree.Members)
                throw new MlsRejection(MlsErrorCode.ProposalUnsupportedContextExtension, "12.1.7",
                    "A member does not support an extension of the new context.");
        if (Required is null)
            return;
        var supported = true;
        foreach (var type in Required.Extensions)
            supported &= type.IsDefault || tree.Census.Supporting(type) == tree.Members;
        foreach (var type in Required.Proposals)
            supported &= type.IsDefault || tree.Census.Supporting(type) == tree.Members;
        foreach (var type in Required.Credentials)
            supported &= tree.Census.Supporting(type) == tree.Members;
        if (!supported)
            throw new MlsRejection(MlsErrorCode.ProposalRequiredCapabilities, "12.1.7",
                "A member does not support what the new context requires.");
    }
}
