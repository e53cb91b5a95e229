using System.Text;
using System.Text.Unicode;

namespace Coulisse.Wire.Credence;

/// <summary>
/// A seal's public key as a small text to hand on: heading, party, key, and the fingerprint for people. It proves
/// nothing; what is compared by voice is the fingerprint, which a reader computes again from the key.
/// </summary>
public static class SealPublicFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int BytesMax = 1024;

    private const string Heading = "COULISSE SEAL 1";

    /// <summary>The file for a seal.</summary>
    public static byte[] Write(string party, SealPublicKey key) => Encoding.UTF8.GetBytes(
        $"{Heading}\nParty: {party}\nKey: {key}\nFingerprint: {SealFingerprint.Of(key)}\n");

    /// <summary>The key; null unless the file is of exactly this form and its fingerprint is the key's.</summary>
    public static SealPublicKey? Read(ReadOnlySpan<byte> file) => ReadMark(file)?.Seal;

    /// <summary>The party by name and key; null as above.</summary>
    public static PartyMark? ReadMark(ReadOnlySpan<byte> file)
    {
        if (file.Length > BytesMax || !Utf8.IsValid(file))
            return null;
        var lines = Encoding.UTF8.GetString(file).Split('\n');
        if (lines is not [Heading, ['P', 'a', 'r', 't', 'y', ':', ' ', .. var party],
            ['K', 'e', 'y', ':', ' ', .. var digits], _, ""])
            return null;
        return SealPublicKey.FromHex(digits) is { } key && PartyRules.IsName(party)
            && Write(party, key).AsSpan().SequenceEqual(file)
            ? new(party, key)
            : null;
    }
}
