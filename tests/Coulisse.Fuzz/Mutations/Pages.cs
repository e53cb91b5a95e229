using System.Buffers.Binary;

namespace Coulisse.Fuzz.Mutations;

/// <summary>Damage to an SQLite file that keeps its size a number of pages: pages lost, taken for others, pointing
/// elsewhere; the head that says how all are to be read (sqlite.org/fileformat2.html).</summary>
internal static class Pages
{
    private const int HeadBytes = 100;
    private const int PageBytesMin = 512;
    private const int TreeHeadBytes = 12;

    public static byte[] Damage(byte[] input, Random random)
    {
        var size = SizeIn(input);
        var count = input.Length / size;
        if (count < 2)
            return Blind.Damage(input, [input], random);
        var output = input.ToArray();
        var page = output.AsSpan(random.Next(count) * size, size);
        switch (random.Next(8))
        {
            case 0: page.Clear(); break;
            case 1: page.CopyTo(output.AsSpan(random.Next(count) * size)); break;
            case 2: return output[..(random.Next(1, count) * size)];
            case 3: return [.. output, .. page];
            case 4: Point(output.AsSpan(0, HeadBytes), random, count); break;
            case 5: Point(TreeHead(page, output), random, count); break;
            case 6: Point(TreeHead(page, output)[TreeHeadBytes..], random, count); break;
            default: Point(page, random, count); break;
        }
        return output;
    }

    private static int SizeIn(byte[] input)
    {
        if (input.Length < HeadBytes)
            return Math.Max(input.Length, 1);
        var said = BinaryPrimitives.ReadUInt16BigEndian(input.AsSpan(16));
        return said >= PageBytesMin && said <= input.Length ? said : PageBytesMin;
    }

    /// <summary>The first page's tree begins behind the file's head.</summary>
    private static Span<byte> TreeHead(Span<byte> page, Span<byte> file) =>
        page == file[..page.Length] ? page[HeadBytes..] : page;

    /// <summary>Another number in a field of one, two or four bytes: of a page that there is, or an edge.</summary>
    private static void Point(Span<byte> part, Random random, int count)
    {
        var field = part[(random.Next(part.Length / 4) * 4)..];
        var number = random.Next(3) switch
        {
            0 => random.Next(count + 2),
            1 => -1 >>> random.Next(32),
            _ => random.Next(),
        };
        var (size, place) = (random.Next(3), random.Next(4));
        if (size == 0)
            field[place] = (byte)(number & 0xff);
        else if (size == 1)
            BinaryPrimitives.WriteInt16BigEndian(field[(place & 2)..], unchecked((short)number));
        else
            BinaryPrimitives.WriteInt32BigEndian(field, number);
    }
}
