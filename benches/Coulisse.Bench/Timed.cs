using System.Diagnostics;

namespace Coulisse.Bench;

/// <summary>Runs something many times and says what one time took.</summary>
internal static class Timed
{
    internal static double Microseconds(int times, Action once)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var left = times; left > 0; left--)
            once();
        return Stopwatch.GetElapsedTime(begun).TotalMicroseconds / times;
    }

    /// <summary>Bytes that one time allocates on this thread.</summary>
    internal static long Allocated(int times, Action once)
    {
        once();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var left = times; left > 0; left--)
            once();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / times;
    }
}
