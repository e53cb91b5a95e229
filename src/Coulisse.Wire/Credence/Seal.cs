using Coulisse.Crypto.Secrets;
using Coulisse.Crypto.Signatures;

namespace Coulisse.Wire.Credence;

/// <summary>A party's seal, open and able to sign; wiped on Dispose. It signs only entries of its chain.</summary>
public sealed class Seal : IDisposable
{
    private readonly SignaturePrivateKey key;

    private Seal(string party, SignaturePrivateKey key)
    {
        Party = party;
        this.key = key;
        PublicKey = new SealPublicKey(key.PublicKey);
    }

    /// <summary>The party's name.</summary>
    public string Party { get; }

    /// <summary>What others check its signatures with.</summary>
    public SealPublicKey PublicKey { get; }

    /// <summary>A fresh seal for a party.</summary>
    /// <exception cref="ArgumentException">The name breaks <see cref="PartyRules"/>.</exception>
    public static Seal Generate(string party, IRandomSource random)
    {
        using var seed = SecretBytes.Random(SignaturePrivateKey.SeedBytes, random);
        return FromSeed(party, seed.Reveal());
    }

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    internal static Seal FromSeed(string party, ReadOnlySpan<byte> seed)
    {
        if (!PartyRules.IsName(party))
            throw new ArgumentException("This is no name of a party.", nameof(party));
        return new Seal(party, SignaturePrivateKey.FromSeed(seed));
    }

    internal SecretBytes CopySeed() => key.CopySeed();

    internal SealEntry Sign(SealEntryContent content) => SealEntry.Sign(content, key);
}
