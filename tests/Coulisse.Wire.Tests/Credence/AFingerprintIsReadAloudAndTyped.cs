using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Tests.Credence;

public sealed class AFingerprintIsReadAloudAndTyped
{
    private static readonly SealPublicKey Key = SealPublicKey.FromHex(new string('a', 64))!;

    [Fact]
    public void It_is_eight_groups_of_five_digits_and_never_changes() =>
        Assert.Equal(Frozen, SealFingerprint.Of(Key).ToString());

    [Theory]
    [InlineData("{0}")]
    [InlineData("  {0}\n")]
    [InlineData("\u200f{0}")]
    public void Spaces_and_marks_of_direction_do_not_count(string form) =>
        Assert.Equal(SealFingerprint.Of(Key),
            SealFingerprint.Parse(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Frozen)));

    [Fact]
    public void Digits_of_other_scripts_count_as_their_value()
    {
        foreach (var zero in new[] { '\u0660', '\u06f0', '\u0966' })
            Assert.Equal(SealFingerprint.Of(Key),
                SealFingerprint.Parse(
                string.Concat(Frozen.Select(c => char.IsAsciiDigit(c) ? (char)(zero + c - '0') : '-'))));
    }

    [Fact]
    public void A_digit_more_less_or_other_is_not_the_same()
    {
        Assert.Null(SealFingerprint.Parse(Frozen.AsSpan(1)));
        Assert.Null(SealFingerprint.Parse(Frozen + "0"));
        Assert.Null(SealFingerprint.Parse(Frozen.Replace(' ', 'o')));
        var other = (Frozen[0] == '1' ? '2' : '1') + Frozen[1..];
        Assert.NotEqual(SealFingerprint.Of(Key), SealFingerprint.Parse(other));
    }

    [Fact]
    public void A_public_file_gives_its_key_and_is_refused_when_its_fingerprint_is_another()
    {
        var file = SealPublicFile.Write("Aldermark", Key);
        Assert.Equal(Key, SealPublicFile.Read(file));
        var index = file.AsSpan().IndexOf("Fingerprint: "u8) + 14;
        file[index] = file[index] == '1' ? (byte)'2' : (byte)'1';
        Assert.Null(SealPublicFile.Read(file));
        Assert.Null(SealPublicFile.Read("COULISSE SEAL 1\n"u8));
    }

    // Computed with the Argon2 authors' own program and Python, from the definition in protocol/seal.md.
    private const string Frozen = "36412 49206 64976 67568 18492 61595 70424 58645";
}
