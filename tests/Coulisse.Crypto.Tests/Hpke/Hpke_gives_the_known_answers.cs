using System.Text.Json;
using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Hpke;
using Coulisse.Crypto.Kdf;

namespace Coulisse.Crypto.Tests.Hpke;

public sealed class Hpke_gives_the_known_answers
{
    /// <summary>
    /// The vectors of the HPKE draft for post-quantum KEMs: the KEM wherever we have it, and all of HPKE where we have
    /// hash and cipher too. Ours seals one message a context, so the first encryption of each vector is compared.
    /// </summary>
    [Fact]
    public void Every_vector_of_a_KEM_of_ours()
    {
        using var file = SharedData.Open("hpke-pq-vectors.json");
        var (held, kems, whole) = (0, 0, 0);
        foreach (var test in file.RootElement.EnumerateArray())
        {
            held++;
            if (KemOf(test) is not { } kem)
                continue;
            CheckKem(kem, test);
            kems++;
            if (SuiteOf(kem, test) is not { } suite)
                continue;
            CheckWhole(suite, test);
            whole++;
        }
        Console.WriteLine($"hpke-pq-vectors.json: holds {held} cases, ran {kems} KEMs, {whole} of them whole");
        Assert.Equal((3, 1), (kems, whole));
    }

    /// <summary>RFC 9180 A.1.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode.</summary>
    [Fact]
    public void The_first_setting_of_RFC_9180()
    {
        var suite = new HpkeSuite(Kem.X25519, HashFunction.Sha256, AeadAlgorithm.Aes128Gcm);
        using var key = Kem.X25519.DeriveKeyPair(
            Convert.FromHexString("6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037"));
        Assert.Equal("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d", key.PublicKey.ToString());
        var random = new FixedRandom(
            Convert.FromHexString("7268600d403fce431561aef583ee1613527cff655c1343f29812e66706df3234"));
        var made = suite.Seal(key.PublicKey, "Ode on a Grecian Urn"u8, "Count-0"u8,
            "Beauty is truth, truth beauty"u8, random)!;
        Assert.Equal("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431", made.KemOutput.ToString());
        Assert.Equal("f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a",
            made.Ciphertext.ToString());
    }

    private static void CheckKem(Kem kem, JsonElement test)
    {
        using var key = kem.DeriveKeyPair(test.Bytes("ikmR"));
        using var secret = key.CopySecret();
        Assert.Equal(test.Bytes("skRm"), secret.Reveal());
        Assert.Equal(test.Bytes("pkRm"), key.PublicKey.Value.ToArray());
        var (shared, encapsulation) = (new byte[Kem.SharedSecretBytes], new byte[kem.EncapsulationBytes]);
        Assert.True(kem.TryEncapsulate(key.PublicKey, new FixedRandom(test.Bytes("ikmE")), shared, encapsulation));
        Assert.Equal(test.Bytes("enc"), encapsulation);
        Assert.Equal(test.Bytes("shared_secret"), shared);
        shared.AsSpan().Clear();
        Assert.True(kem.TryDecapsulate(key, encapsulation, shared));
        Assert.Equal(test.Bytes("shared_secret"), shared);
    }

    private static void CheckWhole(HpkeSuite suite, JsonElement test)
    {
        using var key = HpkePrivateKey.From(suite.Kem, test.Bytes("skRm"))!;
        var first = test.GetProperty("encryptions")[0];
        var made = suite.Seal(key.PublicKey, test.Bytes("info"), first.Bytes("aad"), first.Bytes("pt"),
            new FixedRandom(test.Bytes("ikmE")))!;
        Assert.Equal(test.Bytes("enc"), made.KemOutput.ToArray());
        Assert.Equal(first.Bytes("ct"), made.Ciphertext.ToArray());
        using var opened = suite.Open(key, test.Bytes("info"), first.Bytes("aad"), made);
        Assert.Equal(first.Bytes("pt"), opened!.Reveal());
        foreach (var export in test.GetProperty("exports").EnumerateArray())
            CheckExport(suite, key, test, export);
    }

    private static void CheckExport(HpkeSuite suite, HpkePrivateKey key, JsonElement test, JsonElement export)
    {
        var (context, length) = (export.Bytes("exporter_context"), export.GetProperty("L").GetInt32());
        using var sent = suite.ExportTo(key.PublicKey, test.Bytes("info"), context, length,
            new FixedRandom(test.Bytes("ikmE")))!;
        Assert.Equal(export.Bytes("exported_value"), sent.Secret.Reveal());
        using var received = suite.ExportFrom(key, Opaque.CopyOf(test.Bytes("enc")), test.Bytes("info"), context,
            length)!;
        Assert.Equal(export.Bytes("exported_value"), received.Reveal());
    }

    private static Kem? KemOf(JsonElement test) => test.GetProperty("kem_id").GetInt32() switch
    {
        0x0020 => Kem.X25519,
        0x647a => Kem.XWing,
        _ => null,
    };

    private static HpkeSuite? SuiteOf(Kem kem, JsonElement test)
    {
        HashFunction? hash = test.GetProperty("kdf_id").GetInt32() switch
        {
            1 => HashFunction.Sha256,
            2 => HashFunction.Sha384,
            3 => HashFunction.Sha512,
            _ => null,
        };
        AeadAlgorithm[] ciphers =
            [AeadAlgorithm.Aes128Gcm, AeadAlgorithm.Aes256Gcm, AeadAlgorithm.ChaCha20Poly1305];
        var cipher = ciphers.Single(one => one.HpkeAeadId == test.GetProperty("aead_id").GetInt32());
        return hash is null ? null : new HpkeSuite(kem, hash, cipher);
    }
}
