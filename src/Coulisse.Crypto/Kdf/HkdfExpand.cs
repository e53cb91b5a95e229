using System.Security.Cryptography;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Kdf;

/// <summary>
/// RFC 5869 §2.3 over one-call HMACs: .NET's own goes through an incremental object, which costs more than the hash.
/// </summary>
internal static class HkdfExpand
{
    private const int UsualInfoBytes = 256;

    internal static void Into(Span<byte> output, HashFunction hash, ReadOnlySpan<byte> pseudoRandomKey,
        ReadOnlySpan<byte> info)
    {
        Span<byte> block = stackalloc byte[HashFunction.HashBytesMax];
        block = block[..hash.HashBytes];
        var previous = 0; // T(0) is empty.
        try
        {
            for (byte counter = 1; !output.IsEmpty; counter++)
            {
                Next(hash, pseudoRandomKey, block[..previous], info, counter, block);
                var take = Math.Min(block.Length, output.Length);
                block[..take].CopyTo(output);
                output = output[take..];
                previous = block.Length;
                if (counter == byte.MaxValue)
                    break;
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(block);
        }
    }

    /// <summary>T(n) = HMAC(PRK, T(n - 1) | info | n); the previous block may be where the next one goes.</summary>
    private static void Next(HashFunction hash, ReadOnlySpan<byte> pseudoRandomKey, ReadOnlySpan<byte> previous,
        ReadOnlySpan<byte> info, byte counter, Span<byte> block)
    {
        var input = new ScratchWriter(stackalloc byte[HashFunction.HashBytesMax + UsualInfoBytes + 1]);
        try
        {
            input.WriteFixed(previous);
            input.WriteFixed(info);
            input.WriteUInt8(counter);
            hash.Hmac(pseudoRandomKey, input.Written, block);
        }
        finally
        {
            input.Dispose();
        }
    }
}
