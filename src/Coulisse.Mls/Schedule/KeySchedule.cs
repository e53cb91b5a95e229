using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;

namespace Coulisse.Mls.Schedule;

/// <summary>
/// From one epoch's secrets to the next one's: RFC 9420 §8. What a step uses up stays its caller's to dispose, since a
/// new epoch may still be refused; the group context is its encoding.
/// </summary>
/// <remarks>
/// <code>
///                       init_secret_[n-1]
///     commit_secret --> Extract, "joiner" = joiner_secret
/// psk_secret (or 0) --> Extract --> "welcome" = welcome_secret
///                                   "epoch"   = epoch_secret --> one secret a purpose, init_secret_[n]
/// </code>
/// </remarks>
public static class KeySchedule
{
    /// <summary>The secret that a Welcome carries to those who join.</summary>
    public static SecretBytes JoinerSecret(this Ciphersuite suite, SecretBytes initSecret, SecretBytes commitSecret,
        ReadOnlySpan<byte> groupContext)
    {
        ArgumentNullException.ThrowIfNull(initSecret);
        ArgumentNullException.ThrowIfNull(commitSecret);
        using var extracted = suite.Extract(initSecret.Reveal(), commitSecret.Reveal());
        return suite.ExpandWithLabel(extracted.Reveal(), "joiner"u8, groupContext);
    }

    /// <summary>The secret from which the GroupInfo in a Welcome is encrypted.</summary>
    public static SecretBytes WelcomeSecret(this Ciphersuite suite, SecretBytes joinerSecret, SecretBytes pskSecret)
    {
        using var member = MemberSecret(suite, joinerSecret, pskSecret);
        return suite.DeriveSecret(member.Reveal(), "welcome"u8);
    }

    /// <summary>The secrets of the epoch.</summary>
    public static EpochSecrets EpochSecrets(this Ciphersuite suite, SecretBytes joinerSecret, SecretBytes pskSecret,
        ReadOnlySpan<byte> groupContext)
    {
        using var member = MemberSecret(suite, joinerSecret, pskSecret);
        using var epochSecret = suite.ExpandWithLabel(member.Reveal(), "epoch"u8, groupContext);
        return new EpochSecrets(suite, epochSecret);
    }

    /// <summary>The secrets of a new group's first epoch, from nothing but chance: RFC 9420 §11.</summary>
    public static EpochSecrets FirstEpochSecrets(this Ciphersuite suite, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(suite);
        using var epochSecret = SecretBytes.Random(suite.Hash.HashBytes, random);
        return new EpochSecrets(suite, epochSecret);
    }

    /// <summary>KDF.Nh zeros: the commit secret without a path, the PSK secret without a PSK.</summary>
    public static SecretBytes ZeroSecret(this Ciphersuite suite)
    {
        ArgumentNullException.ThrowIfNull(suite);
        return SecretBytes.Allocate(suite.Hash.HashBytes, out _);
    }

    /// <summary>The value between joiner and epoch, which the RFC's picture leaves without a name.</summary>
    private static SecretBytes MemberSecret(Ciphersuite suite, SecretBytes joinerSecret, SecretBytes pskSecret)
    {
        ArgumentNullException.ThrowIfNull(joinerSecret);
        ArgumentNullException.ThrowIfNull(pskSecret);
        return suite.Extract(joinerSecret.Reveal(), pskSecret.Reveal());
    }
}
