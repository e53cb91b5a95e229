using System.Globalization;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Passphrases;

/// <summary>
/// A stored passphrase of an account, in the usual text form <c>$argon2id$v=19$m=19456,t=2,p=1$salt$hash</c>
/// (base64 without padding, 16 bytes of salt, 32 of hash).
/// </summary>
public static class PassphraseHash
{
    /// <summary>The longest text that is read.</summary>
    public const int CharactersMax = 128;

    private const int HashBytes = 32;

    /// <summary>The text to store; a fresh salt each time.</summary>
    public static string Create(Passphrase passphrase, Argon2Parameters parameters, IRandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> salt = stackalloc byte[Argon2Id.SaltBytes];
        random.Fill(salt);
        using var hash = Argon2Id.Derive(passphrase, salt, parameters, HashBytes);
        return string.Create(CultureInfo.InvariantCulture,
            $"$argon2id$v=19$m={parameters.MemoryKiB},t={parameters.Passes},p=1${Text(salt)}${Text(hash.Reveal())}");
    }

    /// <summary>
    /// Whether the passphrase is the stored one. A text of any other form is false, and costs nothing.
    /// </summary>
    public static bool Verify(string stored, Passphrase passphrase)
    {
        if (Parse(stored) is not { } parts)
            return false;
        using var hash = Argon2Id.Derive(passphrase, parts.Salt, parts.Parameters, HashBytes);
        return hash.FixedTimeEquals(parts.Hash);
    }

    /// <summary>Whether a stored text was made with other parameters than these (or is none at all).</summary>
    public static bool NeedsRehash(string stored, Argon2Parameters parameters) =>
        Parse(stored) is not { } parts || parts.Parameters != parameters;

    private static Parts? Parse(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Length > CharactersMax)
            return null;
        var fields = stored.Split('$');
        if (fields is not ["", "argon2id", "v=19", var costs, var salt, var hash])
            return null;
        if (costs.Split(',') is not [['m', '=', .. var memory], ['t', '=', .. var passes], "p=1"])
            return null;
        if (Number(memory) is not { } memoryKiB || Number(passes) is not { } passCount)
            return null;
        var parameters = new Argon2Parameters(memoryKiB, passCount);
        if (!parameters.AreWithinLimits)
            return null;
        return Bytes(salt, Argon2Id.SaltBytes) is { } saltBytes && Bytes(hash, HashBytes) is { } hashBytes
            ? new Parts(parameters, saltBytes, hashBytes)
            : null;
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == digits ? number : null;

    private static byte[]? Bytes(string text, int length)
    {
        var bytes = new byte[length];
        var padded = text + new string('=', (4 - text.Length % 4) % 4);
        return Convert.TryFromBase64String(padded, bytes, out var written) && written == length && Text(bytes) == text
            ? bytes : null;
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private sealed record Parts(Argon2Parameters Parameters, byte[] Salt, byte[] Hash);
}
