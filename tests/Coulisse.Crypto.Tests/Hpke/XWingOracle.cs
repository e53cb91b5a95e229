using System.Buffers.Binary;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Kems;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace Coulisse.Crypto.Tests.Hpke;

/// <summary>
/// HPKE with X-Wing, HKDF-SHA384 and AES-256-GCM once more, from another library's parts, straight from the drafts and
/// RFC 9180; it shares no line with the product. Arrays and plain concatenation throughout.
/// </summary>
internal sealed class XWingOracle
{
    private static readonly byte[] SuiteId = [.. "HPKE"u8, 0x64, 0x7a, 0x00, 0x02, 0x00, 0x02];

    private readonly MLKemPrivateKeyParameters lattice;
    private readonly X25519PrivateKeyParameters curve;

    /// <summary>From the seed of 32 bytes: SHAKE256 makes d, z and the X25519 key of it.</summary>
    internal XWingOracle(byte[] seed)
    {
        var expanded = Shake(seed, 96);
        lattice = MLKemPrivateKeyParameters.FromSeed(MLKemParameters.ml_kem_768, expanded[..64]);
        curve = new X25519PrivateKeyParameters(expanded, 64);
        PublicKey = [.. lattice.GetPublicKeyEncoded(), .. curve.GeneratePublicKey().GetEncoded()];
    }

    internal byte[] PublicKey { get; }

    /// <summary>LabeledDerive of the HPKE drafts, with SHAKE256 and the KEM's number.</summary>
    internal static byte[] DeriveSeed(byte[] keyMaterial) =>
        Shake([.. keyMaterial, .. "HPKE-v1"u8, .. "KEM"u8, 0x64, 0x7a, 0, 13, .. "DeriveKeyPair"u8, 0, 32], 32);

    internal byte[] Open(byte[] sent, byte[] info, byte[] associated, byte[] ciphertext)
    {
        var fromLattice = new byte[32];
        var decapsulator = new MLKemDecapsulator(MLKemParameters.ml_kem_768);
        decapsulator.Init(lattice);
        decapsulator.Decapsulate(sent, 0, 1088, fromLattice, 0, 32);
        var fromCurve = new byte[32];
        curve.GenerateSecret(new X25519PublicKeyParameters(sent, 1088), fromCurve, 0);
        var shared = Combine(fromLattice, fromCurve, sent[1088..], PublicKey[1184..]);
        return Gcm(encrypt: false, shared, info, associated, ciphertext);
    }

    /// <summary>Seals to any X-Wing key: what is sent, then the ciphertext.</summary>
    internal static (byte[] Sent, byte[] Ciphertext) Seal(byte[] publicKey, byte[] info, byte[] associated,
        byte[] plaintext)
    {
        var encapsulator = new MLKemEncapsulator(MLKemParameters.ml_kem_768);
        encapsulator.Init(MLKemPublicKeyParameters.FromEncoding(MLKemParameters.ml_kem_768, publicKey[..1184]));
        var (lattice, fromLattice) = (new byte[1088], new byte[32]);
        encapsulator.Encapsulate(lattice, 0, 1088, fromLattice, 0, 32);
        var ephemeral = new X25519PrivateKeyParameters(new SecureRandom());
        var fromCurve = new byte[32];
        ephemeral.GenerateSecret(new X25519PublicKeyParameters(publicKey, 1184), fromCurve, 0);
        var point = ephemeral.GeneratePublicKey().GetEncoded();
        var shared = Combine(fromLattice, fromCurve, point, publicKey[1184..]);
        return ([.. lattice, .. point], Gcm(encrypt: true, shared, info, associated, plaintext));
    }

    /// <summary>X-Wing's combiner: SHA3-256(ss_M, ss_X, ct_X, pk_X, label).</summary>
    private static byte[] Combine(byte[] fromLattice, byte[] fromCurve, byte[] sentPoint, byte[] publicPoint)
    {
        byte[] input = [.. fromLattice, .. fromCurve, .. sentPoint, .. publicPoint, .. @"\.//^\"u8];
        var digest = new Sha3Digest(256);
        digest.BlockUpdate(input, 0, input.Length);
        var output = new byte[32];
        digest.DoFinal(output, 0);
        return output;
    }

    /// <summary>RFC 9180 §5.1 in base mode and §5.2 at sequence number 0.</summary>
    private static byte[] Gcm(bool encrypt, byte[] shared, byte[] info, byte[] associated, byte[] input)
    {
        byte[] context =
            [0, .. LabeledExtract([], "psk_id_hash"u8, []), .. LabeledExtract([], "info_hash"u8, info)];
        var secret = LabeledExtract(shared, "secret"u8, []);
        var (key, nonce) = (LabeledExpand(secret, "key"u8, context, 32),
            LabeledExpand(secret, "base_nonce"u8, context, 12));
        var cipher = new GcmBlockCipher(new AesEngine());
        cipher.Init(encrypt, new AeadParameters(new KeyParameter(key), 128, nonce, associated));
        var output = new byte[cipher.GetOutputSize(input.Length)];
        var length = cipher.ProcessBytes(input, 0, input.Length, output, 0);
        cipher.DoFinal(output, length);
        return output;
    }

    private static byte[] LabeledExtract(byte[] salt, ReadOnlySpan<byte> label, byte[] keyMaterial) =>
        Hmac(salt.Length == 0 ? new byte[48] : salt, [.. "HPKE-v1"u8, .. SuiteId, .. label, .. keyMaterial]);

    /// <summary>One block of HKDF-SHA384 is enough for every length here.</summary>
    private static byte[] LabeledExpand(byte[] key, ReadOnlySpan<byte> label, byte[] info, int length)
    {
        var size = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(size, (ushort)length);
        return Hmac(key, [.. size, .. "HPKE-v1"u8, .. SuiteId, .. label, .. info, 1])[..length];
    }

    private static byte[] Hmac(byte[] key, byte[] content)
    {
        var mac = new HMac(new Sha384Digest());
        mac.Init(new KeyParameter(key));
        mac.BlockUpdate(content, 0, content.Length);
        var output = new byte[48];
        mac.DoFinal(output, 0);
        return output;
    }

    private static byte[] Shake(byte[] input, int length)
    {
        var digest = new ShakeDigest(256);
        digest.BlockUpdate(input, 0, input.Length);
        var output = new byte[length];
        digest.OutputFinal(output, 0, length);
        return output;
    }
}
