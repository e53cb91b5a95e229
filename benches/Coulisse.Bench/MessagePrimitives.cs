using System.Security.Cryptography;
using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Signatures;

namespace Coulisse.Bench;

/// <summary>
/// What a private message cannot do without, on inputs of the same lengths: one signature or its verification, five
/// HMACs (three of the ratchet, two for the sender data's key and nonce), and two ciphers, each with a key used once.
/// </summary>
internal sealed class MessagePrimitives
{
    private const int LabelBytes = 30;

    private readonly MessageLine line;
    private readonly byte[] signed;
    private readonly byte[] signature = new byte[SignaturePublicKey.SignatureBytes];
    private readonly byte[] ratchetInput = new byte[LabelBytes];
    private readonly byte[] senderInput;
    private readonly byte[] secret;
    private readonly byte[] mac;
    private readonly byte[] cipherKey;
    private readonly byte[] nonce = new byte[AeadAlgorithm.NonceBytes];
    private readonly byte[] plaintext;
    private readonly byte[] ciphertext;
    private readonly byte[] senderData = new byte[12];
    private readonly byte[] sealedSenderData = new byte[12 + AeadAlgorithm.TagBytes];
    private readonly byte[] associated = new byte[45];

    internal MessagePrimitives(MessageLine line)
    {
        this.line = line;
        var hashBytes = line.Suite.Hash.HashBytes;
        signed = new byte[line.SignedBytes];
        senderInput = new byte[LabelBytes + hashBytes];
        (secret, mac) = (new byte[hashBytes], new byte[hashBytes]);
        cipherKey = new byte[line.Suite.Aead.KeyBytes];
        ciphertext = new byte[line.Sample.Ciphertext.Length];
        plaintext = new byte[ciphertext.Length - AeadAlgorithm.TagBytes];
        line.Key.Sign(signed, signature);
        ProtectOnce();
    }

    internal double Protect(int times) => Timed.Microseconds(times, ProtectOnce);

    internal double Open(int times) => Timed.Microseconds(times, OpenOnce);

    internal long AllocatedByProtect(int times) => Timed.Allocated(times, ProtectOnce);

    internal long AllocatedByOpen(int times) => Timed.Allocated(times, OpenOnce);

    private void ProtectOnce()
    {
        line.Key.Sign(signed, signature);
        Macs();
        line.Suite.Aead.Seal(cipherKey, nonce, associated, plaintext, ciphertext);
        line.Suite.Aead.Seal(cipherKey, nonce, associated, senderData, sealedSenderData);
    }

    private void OpenOnce()
    {
        Macs();
        if (!line.Suite.Aead.TryOpen(cipherKey, nonce, associated, sealedSenderData, senderData)
            || !line.Suite.Aead.TryOpen(cipherKey, nonce, associated, ciphertext, plaintext)
            || !SignaturePublicKey.Verify(line.Key.PublicKey.Value.Span, signed, signature))
            throw new InvalidOperationException("The primitives do not agree with themselves.");
    }

    private void Macs()
    {
        for (var left = 3; left > 0; left--)
            Mac(ratchetInput);
        for (var left = 2; left > 0; left--)
            Mac(senderInput);
    }

    private void Mac(byte[] input) => _ = mac.Length == 32
        ? HMACSHA256.HashData(secret, input, mac)
        : HMACSHA384.HashData(secret, input, mac);
}
