using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Kdf;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;

namespace Coulisse.Mls.Schedule;

/// <summary>
/// The secrets of one epoch, one a purpose (RFC 9420 §8), each erasable by itself and all of them on Dispose. What they
/// are for are methods here; the bytes leave this library only in a snapshot.
/// </summary>
public sealed class EpochSecrets : IDisposable
{
    private readonly Ciphersuite suite;

    /// <summary>Derives all of them; the caller disposes the epoch secret.</summary>
    internal EpochSecrets(Ciphersuite suite, SecretBytes epochSecret)
    {
        SecretBytes Derive(ReadOnlySpan<byte> label) => suite.DeriveSecret(epochSecret.Reveal(), label);
        this.suite = suite;
        SenderData = Derive("sender data"u8);
        Encryption = Derive("encryption"u8);
        Exporter = Derive("exporter"u8);
        External = Derive("external"u8);
        Confirmation = Derive("confirm"u8);
        Membership = Derive("membership"u8);
        Resumption = Derive("resumption"u8);
        Authenticator = Derive("authentication"u8);
        Init = Derive("init"u8);
    }

    private EpochSecrets(Ciphersuite suite, Func<SecretBytes> next)
    {
        this.suite = suite;
        SenderData = next();
        Encryption = next();
        Exporter = next();
        External = next();
        Confirmation = next();
        Membership = next();
        Resumption = next();
        Authenticator = next();
        Init = next();
    }

    /// <summary>sender_data_secret: hides who sent a private message.</summary>
    internal SecretBytes SenderData { get; }

    /// <summary>encryption_secret: the root of the secret tree, which takes a copy; erase this one then.</summary>
    internal SecretBytes Encryption { get; }

    /// <summary>exporter_secret.</summary>
    internal SecretBytes Exporter { get; }

    /// <summary>external_secret.</summary>
    internal SecretBytes External { get; }

    /// <summary>confirmation_key.</summary>
    internal SecretBytes Confirmation { get; }

    /// <summary>membership_key.</summary>
    internal SecretBytes Membership { get; }

    /// <summary>resumption_psk.</summary>
    internal SecretBytes Resumption { get; }

    /// <summary>epoch_authenticator.</summary>
    internal SecretBytes Authenticator { get; }

    /// <summary>init_secret for the next epoch.</summary>
    internal SecretBytes Init { get; }

    /// <summary>MLS-Exporter (RFC 9420 §8.5): a secret for a purpose outside; the caller disposes it.</summary>
    public SecretBytes Export(ReadOnlySpan<byte> label, ReadOnlySpan<byte> context, int length)
    {
        Span<byte> hash = stackalloc byte[HashFunction.HashBytesMax];
        hash = hash[..suite.Hash.HashBytes];
        suite.Hash.Hash(context, hash);
        using var derived = suite.DeriveSecret(Exporter.Reveal(), label);
        var exported = SecretBytes.Allocate(length, out var content);
        suite.ExpandWithLabel(derived.Reveal(), "exported"u8, hash, content);
        return exported;
    }

    /// <summary>What two members compare to know that nobody stands between them: RFC 9420 §8.7.</summary>
    public SecretBytes EpochAuthenticator() => SecretBytes.CopyOf(Authenticator.Reveal());

    /// <summary>The key pair that the whole group holds: RFC 9420 §8.</summary>
    public HpkePrivateKey ExternalKeyPair() => suite.Hpke.Kem.DeriveKeyPair(External.Reveal());

    /// <summary>confirmation_tag (RFC 9420 §6.1), over the confirmed transcript hash.</summary>
    public Opaque ConfirmationTag(ReadOnlySpan<byte> confirmedTranscriptHash) =>
        suite.Mac(Confirmation, confirmedTranscriptHash);

    /// <summary>In constant time whether <paramref name="tag"/> is the confirmation tag.</summary>
    public bool VerifyConfirmationTag(ReadOnlySpan<byte> confirmedTranscriptHash, ReadOnlySpan<byte> tag) =>
        suite.VerifyMac(Confirmation, confirmedTranscriptHash, tag);

    /// <summary>membership_tag (RFC 9420 §6.2), over the encoded AuthenticatedContentTBM.</summary>
    public Opaque MembershipTag(ReadOnlySpan<byte> authenticatedContentTbm) =>
        suite.Mac(Membership, authenticatedContentTbm);

    /// <summary>In constant time whether <paramref name="tag"/> is the membership tag.</summary>
    public bool VerifyMembershipTag(ReadOnlySpan<byte> authenticatedContentTbm, ReadOnlySpan<byte> tag) =>
        suite.VerifyMac(Membership, authenticatedContentTbm, tag);

    /// <summary>
    /// A copy of what reading late messages takes and, if asked for, of the resumption key; of nothing else. To be
    /// disposed by itself.
    /// </summary>
    internal EpochSecrets ForLateMessages(bool withResumption)
    {
        var kept = new Queue<SecretBytes>(InOrder());
        return new EpochSecrets(suite, () =>
        {
            var secret = kept.Dequeue();
            var keep = secret == SenderData || (secret == Resumption && withResumption);
            var copy = SecretBytes.CopyOf(keep ? secret.Reveal() : default);
            if (!keep)
                copy.Dispose();
            return copy;
        });
    }

    /// <summary>Erases all that are left.</summary>
    public void Dispose()
    {
        foreach (var secret in InOrder())
            secret.Dispose();
    }

    /// <summary>Appends the secrets, for a snapshot; an erased one as no bytes.</summary>
    internal void Save(ref ScratchWriter output)
    {
        foreach (var secret in InOrder())
            output.WriteVector(secret.IsErased ? default : secret.Reveal());
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    internal static EpochSecrets Load(Ciphersuite suite, ref TlsReader reader)
    {
        var read = new Queue<SecretBytes>();
        for (var left = 9; left > 0; left--)
        {
            var secret = SecretBytes.CopyOf(reader.ReadVector(suite.Hash.HashBytes));
            if (secret.Length == 0)
                secret.Dispose();
            read.Enqueue(secret);
        }
        return new EpochSecrets(suite, read.Dequeue);
    }

    private SecretBytes[] InOrder() =>
        [SenderData, Encryption, Exporter, External, Confirmation, Membership, Resumption, Authenticator, Init];
}
