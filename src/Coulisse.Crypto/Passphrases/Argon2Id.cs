using System.Security.Cryptography;
using Coulisse.Crypto.Native;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Passphrases;

/// <summary>
/// Argon2id, version 1.3 (RFC 9106), one lane: makes each guess at a passphrase cost memory and time.
/// </summary>
public static class Argon2Id
{
    /// <summary>The length of a salt.</summary>
    public const int SaltBytes = 16;

    /// <summary>The least output, in bytes.</summary>
    public const int OutputBytesMin = 16;

    /// <summary>Derives a secret of <paramref name="length"/> bytes from a passphrase.</summary>
    /// <exception cref="ArgumentException">Parameters beyond their limits, or a salt of another length.</exception>
    /// <exception cref="InsufficientMemoryException">The machine cannot give the memory asked for.</exception>
    public static SecretBytes Derive(Passphrase passphrase, ReadOnlySpan<byte> salt, Argon2Parameters parameters,
        int length)
    {
        ArgumentNullException.ThrowIfNull(passphrase);
        var saltCopy = salt.ToArray();
        return SecretBytes.Create(length, output => Compute(passphrase.Utf8, saltCopy, parameters, output));
    }

    /// <summary>The same over public bytes: a slow hash, for a fingerprint that people compare.</summary>
    public static void Compute(ReadOnlySpan<byte> input, ReadOnlySpan<byte> salt, Argon2Parameters parameters,
        Span<byte> output)
    {
        if (salt.Length != SaltBytes)
            throw new ArgumentException($"A salt has {SaltBytes} bytes.", nameof(salt));
        if (!parameters.AreWithinLimits)
            throw new ArgumentException("The parameters are beyond their limits.", nameof(parameters));
        if (output.Length < OutputBytesMin)
            throw new ArgumentException($"At least {OutputBytesMin} bytes are derived.", nameof(output));
        Sodium.Ready();
        if (Sodium.crypto_pwhash(output, (ulong)output.Length, input, (ulong)input.Length, salt,
                (ulong)parameters.Passes, (nuint)parameters.MemoryKiB * 1024, Sodium.PwhashAlgArgon2Id13) == 0)
            return;
        CryptographicOperations.ZeroMemory(output);
        throw new InsufficientMemoryException(
            $"Argon2id needs {parameters.MemoryKiB / 1024} MiB of memory, which this machine did not give.");
    }
}
