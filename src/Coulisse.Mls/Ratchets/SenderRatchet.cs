using System.Security.Cryptography;
using Coulisse.Crypto.Aead;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Kdf;
using Coulisse.Crypto.Secrets;
using Coulisse.Mls.Ciphersuites;

namespace Coulisse.Mls.Ratchets;

/// <summary>
/// One of a sender's ratchets (RFC 9420 §9.1), at one generation. Immutable: a draw gives the ratchet after it, and the
/// two share what neither uses up.
/// </summary>
internal sealed class SenderRatchet : Shared
{
    private readonly SharedSecret secret; // ratchet_secret_[N]_[generation]
    private readonly ulong generation; // The next one to give; 2^32 when all were given.
    private readonly ulong oldest; // Keys of generations before this one may have been dropped unused.
    private readonly WaitingKeys? waiting;

    private SenderRatchet(SharedSecret secret, ulong generation, ulong oldest, WaitingKeys? waiting)
    {
        this.secret = secret;
        this.generation = generation;
        this.oldest = oldest;
        this.waiting = waiting;
    }

    internal SharedSecret Secret => secret;

    internal WaitingKeys? Waiting => waiting;

    /// <summary>How many generations were given or passed over.</summary>
    internal ulong Generation => generation;

    /// <summary>A ratchet at generation 0; takes over the secret.</summary>
    internal static SenderRatchet First(SecretBytes secret) => new(new SharedSecret(secret), 0, 0, waiting: null);

    /// <summary>The key and nonce of <paramref name="wanted"/>, and the ratchet without them.</summary>
    internal RatchetAnswer Draw(Ciphersuite suite, ulong wanted, Span<byte> key, Span<byte> nonce,
        out SenderRatchet? next)
    {
        next = null;
        if (wanted > uint.MaxValue)
            return RatchetAnswer.Exhausted;
        if (wanted < generation)
            return DrawWaiting((uint)wanted, key, nonce, out next);
        if (wanted - generation >= SecretTree.GenerationsAheadMax)
            return RatchetAnswer.TooFarAhead;
        next = DrawAhead(suite, (uint)wanted, key, nonce);
        return RatchetAnswer.Drawn;
    }

    internal void Save(ref ScratchWriter output)
    {
        output.WriteVector(secret.Reveal());
        output.WriteUInt64(generation);
        output.WriteUInt64(oldest);
        output.WriteUInt16((ushort)(waiting?.Keys.Length ?? 0));
        foreach (var (passedOver, key) in waiting?.Keys ?? [])
        {
            output.WriteUInt32(passedOver);
            output.WriteVector(key.Reveal());
        }
    }

    internal static SenderRatchet Load(Ciphersuite suite, ref TlsReader reader)
    {
        var secret = new SharedSecret(SecretBytes.CopyOf(reader.ReadVector(suite.Hash.HashBytes)));
        var (generation, oldest) = (reader.ReadUInt64(), reader.ReadUInt64());
        var keys = new List<KeyValuePair<uint, SharedSecret>>();
        for (var left = reader.ReadUInt16(); left > 0; left--)
        {
            var passedOver = reader.ReadUInt32();
            var key = reader.ReadVector(suite.Aead.KeyBytes + AeadAlgorithm.NonceBytes);
            keys.Add(new(passedOver, new SharedSecret(SecretBytes.CopyOf(key))));
        }
        return new SenderRatchet(secret, generation, oldest, WaitingKeys.Join(before: null, keys, ref oldest));
    }

    /// <summary>Appends what became of <paramref name="before"/>.</summary>
    internal void SaveSince(SenderRatchet before, ref ScratchWriter output)
    {
        output.WriteUInt64(before.generation);
        output.WriteVector(secret.Reveal());
        output.WriteUInt64(generation);
        output.WriteUInt64(oldest);
        WaitingKeys.SaveSince(before.waiting, waiting, ref output);
    }

    /// <summary>What became of this ratchet, as <see cref="SaveSince"/> wrote it.</summary>
    internal SenderRatchet LoadSince(Ciphersuite suite, ref TlsReader reader)
    {
        if (reader.ReadUInt64() != generation)
            throw reader.Refuse(DecodeCode.BadContent, "The changes are those of a ratchet at another generation.");
        var after = reader.ReadVector(suite.Hash.HashBytes);
        var (next, since) = (reader.ReadUInt64(), reader.ReadUInt64());
        var keys = WaitingKeys.LoadSince(waiting, suite.Aead.KeyBytes + AeadAlgorithm.NonceBytes, ref reader);
        return new SenderRatchet(new SharedSecret(SecretBytes.CopyOf(after)), next, since, keys);
    }

    private protected override void Erase()
    {
        secret.LetGo();
        waiting?.LetGo();
    }

    private RatchetAnswer DrawWaiting(uint wanted, Span<byte> key, Span<byte> nonce, out SenderRatchet? next)
    {
        next = null;
        if (waiting?.Find(wanted) is not { } found)
            return wanted < oldest ? RatchetAnswer.TooOld : RatchetAnswer.Replayed;
        found.Reveal()[..key.Length].CopyTo(key);
        found.Reveal()[key.Length..].CopyTo(nonce);
        next = new SenderRatchet(secret.Held(), generation, oldest, waiting.Without(wanted));
        return RatchetAnswer.Drawn;
    }

    private SenderRatchet DrawAhead(Ciphersuite suite, uint wanted, Span<byte> key, Span<byte> nonce)
    {
        var after = SecretBytes.Allocate(secret.Reveal().Length, out var current);
        secret.Reveal().CopyTo(current);
        if (wanted == generation) // The usual case: in order, nothing to add to what waits.
        {
            Step(suite, wanted, current, key, nonce);
            return new SenderRatchet(new SharedSecret(after), wanted + 1UL, oldest, waiting?.Held());
        }
        var passed = PassOver(suite, wanted, current, key, nonce);
        Step(suite, wanted, current, key, nonce);
        var reached = oldest;
        var all = WaitingKeys.Join(waiting, passed, ref reached);
        return new SenderRatchet(new SharedSecret(after), wanted + 1UL, reached, all);
    }

    /// <summary>
    /// Keeps the keys of all generations before <paramref name="wanted"/>; key and nonce serve as scratch.
    /// </summary>
    private List<KeyValuePair<uint, SharedSecret>> PassOver(Ciphersuite suite, uint wanted, Span<byte> current,
        Span<byte> key, Span<byte> nonce)
    {
        var passed = new List<KeyValuePair<uint, SharedSecret>>();
        for (var one = (uint)generation; one < wanted; one++)
        {
            Step(suite, one, current, key, nonce);
            var kept = SecretBytes.Allocate(key.Length + nonce.Length, out var content);
            key.CopyTo(content);
            nonce.CopyTo(content[key.Length..]);
            passed.Add(new(one, new SharedSecret(kept)));
        }
        return passed;
    }

    /// <summary>
    /// RFC 9420 §9.1: key, nonce and the secret of the next generation, which replaces the present one.
    /// </summary>
    private static void Step(Ciphersuite suite, uint generation, Span<byte> current, Span<byte> key, Span<byte> nonce)
    {
        Span<byte> following = stackalloc byte[HashFunction.HashBytesMax];
        following = following[..current.Length];
        suite.DeriveTreeSecret(current, "nonce"u8, generation, nonce);
        suite.DeriveTreeSecret(current, "key"u8, generation, key);
        suite.DeriveTreeSecret(current, "secret"u8, generation, following);
        following.CopyTo(current);
        CryptographicOperations.ZeroMemory(following);
    }
}
