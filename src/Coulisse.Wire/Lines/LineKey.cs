using System.Buffers;
using System.Security.Cryptography;
using Coulisse.Crypto.Agreement;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Secrets;
using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Lines;

/// <summary>
/// What two stations authenticate their entries and standings with: a key that both derive from the accreditations in
/// their letters. Not a signature, on purpose: a station's signature on ciphertext would convict an author whose words
/// were off the record. Wiped on Dispose.
/// </summary>
public sealed class LineKey : IDisposable
{
    /// <summary>The length of a code, in bytes.</summary>
    public const int MacBytes = 32;

    private readonly SecretBytes key;

    private LineKey(SecretBytes key, LineTerm term) => (this.key, Term) = (key, term);

    /// <summary>The pair of accreditations that it follows from.</summary>
    public LineTerm Term { get; }

    /// <summary>
    /// The key between these two stations; null if the other's key is of small order, or they are of one party.
    /// </summary>
    /// <param name="own">The private half of the station's own key for lines.</param>
    /// <param name="ownStation">The own station's accreditation, with that key in it.</param>
    /// <param name="otherStation">The other station's, as its letter gave it.</param>
    /// <exception cref="ArgumentException">The own accreditation does not have the own key.</exception>
    public static LineKey? Derive(
        HpkePrivateKey own, Sealed<Accreditation> ownStation, Sealed<Accreditation> otherStation)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(ownStation);
        ArgumentNullException.ThrowIfNull(otherStation);
        if (!ownStation.Content.KeysFor(KeyPurpose.StationLine).Contains(own.PublicKey.Value))
            throw new ArgumentException("The key is not the one of the accreditation.", nameof(own));
        if (ownStation.By.Party == otherStation.By.Party
            || !otherStation.Content.KeysFor(KeyPurpose.StationLine).Any())
            return null;
        var purpose = Purpose(ownStation, otherStation);
        var other = new HpkePublicKey(otherStation.Content.KeysFor(KeyPurpose.StationLine).Single());
        var term = new LineTerm(Opaque.CopyOf(SHA256.HashData(purpose).AsSpan(0, LineTerm.Bytes)));
        return StaticAgreement.Derive(own, other, purpose) is { } key ? new(key, term) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    /// <summary>The term, never the key.</summary>
    public override string ToString() => $"line key of term {Term}";

    internal Opaque Authenticate(ReadOnlySpan<byte> label, Opaque hash)
    {
        var mac = new byte[MacBytes];
        Compute(label, hash, mac);
        return Opaque.Owning(mac);
    }

    internal bool Verify(ReadOnlySpan<byte> label, Opaque hash, ReadOnlySpan<byte> mac)
    {
        Span<byte> expected = stackalloc byte[MacBytes];
        Compute(label, hash, expected);
        return CryptographicOperations.FixedTimeEquals(expected, mac);
    }

    private void Compute(ReadOnlySpan<byte> label, Opaque hash, Span<byte> mac)
    {
        var content = new ArrayBufferWriter<byte>(label.Length + hash.Length + 2);
        var writer = new TlsWriter(content);
        writer.WriteVector(label);
        writer.WriteVector(hash);
        HMACSHA256.HashData(key.Reveal(), content.WrittenSpan, mac);
    }

    // Side A's accreditation first, so that both stations write the same.
    private static byte[] Purpose(Sealed<Accreditation> one, Sealed<Accreditation> other)
    {
        var parties = LineParties.Of(one.By.Party, other.By.Party);
        var (a, b) = parties.A == one.By.Party ? (one, other) : (other, one);
        var purpose = new ArrayBufferWriter<byte>();
        var writer = new TlsWriter(purpose);
        writer.WriteVector("Coulisse 1.0 line key"u8);
        parties.Id.Write(writer);
        writer.WriteFixed(a.Entry.Hash().Span);
        writer.WriteFixed(b.Entry.Hash().Span);
        return purpose.WrittenSpan.ToArray();
    }
}
