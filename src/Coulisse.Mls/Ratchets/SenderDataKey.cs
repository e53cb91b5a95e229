using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;

namespace Coulisse.Mls.Ratchets;

/// <summary>
/// The key that hides who sent a message, from the epoch's sender_data_secret and a sample of the content's ciphertext:
/// RFC 9420 §6.3.2.
/// </summary>
public static class SenderDataKey
{
    /// <summary>Fills key and nonce; the sample is the first KDF.Nh bytes of the ciphertext, or all of it.</summary>
    public static void Derive(Ciphersuite suite, SecretBytes senderDataSecret, ReadOnlySpan<byte> ciphertext,
        Span<byte> key, Span<byte> nonce)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(senderDataSecret);
        var sample = ciphertext[..Math.Min(ciphertext.Length, suite.Hash.HashBytes)];
        suite.ExpandWithLabel(senderDataSecret.Reveal(), "key"u8, sample, key);
        suite.ExpandWithLabel(senderDataSecret.Reveal(), "nonce"u8, sample, nonce);
    }
}
