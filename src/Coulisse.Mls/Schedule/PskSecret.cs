using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;

namespace Coulisse.Mls.Schedule;

/// <summary>psk_secret, from all pre-shared keys of a commit in their order: RFC 9420 §8.4.</summary>
public static class PskSecret
{
    /// <summary>The combined secret, which the caller disposes; KDF.Nh zeros if there is no key.</summary>
    public static SecretBytes CombinePsks(this Ciphersuite suite, IReadOnlyList<InjectedPsk> psks)
    {
        ArgumentNullException.ThrowIfNull(psks);
        var combined = suite.ZeroSecret();
        for (var index = 0; index < psks.Count; index++)
        {
            using var before = combined;
            using var input = Input(suite, psks[index], (ushort)index, (ushort)psks.Count);
            combined = suite.Extract(input.Reveal(), before.Reveal());
        }
        return combined;
    }

    /// <summary>
    /// psk_input = ExpandWithLabel(Extract(0, psk), "derived psk", PSKLabel), with
    /// <code>struct { PreSharedKeyID id; uint16 index; uint16 count; } PSKLabel;</code>
    /// </summary>
    private static SecretBytes Input(Ciphersuite suite, InjectedPsk psk, ushort index, ushort count)
    {
        using var zero = suite.ZeroSecret();
        using var extracted = suite.Extract(zero.Reveal(), psk.Secret.Reveal());
        var label = new ScratchWriter(stackalloc byte[256]);
        try
        {
            label.WriteFixed(psk.Id.Span);
            label.WriteUInt16(index);
            label.WriteUInt16(count);
            return suite.ExpandWithLabel(extracted.Reveal(), "derived psk"u8, label.Written);
        }
        finally
        {
            label.Dispose();
        }
    }
}
