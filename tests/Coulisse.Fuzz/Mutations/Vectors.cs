namespace Coulisse.Fuzz.Mutations;

/// <summary>Damage to the TLS presentation encoding: what a vector holds, and what its length says.</summary>
internal static class Vectors
{
    private const int BytesMax = 64 << 10;

    /// <summary>A place that can be read as a vector: where its length stands, and where its content begins and
    /// ends.</summary>
    private readonly record struct Vector(int Start, int Content, int End);

    public static byte[] Damage(byte[] input, Random random)
    {
        var all = In(input);
        if (all.Count == 0)
            return [.. input, 0x80, 0x00, 0xff, 0xff];
        var vector = all[random.Next(all.Count)];
        return random.Next(6) switch
        {
            0 => Lie(input, vector, random),
            1 => WithContent(input, all, vector, [], random),
            2 => WithContent(input, all, vector, Twice(input, vector), random),
            3 => WithContent(input, all, vector, Many(input, vector, random), random),
            4 => WithContent(input, all, vector, Shorter(input, vector, random), random),
            _ => WithContent(input, all, vector, Of(input, all[random.Next(all.Count)]), random),
        };
    }

    private static byte[] Of(byte[] input, Vector vector) => input[vector.Content..vector.End];

    private static byte[] Twice(byte[] input, Vector vector) => Blind.Repeated(Of(input, vector), 2);

    private static byte[] Many(byte[] input, Vector vector, Random random)
    {
        var times = 1 << random.Next(1, 13);
        var part = Of(input, vector);
        return Blind.Repeated(part, Math.Clamp(BytesMax / (part.Length + 1), 1, times));
    }

    private static byte[] Shorter(byte[] input, Vector vector, Random random) =>
        Of(input, vector)[..random.Next(vector.End - vector.Content + 1)];

    /// <summary>Another length before the same content: too long, too short, huge, not the shortest form.</summary>
    private static byte[] Lie(byte[] input, Vector vector, Random random)
    {
        var length = vector.End - vector.Content;
        byte[] lie = random.Next(6) switch
        {
            0 => Length(length + 1),
            1 => Length(Math.Max(0, length - 1)),
            2 => [0xbf, 0xff, 0xff, 0xff],
            3 => [0x80, 0x00, (byte)((length >> 8) & 0xff), (byte)(length & 0xff)],
            4 => [0xc0],
            _ => Length(random.Next(0x3fff_ffff)),
        };
        return [.. input[..vector.Start], .. lie, .. input[vector.Content..]];
    }

    /// <summary>Another content with its true length; the vectors around it mostly follow.</summary>
    private static byte[] WithContent(byte[] input, List<Vector> all, Vector vector, byte[] content, Random random)
    {
        byte[] changed = [.. input[..vector.Start], .. Length(content.Length), .. content, .. input[vector.End..]];
        var grown = changed.Length - input.Length;
        foreach (var around in all.Where(one => one.Content <= vector.Start && one.End >= vector.End).Reverse())
        {
            if (random.Next(4) == 0 || around.End - around.Content + grown < 0)
                continue;
            var length = Length(around.End - around.Content + grown);
            changed = [.. changed[..around.Start], .. length, .. changed[around.Content..]];
            grown += length.Length - (around.Content - around.Start);
        }
        return changed;
    }

    private static byte[] Length(int length) => length switch
    {
        <= 0x3f => [(byte)(length & 0xff)],
        <= 0x3fff => [(byte)(0x40 | (length >> 8)), (byte)(length & 0xff)],
        _ => [(byte)(0x80 | (length >> 24)), (byte)((length >> 16) & 0xff),
            (byte)((length >> 8) & 0xff), (byte)(length & 0xff)],
    };

    private static List<Vector> In(byte[] input)
    {
        var all = new List<Vector>();
        for (var start = 0; start < Math.Min(input.Length, 8 << 10); start++)
        {
            var size = 1 << (input[start] >> 6);
            if (size > 4 || start + size > input.Length)
                continue;
            var length = input[start] & 0x3f;
            for (var more = 1; more < size; more++)
                length = (length << 8) | input[start + more];
            if (length > 0 && length <= input.Length - start - size)
                all.Add(new(start, start + size, start + size + length));
        }
        return all;
    }
}
