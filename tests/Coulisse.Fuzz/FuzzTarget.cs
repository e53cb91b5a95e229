namespace Coulisse.Fuzz;

/// <summary>One reader of foreign bytes.</summary>
/// <param name="Name">As <c>--target</c> takes it.</param>
/// <param name="Form">How its inputs are damaged.</param>
/// <param name="Seeds">Inputs that our own code made or that it must read.</param>
/// <param name="Read">Reads; only what is declared is caught there. Every other exception is a finding.</param>
public sealed record FuzzTarget(string Name, InputForm Form, IReadOnlyList<byte[]> Seeds, Func<byte[], Answer> Read)
{
    /// <summary>Attack 18: what may be allocated, for each byte of input.</summary>
    public const int AllocatedPerByteMax = 64;

    /// <summary>What a reading may allocate besides, in bytes: what it needs whatever the input.</summary>
    public long AllocatedFloor { get; init; } = 256 << 10;

    /// <summary>The longest that one input may take.</summary>
    public TimeSpan TimeMax { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest input that is tried, in bytes.</summary>
    public int InputBytesMax { get; init; } = 64 << 10;

    /// <summary>Words that mean something to this reader.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public long AllocatedMax(int inputBytes) => AllocatedFloor + ((long)inputBytes * AllocatedPerByteMax);
}
