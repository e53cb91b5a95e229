namespace Coulisse.Mls.Codec;

/// <summary>
/// The longest that each variable field may be, in bytes. RFC 9420 allows 2^30 - 1 everywhere; what is longer than
/// these is refused before anything is allocated for it.
/// </summary>
public static class MlsLimits
{
    /// <summary>A group's identifier.</summary>
    public const int GroupIdBytesMax = 256;

    /// <summary>A public key of any suite; the largest today is X-Wing's with 1,216.</summary>
    public const int PublicKeyBytesMax = 4 * 1024;

    /// <summary>An encapsulated key; the largest today is X-Wing's with 1,120.</summary>
    public const int KemOutputBytesMax = 4 * 1024;

    /// <summary>A signature of any suite.</summary>
    public const int SignatureBytesMax = 8 * 1024;

    /// <summary>A hash, a MAC, a nonce or a reference; SHA-512 has 64.</summary>
    public const int HashBytesMax = 255;

    /// <summary>One secret: a path secret, a joiner secret.</summary>
    public const int SecretBytesMax = 255;

    /// <summary>A basic credential's identity.</summary>
    public const int IdentityBytesMax = 64 * 1024;

    /// <summary>A chain of certificates, all together; and one of them.</summary>
    public const int CertificateChainBytesMax = 64 * 1024;

    /// <summary>One list inside capabilities: 1,024 code points.</summary>
    public const int CapabilityListBytesMax = 2 * 1024;

    /// <summary>All extensions of one list, and so each one of them; the ratchet tree travels in one.</summary>
    public const int ExtensionsBytesMax = 32 * 1024 * 1024;

    /// <summary>What a sender binds to a message in the open.</summary>
    public const int AuthenticatedDataBytesMax = 64 * 1024;

    /// <summary>What an application says in one message.</summary>
    public const int ApplicationDataBytesMax = 1024 * 1024;

    /// <summary>The encrypted part of a private message, padding included.</summary>
    public const int CiphertextBytesMax = 16 * 1024 * 1024;

    /// <summary>The encrypted sender data.</summary>
    public const int SenderDataBytesMax = 255;

    /// <summary>All proposals of one commit.</summary>
    public const int ProposalsBytesMax = 16 * 1024 * 1024;

    /// <summary>All nodes of an update path, and all encryptions of one of its secrets.</summary>
    public const int UpdatePathBytesMax = 16 * 1024 * 1024;

    /// <summary>One secret sealed by HPKE to one key.</summary>
    public const int SealedSecretBytesMax = 16 * 1024;

    /// <summary>All unmerged leaves of one parent node: 65,536 of them.</summary>
    public const int UnmergedLeavesBytesMax = 256 * 1024;

    /// <summary>A welcome's secrets for all new members, and its encrypted group info.</summary>
    public const int WelcomeBytesMax = 32 * 1024 * 1024;

    /// <summary>A ratchet tree as it travels.</summary>
    public const int RatchetTreeBytesMax = 32 * 1024 * 1024;

    /// <summary>The most leaves that a tree of ours may have, blank ones counted.</summary>
    public const int LeavesMax = 65_536;

    /// <summary>A pre-shared key's identifier.</summary>
    public const int PskIdBytesMax = 1024;

    /// <summary>All identifiers of pre-shared keys in one welcome.</summary>
    public const int PskListBytesMax = 64 * 1024;

    /// <summary>An external sender list in its extension.</summary>
    public const int ExternalSendersBytesMax = 256 * 1024;

    /// <summary>One whole MLS message.</summary>
    public const int MessageBytesMax = 64 * 1024 * 1024;
}
