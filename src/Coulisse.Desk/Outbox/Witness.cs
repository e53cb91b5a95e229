using System.Buffers.Binary;
using System.Security.Cryptography;
using Coulisse.Crypto.Codec;
using Coulisse.Crypto.Secrets;
using Coulisse.Desk.Vault;

namespace Coulisse.Desk.Outbox;

/// <summary>
/// How many submissions may have left this desk, kept where no copy of its vault is: an older vault is found by it.
/// Authenticated by a key in the vault, so that no other desk's is taken for it; no secret.
/// </summary>
/// <remarks><c>protocol/vault.md</c>: <code>
/// struct { uint64 number; opaque mac[32]; } Witness;   // HMAC-SHA256(key, desk || number)</code></remarks>
internal sealed class Witness : IDisposable
{
    /// <summary>The length, in bytes.</summary>
    internal const int Bytes = sizeof(ulong) + SHA256.HashSizeInBytes;

    private static readonly Opaque RecordKey = Opaque.CopyOf("witness"u8);

    private readonly Opaque desk;
    private readonly SecretBytes key;

    private Witness(Opaque desk, SecretBytes key) => (this.desk, this.key) = (desk, key);

    /// <summary>By the vault's key, which is drawn if there is none yet.</summary>
    internal static Witness Of(Opaque desk, IVault vault, IRandomSource random)
    {
        if (vault.Get(VaultTable.Keys, RecordKey) is { } kept)
            return new(desk, kept);
        Span<byte> drawn = stackalloc byte[SHA256.HashSizeInBytes];
        random.Fill(drawn);
        vault.Put(VaultTable.Keys, RecordKey, drawn);
        var key = SecretBytes.CopyOf(drawn);
        CryptographicOperations.ZeroMemory(drawn);
        return new(desk, key);
    }

    internal Opaque Say(ulong number)
    {
        var said = new byte[Bytes];
        BinaryPrimitives.WriteUInt64BigEndian(said, number);
        Mac(said.AsSpan(0, sizeof(ulong)), said.AsSpan(sizeof(ulong)));
        return Opaque.Owning(said);
    }

    /// <summary>The number; null if it is not of this desk and vault.</summary>
    internal ulong? Hear(Opaque? said)
    {
        if (said is not { Length: Bytes } whole)
            return null;
        Span<byte> mac = stackalloc byte[SHA256.HashSizeInBytes];
        Mac(whole.Span[..sizeof(ulong)], mac);
        return CryptographicOperations.FixedTimeEquals(mac, whole.Span[sizeof(ulong)..])
            ? BinaryPrimitives.ReadUInt64BigEndian(whole.Span) : null;
    }

    public void Dispose() => key.Dispose();

    private void Mac(ReadOnlySpan<byte> number, Span<byte> mac) =>
        HMACSHA256.HashData(key.Reveal(), [.. desk.Span, .. number], mac);
}
