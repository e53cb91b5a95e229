using System.Security.Cryptography;
using Coulisse.Crypto.Kdf;
using static Coulisse.Crypto.Tests.WycheproofFile;

namespace Coulisse.Crypto.Tests.Kdf;

public sealed class Hashes_agree_with_Wycheproof
{
    public static TheoryData<string, int> Names => new() { { "sha256", 32 }, { "sha384", 48 }, { "sha512", 64 } };

    [Theory]
    [MemberData(nameof(Names))]
    public void Hkdf(string name, int hashBytes) => Run($"hkdf_{name}_test.json", (_, test) =>
    {
        var hash = Of(hashBytes);
        var output = new byte[test.GetProperty("size").GetInt32()];
        Span<byte> pseudoRandomKey = stackalloc byte[hashBytes];
        hash.Extract(test.Bytes("salt"), test.Bytes("ikm"), pseudoRandomKey);
        try
        {
            hash.Expand(pseudoRandomKey, test.Bytes("info"), output);
        }
        catch (ArgumentOutOfRangeException) // More than 255 blocks: a caller's fault, not a peer's.
        {
            return Answer.Refused;
        }
        Assert.Equal(test.Bytes("okm"), output);
        return Answer.Right;
    });

    /// <summary>Tags cut to half their length are no MACs of ours; the cases of full length all run.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Hmac(string name, int hashBytes) => Run($"hmac_{name}_test.json", (group, test) =>
    {
        if (group.GetProperty("tagSize").GetInt32() != hashBytes * 8)
            return Answer.NotOurs;
        var mac = new byte[hashBytes];
        Of(hashBytes).Hmac(test.Bytes("key"), test.Bytes("msg"), mac);
        return CryptographicOperations.FixedTimeEquals(mac, test.Bytes("tag")) ? Answer.Right : Answer.Refused;
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hash_in_parts_is_the_hash_of_the_whole(string name, int hashBytes)
    {
        var hash = Of(hashBytes);
        using var parts = hash.Start();
        parts.AppendData("one "u8);
        parts.AppendData("two"u8);
        var whole = new byte[hashBytes];
        hash.Hash("one two"u8, whole);
        Assert.Equal(whole, parts.GetHashAndReset());
        Assert.Equal(name, hash.ToString(), ignoreCase: true);
        Assert.Throws<ArgumentException>(() => hash.Hash("one two"u8, new byte[hashBytes - 1]));
    }

    [Fact]
    public void Long_inputs_expand_as_short_ones_do()
    {
        var info = Enumerable.Range(0, 5000).Select(one => (byte)(one % 251)).ToArray();
        var key = new byte[32];
        var output = new byte[100];
        HashFunction.Sha256.Expand(key, info, output);
        Assert.Equal(HKDF.Expand(HashAlgorithmName.SHA256, key, 100, info), output);
    }

    private static HashFunction Of(int hashBytes) => hashBytes switch
    {
        32 => HashFunction.Sha256,
        48 => HashFunction.Sha384,
        _ => HashFunction.Sha512,
    };
}
