using Coulisse.Crypto.Secrets;

namespace Coulisse.Fuzz;

/// <summary>Bytes that a seed determines, so that seeds of targets are the same in every run.</summary>
internal sealed class SeededRandom(int seed) : IRandomSource
{
    private readonly Random random = new(seed);

    public void Fill(Span<byte> destination) => random.NextBytes(destination);
}
