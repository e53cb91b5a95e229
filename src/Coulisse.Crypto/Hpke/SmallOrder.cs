namespace Coulisse.Crypto.Hpke;

/// <summary>
/// The points of X25519 with which every secret is zero (RFC 7748 §6.1): 0, 1, the two of order 8, p - 1, and the first
/// two written once more as p and p + 1. The highest bit of a point is passed over, as RFC 7748 §5 has it.
/// </summary>
internal static class SmallOrder
{
    private const int PointBytes = 32;

    private static readonly byte[][] Points =
    [
        new byte[PointBytes],
        Convert.FromHexString("0100000000000000000000000000000000000000000000000000000000000000"),
        Convert.FromHexString("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
        Convert.FromHexString("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
        Convert.FromHexString("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
        Convert.FromHexString("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
        Convert.FromHexString("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
    ];

    /// <summary>Whether this is one of them; it has 32 bytes. Public keys only: not in constant time.</summary>
    internal static bool Holds(ReadOnlySpan<byte> point)
    {
        foreach (var one in Points)
            if (point[..^1].SequenceEqual(one.AsSpan(..^1)) && (point[^1] & 0x7f) == one[^1])
                return true;
        return false;
    }
}
