using System.Security.Cryptography;

namespace Coulisse.Crypto.Secrets;

/// <summary>The operating system's random bytes: the source of every shipped program.</summary>
public sealed class SystemRandom : IRandomSource
{
    /// <inheritdoc/>
    public void Fill(Span<byte> destination) =>
#pragma warning disable RS0030 // The one caller that the ban names.
        RandomNumberGenerator.Fill(destination);
#pragma warning restore RS0030
}
