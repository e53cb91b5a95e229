using System.Text;
using Coulisse.Crypto.Codec;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Values;

namespace Coulisse.Desk.Vault;

/// <summary>
/// Texts that this desk is bound to and has not shown yet, by the hash that bound it. They are kept before the hash
/// leaves, and stay: what was shown must still be there to be handed to the page.
/// </summary>
/// <remarks><code>struct { opaque salt[32]; opaque text[the rest]; }    // text: UTF-8</code></remarks>
internal sealed class BoundTexts(IVault vault)
{
    internal void Keep(Octets commitment, Octets salt, string text) => vault.Put(VaultTable.BoundTexts,
        Opaque.CopyOf(commitment.Span), [.. salt.Span, .. Encoding.UTF8.GetBytes(text)]);

    /// <summary>The salt and the text; null if another desk, or nobody of ours, is bound so.</summary>
    internal (Octets Salt, string Text)? Find(Octets commitment)
    {
        using var record = vault.Get(VaultTable.BoundTexts, Opaque.CopyOf(commitment.Span));
        return record is null ? null : (Octets.CopyOf(record.Reveal()[..ActLimits.SaltBytes]),
            Encoding.UTF8.GetString(record.Reveal()[ActLimits.SaltBytes..]));
    }

    /// <summary>It bound nobody.</summary>
    internal void Forget(Octets commitment) =>
        vault.Remove(VaultTable.BoundTexts, Opaque.CopyOf(commitment.Span));
}
