using System.Buffers.Binary;
using System.Text;
using Coulisse.Crypto.Codec;

namespace Coulisse.Desk.Vault;

/// <summary>
/// How the line was while this desk was open: a record for each time that it was so, and why. Where there is none the
/// desk was closed, and nothing is known.
/// </summary>
/// <remarks><code>
/// struct { uint64 from; uint64 until; uint64 number; opaque cause[the rest]; }
///     // Unix time in milliseconds; how many the cause is about; its name, ASCII
/// </code></remarks>
internal sealed class LineLog(IVault vault)
{
    /// <summary>How often it is told that nothing has changed.</summary>
    internal static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    /// <summary>Past this, the desk was closed between two records.</summary>
    internal static readonly TimeSpan Gap = TimeSpan.FromMinutes(3);

    private const int RecordsMax = 2_000;
    private const int HeadBytes = 24;

    /// <summary>The earliest first.</summary>
    internal IReadOnlyList<LineSpan> All() => [.. vault.Keys(VaultTable.LineLog, Opaque.Empty).Select(Read)];

    /// <summary>So it is now.</summary>
    /// <returns>Whether another record begins with it.</returns>
    internal bool Note(string cause, ulong number, DateTimeOffset now)
    {
        var keys = vault.Keys(VaultTable.LineLog, Opaque.Empty);
        var last = keys.Count == 0 ? null : Read(keys[^1]);
        if (last is not null && last.Cause == cause && now >= last.Until && now - last.Until <= Gap)
        {
            if (now - last.Until >= Beat || number > last.Number)
                Write(keys[^1], last with { Until = now, Number = Math.Max(number, last.Number) });
            return false;
        }
        if (last is not null && now > last.Until && now - last.Until <= Gap)
            Write(keys[^1], last with { Until = now });
        Write(VaultRecords.Ordered(keys.Count == 0 ? 0 : VaultRecords.Number(keys[^1]) + 1),
            new(now, now, cause, number));
        foreach (var oldest in keys.Take(keys.Count + 1 - RecordsMax))
            vault.Remove(VaultTable.LineLog, oldest);
        return true;
    }

    private LineSpan Read(Opaque key)
    {
        using var record = vault.Get(VaultTable.LineLog, key)!;
        var bytes = record.Reveal();
        return new(At(bytes), At(bytes[8..]), Encoding.ASCII.GetString(bytes[HeadBytes..]),
            BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]));
    }

    private void Write(Opaque key, LineSpan span)
    {
        var bytes = new byte[HeadBytes + span.Cause.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, span.From.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(8), span.Until.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(16), span.Number);
        Encoding.ASCII.GetBytes(span.Cause, bytes.AsSpan(HeadBytes));
        vault.Put(VaultTable.LineLog, key, bytes);
    }

    private static DateTimeOffset At(ReadOnlySpan<byte> bytes) =>
        DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes));
}
