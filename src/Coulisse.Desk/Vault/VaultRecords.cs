using System.Buffers.Binary;
using Coulisse.Crypto.Codec;
using Coulisse.Wire.Codec;

namespace Coulisse.Desk.Vault;

/// <summary>Values in a vault.</summary>
internal static class VaultRecords
{
    internal static T? Read<T>(this IVault vault, VaultTable table, Opaque key)
        where T : class, IWireValue<T>
    {
        using var record = vault.Get(table, key);
        return record is null ? null : WireValue.Decode<T>(record.Reveal());
    }

    internal static void Write<T>(this IVault vault, VaultTable table, Opaque key, T value)
        where T : IWireValue<T> => vault.Put(table, key, WireValue.Encode(value).Span);

    /// <summary>A key that sorts by a number.</summary>
    internal static Opaque Ordered(ulong number)
    {
        Span<byte> key = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(key, number);
        return Opaque.CopyOf(key);
    }

    internal static ulong Number(Opaque key) => BinaryPrimitives.ReadUInt64BigEndian(key.Span[^8..]);

    internal static Opaque Join(Opaque first, Opaque second) => Opaque.CopyOf([.. first.Span, .. second.Span]);
}
