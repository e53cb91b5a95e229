using System.Buffers.Binary;

namespace Coulisse.Signals.Threads;

/// <summary>A comment's place in its thread: its number on each level from the top, four big-endian bytes a level.</summary>
/// <remarks>Bytes compare as the thread reads: a comment before its answers, answers in the order of their numbers.</remarks>
public static class Placement
{
    /// <summary>Levels in a thread; an answer to a comment on the last one stands beside that comment, and says what it answers.</summary>
    public const int DepthMax = 64;

    public const int LevelBytes = sizeof(int);

    public static int DepthOf(byte[] place) => place.Length / LevelBytes;

    /// <summary>The number on the place's own level.</summary>
    public static int NumberOf(ReadOnlySpan<byte> place) => BinaryPrimitives.ReadInt32BigEndian(place[^LevelBytes..]);

    /// <summary>The numbers from the first level down, as "2.1".</summary>
    public static string PathOf(byte[] place) =>
        string.Join('.', place.Chunk(LevelBytes).Select(level => BinaryPrimitives.ReadInt32BigEndian(level)));

    public static byte[] Below(byte[] parent, int number)
    {
        var place = new byte[parent.Length + LevelBytes];
        parent.CopyTo(place, 0);
        BinaryPrimitives.WriteInt32BigEndian(place.AsSpan(parent.Length), number);
        return place;
    }
}
