using Coulisse.Crypto.Kdf;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Hpke;

/// <summary>
/// LabeledExtract and LabeledExpand of RFC 9180 §4: HKDF that knows which suite and which step it is for.
/// </summary>
internal sealed class LabeledKdf(HashFunction hash, byte[] suiteId)
{
    private const int UsualInputBytes = 512;

    private static ReadOnlySpan<byte> Version => "HPKE-v1"u8;

    internal int HashBytes => hash.HashBytes;

    /// <summary>labeled_ikm = concat("HPKE-v1", suite_id, label, ikm); Extract(salt, labeled_ikm).</summary>
    internal void Extract(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> label, ReadOnlySpan<byte> keyMaterial,
        Span<byte> pseudoRandomKey)
    {
        var input = new ScratchWriter(stackalloc byte[UsualInputBytes]);
        try
        {
            input.WriteFixed(Version);
            input.WriteFixed(suiteId);
            input.WriteFixed(label);
            input.WriteFixed(keyMaterial);
            hash.Extract(salt, input.Written, pseudoRandomKey);
        }
        finally
        {
            input.Dispose();
        }
    }

    /// <summary>
    /// labeled_info = concat(I2OSP(L, 2), "HPKE-v1", suite_id, label, info); Expand(prk, labeled_info, L).
    /// </summary>
    internal void Expand(ReadOnlySpan<byte> pseudoRandomKey, ReadOnlySpan<byte> label, ReadOnlySpan<byte> info,
        Span<byte> output)
    {
        var input = new ScratchWriter(stackalloc byte[UsualInputBytes]);
        try
        {
            input.WriteUInt16((ushort)output.Length);
            input.WriteFixed(Version);
            input.WriteFixed(suiteId);
            input.WriteFixed(label);
            input.WriteFixed(info);
            hash.Expand(pseudoRandomKey, input.Written, output);
        }
        finally
        {
            input.Dispose();
        }
    }
}
