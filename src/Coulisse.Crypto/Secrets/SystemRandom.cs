using System.Security.Cryptography;

namespace Coulisse.Crypto.Secrets;

/// <summary>The operating system's generator.</summary>
public sealed class SystemRandom : IRandomSource
{
#pragma warning disable RS0030 // The one place that may call the system's generator.
    public void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
#pragma warning restore RS0030
}
