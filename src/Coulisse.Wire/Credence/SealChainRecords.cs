using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Coulisse.Crypto.Codec;

namespace Coulisse.Wire.Credence;

/// <summary>The bytes of a chain file: a header, then one checked record per entry.</summary>
/// <remarks><c>protocol/seal.md</c>: <code>
/// struct { opaque magic[16]; opaque party&lt;V&gt;; opaque seal_public_key[32]; opaque check[8]; } Header;
/// struct { uint32 length; opaque entry[length]; opaque check[8]; } Record;</code>
/// A header's check is over all before it; a record's over its offset in the file (uint64), its length and
/// entry.</remarks>
internal static class SealChainRecords
{
    internal const int CheckBytes = 8;
    private const int LengthBytes = 4;

    private static ReadOnlySpan<byte> Magic => "COULISSE CHAIN 1"u8;

    internal static byte[] Header(string party, SealPublicKey key)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new TlsWriter(bytes);
        writer.WriteFixed(Magic);
        writer.WriteVector(Encoding.UTF8.GetBytes(party));
        writer.WriteFixed(key.Key.Value.Span);
        writer.WriteFixed(SHA256.HashData(bytes.WrittenSpan).AsSpan(0, CheckBytes));
        return bytes.WrittenSpan.ToArray();
    }

    internal static byte[] Record(SealEntry entry, long offset)
    {
        var encoded = entry.Encode();
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new TlsWriter(bytes);
        writer.WriteUInt32((uint)encoded.Length);
        writer.WriteFixed(encoded.Span);
        writer.WriteFixed(Check(bytes.WrittenSpan, offset));
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>All whole records, and what stopped the reading (null: the end of the file).</summary>
    internal static (ImmutableArray<SealEntry> Entries, long End, SealChainRefusal? Trouble) Read(
        ReadOnlySpan<byte> file, string party, SealPublicKey key)
    {
        var header = Header(party, key);
        if (!file.StartsWith(Magic))
            return ([], 0, SealChainRefusal.NotAChain);
        if (!file.StartsWith(header))
            return ([], 0, HeaderTrouble(file));
        var entries = ImmutableArray.CreateBuilder<SealEntry>();
        var end = header.Length;
        while (end < file.Length)
        {
            var (entry, next, trouble) = ReadRecord(file, end, entries.Count == 0 ? null : entries[^1], key);
            if (trouble is not null)
                return (entries.ToImmutable(), end, trouble);
            entries.Add(entry!);
            end = next;
        }
        return (entries.ToImmutable(), end, null);
    }

    // Another seal's header is whole; a damaged one is not.
    private static SealChainRefusal HeaderTrouble(ReadOnlySpan<byte> file)
    {
        try
        {
            var reader = new TlsReader(file);
            reader.ReadFixed(Magic.Length);
            reader.ReadVector(PartyRules.NameBytesMax);
            reader.ReadFixed(32);
            var checkedEnd = reader.Position;
            return reader.ReadFixed(CheckBytes).SequenceEqual(SHA256.HashData(file[..checkedEnd]).AsSpan(0, CheckBytes))
                ? SealChainRefusal.AnotherSeal
                : SealChainRefusal.Damaged;
        }
        catch (DecodeException)
        {
            return SealChainRefusal.Damaged;
        }
    }

    private static (SealEntry? Entry, int Next, SealChainRefusal? Trouble) ReadRecord(
        ReadOnlySpan<byte> file, int start, SealEntry? previous, SealPublicKey key)
    {
        var rest = file[start..];
        if (rest.Length < LengthBytes || !rest.ContainsAnyExcept((byte)0))
            return (null, start, SealChainRefusal.TornTail);
        var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length is 0 or > SealEntry.BytesMax)
            return (null, start, SealChainRefusal.Damaged);
        var size = LengthBytes + (int)length + CheckBytes;
        if (rest.Length < size)
            return (null, start, SealChainRefusal.TornTail);
        var record = rest[..size];
        if (!record[^CheckBytes..].SequenceEqual(Check(record[..^CheckBytes], start)))
            return (null, start, rest.Length == size ? SealChainRefusal.TornTail : SealChainRefusal.Damaged);
        return Chained(record[LengthBytes..^CheckBytes], previous, key) is { } entry
            ? (entry, start + size, null)
            : (null, start, SealChainRefusal.Damaged);
    }

    private static SealEntry? Chained(ReadOnlySpan<byte> encoded, SealEntry? previous, SealPublicKey key)
    {
        try
        {
            var entry = SealEntry.Read(encoded);
            var follows = previous is null
                ? entry.Content.Number == 1
                : entry.Content.Number == previous.Content.Number + 1 && entry.Content.Previous == previous.Hash()
                    && previous.Content.Kind != SealEntryKind.Succession;
            return follows && entry.Content.Key == key ? entry : null;
        }
        catch (DecodeException)
        {
            return null;
        }
    }

    private static byte[] Check(ReadOnlySpan<byte> lengthAndEntry, long offset)
    {
        byte[] covered = [0, 0, 0, 0, 0, 0, 0, 0, .. lengthAndEntry];
        BinaryPrimitives.WriteInt64BigEndian(covered, offset);
        return SHA256.HashData(covered)[..CheckBytes];
    }
}
