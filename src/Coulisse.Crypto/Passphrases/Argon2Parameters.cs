namespace Coulisse.Crypto.Passphrases;

/// <summary>
/// What one Argon2id computation (RFC 9106) costs: memory in KiB and passes; one lane, as libsodium has it.
/// </summary>
/// <remarks>The limits bound what a hostile file or database row can make us spend.</remarks>
public readonly record struct Argon2Parameters(int MemoryKiB, int Passes)
{
    /// <summary>The least memory, in KiB.</summary>
    public const int MemoryKiBMin = 8;

    /// <summary>The most memory, in KiB: 1 GiB.</summary>
    public const int MemoryKiBMax = 1024 * 1024;

    /// <summary>The most passes.</summary>
    public const int PassesMax = 16;

    /// <summary>
    /// For a key file opened by a person at a desk, seldom: 256 MiB, 3 passes (about 0.6 s on one core).
    /// </summary>
    public static Argon2Parameters KeyFile => new(256 * 1024, 3);

    /// <summary>For signing in to an account, often: 19 MiB, 2 passes (about 20 ms on one core).</summary>
    public static Argon2Parameters Account => new(19 * 1024, 2);

    /// <summary>Whether both numbers are within the limits.</summary>
    public bool AreWithinLimits =>
        MemoryKiB is >= MemoryKiBMin and <= MemoryKiBMax && Passes is >= 1 and <= PassesMax;
}
