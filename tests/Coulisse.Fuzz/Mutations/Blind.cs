namespace Coulisse.Fuzz.Mutations;

/// <summary>Damage that knows nothing of the input's form.</summary>
internal static class Blind
{
    private const int RepeatsMax = 64;
    private const int RepeatedBytesMax = 1 << 20;

    private static ReadOnlySpan<byte> Edges => [0x00, 0x01, 0x3f, 0x40, 0x7f, 0x80, 0xbf, 0xc0, 0xfe, 0xff];

    public static byte[] Damage(byte[] input, IReadOnlyList<byte[]> seeds, Random random)
    {
        var at = random.Next(input.Length);
        var length = 1 + random.Next(Math.Min(input.Length - at, 64));
        return random.Next(8) switch
        {
            0 => With(input, at, (byte)(input[at] ^ (1 << random.Next(8)))),
            1 => With(input, at, Edges[random.Next(Edges.Length)]),
            2 => input[..at],
            3 => [.. input[..at], .. input[(at + length)..]],
            4 => [.. input[..at], .. Repeated(input.AsSpan(at, length), 2 + random.Next(RepeatsMax)),
                .. input[(at + length)..]],
            5 => [.. input[..at], .. Drawn(random, length), .. input[at..]],
            6 => Spliced(input, at, seeds[random.Next(seeds.Count)], random),
            _ => Overwritten(input, at, length, random),
        };
    }

    internal static byte[] Repeated(ReadOnlySpan<byte> part, int times)
    {
        times = Math.Min(times, (RepeatedBytesMax / (part.Length + 1)) + 1);
        var all = new byte[part.Length * times];
        for (var i = 0; i < times; i++)
            part.CopyTo(all.AsSpan(i * part.Length));
        return all;
    }

    private static byte[] With(byte[] input, int at, byte value)
    {
        var output = input.ToArray();
        output[at] = value;
        return output;
    }

    private static byte[] Drawn(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Overwritten(byte[] input, int at, int length, Random random)
    {
        var output = input.ToArray();
        Drawn(random, length).CopyTo(output, at);
        return output;
    }

    private static byte[] Spliced(byte[] input, int at, byte[] other, Random random) =>
        [.. input[..at], .. other[random.Next(other.Length + 1)..]];
}
