using Coulisse.Wire.Lines;

namespace Coulisse.Station.Dispatch;

/// <summary>
/// How much is sent at once, by what the carrier has carried: as much as takes a few seconds, so that something urgent
/// never waits long behind what is not, and a slow carrier carries at all. Begins small, grows with what arrives
/// quickly, falls at once with what does not arrive.
/// </summary>
internal sealed class Pace
{
    /// <summary>The least that is sent at once, in bytes, where so much waits.</summary>
    internal const int LeastBytes = 16 * 1024;

    private const int FirstBytes = 64 * 1024;
    private const double SlowestBytesASecond = 1_200; // 9,600 bit/s

    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(20);

    private double bytesASecond = SlowestBytesASecond;

    /// <summary>How many bytes a bundle may have; one entry is taken whatever its length.</summary>
    internal int BytesMax { get; private set; } = FirstBytes;

    /// <summary>How long so many bytes should be on their way.</summary>
    internal TimeSpan Expected(int bytes) => TimeSpan.FromSeconds(bytes / bytesASecond);

    /// <summary>How long to wait for the answer to a call of so many bytes: it may be a bundle too.</summary>
    internal TimeSpan Patience(int bytes) => LeastPatience + (2 * Expected(bytes + BytesMax));

    /// <summary>So many bytes were sent and acknowledged within this time.</summary>
    internal void Arrived(int bytes, TimeSpan within)
    {
        var measured = bytes / Math.Max(within.TotalSeconds, 0.001);
        bytesASecond = Math.Max(SlowestBytesASecond, Math.Max(measured, bytesASecond / 2));
        if (within > Slow)
            BytesMax = Math.Max(LeastBytes, BytesMax / 2);
        else if (within < Quick && bytes >= BytesMax / 2)
            BytesMax = (int)Math.Clamp(bytesASecond * Slow.TotalSeconds, BytesMax, LineLimits.BundleBytesMax);
    }

    /// <summary>What was sent last did not arrive, as far as is known.</summary>
    internal void Lost()
    {
        BytesMax = BytesMax > FirstBytes ? FirstBytes : LeastBytes;
        bytesASecond = SlowestBytesASecond;
    }
}
