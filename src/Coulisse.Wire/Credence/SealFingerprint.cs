using System.Globalization;
using System.Numerics;
using System.Text;
using Coulisse.Crypto.Passphrases;

namespace Coulisse.Wire.Credence;

/// <summary>
/// What people read aloud to know a seal: 40 decimal digits (132 bits) of a slow hash over the public key alone, so
/// that making another key with nearly the same digits costs 64 MiB and three passes for every try.
/// </summary>
public sealed record SealFingerprint
{
    /// <summary>How many digits.</summary>
    public const int DigitCount = 40;

    private const int DigitsPerGroup = 5;
    private const int HashBytes = 64; // 512 bits, so that the remainder below is even to one part in 2^379.

    private static readonly Argon2Parameters Cost = new(MemoryKiB: 64 * 1024, Passes: 3);

    private SealFingerprint(string digits) => Digits = digits;

    private static ReadOnlySpan<byte> Salt => "CoulisseSealFpr1"u8;

    /// <summary>The digits without spaces.</summary>
    public string Digits { get; }

    /// <summary>
    /// The fingerprint of a key. Takes about a tenth of a second and 64 MiB; the answer never changes.
    /// </summary>
    public static SealFingerprint Of(SealPublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Span<byte> hash = stackalloc byte[HashBytes];
        Argon2Id.Compute(key.Key.Value.Span, Salt, Cost, hash);
        var number = new BigInteger(hash, isUnsigned: true, isBigEndian: true) % BigInteger.Pow(10, DigitCount);
        return new(number.ToString(CultureInfo.InvariantCulture).PadLeft(DigitCount, '0'));
    }

    /// <summary>
    /// Reads what a person typed: decimal digits of any script (as ٠١٢ or ०१२), in groups or not. Spaces, line ends,
    /// hyphens, dots and marks of direction do not count; anything else, or another number of digits, is null.
    /// </summary>
    public static SealFingerprint? Parse(ReadOnlySpan<char> typed)
    {
        if (typed.Length > DigitCount * 8)
            return null;
        var digits = new StringBuilder(DigitCount);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
                digits.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else if (!IsPassedOver(rune))
                return null;
        }
        return digits.Length == DigitCount ? new(digits.ToString()) : null;
    }

    /// <summary>Eight groups of five digits.</summary>
    public override string ToString() =>
        string.Join(' ', Digits.Chunk(DigitsPerGroup).Select(group => new string(group)));

    private static bool IsPassedOver(Rune rune) =>
        Rune.IsWhiteSpace(rune) || rune.Value is '-' or '.' or '\u200e' or '\u200f' or '\u061c' or '\u2011' or '\u2013';
}
