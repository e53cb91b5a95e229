using Coulisse.Crypto.Secrets;

namespace Coulisse.Crypto.Tests;

/// <summary>Gives exactly the bytes of a known answer, once.</summary>
public sealed class FixedRandom(byte[] bytes) : IRandomSource
{
    public void Fill(Span<byte> destination)
    {
        Assert.Equal(bytes.Length, destination.Length);
        bytes.CopyTo(destination);
    }
}
