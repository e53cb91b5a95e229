using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Coulisse.Talks.Cbor;

/// <summary>
/// Reads CBOR in its one deterministic encoding (RFC 8949 §4.2.1) and nothing else. It never throws: after the first
/// fault every reading gives its empty value, and <see cref="IsWhole"/> stays false.
/// </summary>
internal ref struct CborReader(ReadOnlySpan<byte> bytes)
{
    /// <summary>How deep arrays and maps may lie in one another where anything is allowed.</summary>
    internal const int DepthMax = 8;

    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int position;

    /// <summary>True after a fault.</summary>
    internal bool IsBroken { get; private set; }

    /// <summary>Read without a fault, to the last byte.</summary>
    internal readonly bool IsWhole => !IsBroken && position == bytes.Length;

    internal readonly int Position => position;

    internal readonly ReadOnlySpan<byte> Since(int start) => bytes[start..position];

    /// <summary>The major type of what comes next, or −1 at the end.</summary>
    internal readonly int Next => IsBroken || position == bytes.Length ? -1 : bytes[position] >> 5;

    internal readonly bool NextIsNull => Next == 7 && bytes[position] == 0xf6;

    internal ulong UInt(ulong max) => Argument(0) is var value && value <= max ? value : (ulong)Break();

    internal long Int() => Next == 1
        ? Argument(1) is var value && value <= long.MaxValue ? -1 - (long)value : Break()
        : (long)UInt(long.MaxValue);

    internal int Array(int max) => (int)Math.Min(Length(4, max), int.MaxValue);

    internal int Map(int max) => (int)Math.Min(Length(5, max), int.MaxValue);

    internal ReadOnlySpan<byte> ByteString(int max) => Take(Length(2, max));

    /// <summary>A text of well-formed UTF-8, at most so many bytes.</summary>
    internal string Text(int bytesMax)
    {
        var text = Take(Length(3, bytesMax));
        if (Utf8.IsValid(text))
            return Encoding.UTF8.GetString(text);
        Break();
        return "";
    }

    internal bool Null()
    {
        if (!NextIsNull)
            return false;
        position++;
        return true;
    }

    internal bool Boolean()
    {
        if (Next != 7 || bytes[position] is not (0xf4 or 0xf5))
            return Break() != 0;
        return bytes[position++] == 0xf5;
    }

    /// <summary>Passes over any one value, which must be deterministic too: floats and tags are refused.</summary>
    internal void Skip(int depth = 0)
    {
        switch (Next)
        {
            case 0 or 1:
                Argument(Next);
                break;
            case 2:
                ByteString(bytes.Length);
                break;
            case 3:
                if (!Utf8.IsValid(Take(Length(3, bytes.Length))))
                    Break();
                break;
            case 4 when depth < DepthMax:
                for (var left = Array(bytes.Length); left > 0 && !IsBroken; left--)
                    Skip(depth + 1);
                break;
            case 5 when depth < DepthMax:
                SkipMap(depth);
                break;
            case 7 when bytes[position] is >= 0xf4 and <= 0xf6:
                position++;
                break;
            default:
                Break();
                break;
        }
    }

    internal long Break()
    {
        IsBroken = true;
        return 0;
    }

    private void SkipMap(int depth)
    {
        var last = ReadOnlySpan<byte>.Empty;
        for (var left = Map(bytes.Length); left > 0 && !IsBroken; left--)
        {
            var start = position;
            Skip(depth + 1);
            // §4.2.1: keys in the order of their bytes, so none twice.
            if (last.Length > 0 && last.SequenceCompareTo(Since(start)) >= 0)
                Break();
            last = Since(start);
            Skip(depth + 1);
        }
    }

    private ulong Length(int major, int max) => Argument(major) is var length && length <= (ulong)max ? length
        : (ulong)Break();

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (IsBroken || length > (ulong)(bytes.Length - position))
        {
            Break();
            return [];
        }
        position += (int)length;
        return bytes[(position - (int)length)..position];
    }

    private ulong Argument(int major)
    {
        if (Next != major)
            return (ulong)Break();
        var info = bytes[position++] & 0x1f;
        if (info < 24)
            return (ulong)info;
        if (info > 27) // indefinite lengths among them
            return (ulong)Break();
        var size = 1 << (info - 24);
        var argument = Take((ulong)size);
        if (IsBroken)
            return 0;
        var (value, least) = size switch
        {
            1 => (argument[0], 24UL),
            2 => (BinaryPrimitives.ReadUInt16BigEndian(argument), 1UL << 8),
            4 => (BinaryPrimitives.ReadUInt32BigEndian(argument), 1UL << 16),
            _ => (BinaryPrimitives.ReadUInt64BigEndian(argument), 1UL << 32),
        };
        return value >= least ? value : (ulong)Break();
    }
}
