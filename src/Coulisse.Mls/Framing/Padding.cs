namespace Coulisse.Mls.Framing;

/// <summary>
/// How lengths are hidden: what is encrypted is filled with zeros up to a multiple of a bucket (RFC 9420 §6.3.1).
/// </summary>
public readonly record struct Padding
{
    /// <summary>The largest bucket.</summary>
    public const int BucketBytesMax = 64 * 1024;

    private readonly int bucketBytes;

    private Padding(int bucketBytes) => this.bucketBytes = bucketBytes;

    /// <summary>Lengths are not hidden; also the default value.</summary>
    public static Padding None => default;

    /// <summary>Up to the next multiple of <paramref name="bytes"/>.</summary>
    public static Padding ToMultipleOf(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, BucketBytesMax);
        return new Padding(bytes);
    }

    /// <summary>The length after padding.</summary>
    public int LengthOf(int contentBytes) => bucketBytes <= 1
        ? contentBytes
        : (contentBytes + bucketBytes - 1) / bucketBytes * bucketBytes;
}
