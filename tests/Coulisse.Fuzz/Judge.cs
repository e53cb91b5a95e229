using System.Diagnostics;
using System.Globalization;

namespace Coulisse.Fuzz;

/// <summary>Runs one input and says what is wrong with what came out, or nothing.</summary>
public static class Judge
{
    private const int RunsMax = 3;

    /// <summary>A sentence, or null. Time and memory are measured again before anybody is accused of them: the
    /// runtime compiles, and other programs run.</summary>
    public static string? FaultOf(FuzzTarget target, byte[] input, out bool accepted)
    {
        var (fault, measured) = Once(target, input, out accepted);
        for (var run = 1; run < RunsMax && fault is not null && measured; run++)
            (fault, measured) = Once(target, input, out accepted);
        return fault;
    }

    private static (string? Fault, bool Measured) Once(FuzzTarget target, byte[] input, out bool accepted)
    {
        accepted = false;
        var given = input.ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (begun, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        Answer answer;
        try
        {
            answer = target.Read(given);
        }
        // Whatever comes out and is not declared is what is looked for here; a machine without memory is not.
        catch (Exception escaped) when (escaped is not OutOfMemoryException)
        {
            return ($"{escaped.GetType().FullName} came out: {escaped.Message}\n{escaped.StackTrace}", false);
        }
        // By the clock a busy machine is slow, by its own work a program with other threads is: only both accuse.
        var (passed, work) = (Stopwatch.GetElapsedTime(begun), Environment.CpuUsage.TotalTime - worked);
        var took = passed < work ? passed : work;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        accepted = answer is not Answer.Refused;
        if (Promised(answer, input) is { } broken)
            return (broken, false);
        if (allocated > target.AllocatedMax(input.Length))
            return (string.Create(CultureInfo.InvariantCulture,
                $"{allocated} bytes for {input.Length} of input; at most {target.AllocatedMax(input.Length)}."), true);
        return took <= target.TimeMax ? (null, false)
            : (string.Create(CultureInfo.InvariantCulture, $"It took {took.TotalMilliseconds:F0} ms."), true);
    }

    private static string? Promised(Answer answer, byte[] input) => answer switch
    {
        Answer.Broken broken => broken.Sentence,
        Answer.Accepted { Written: { } again } when !again.AsSpan().SequenceEqual(input) =>
            "It was taken and is written in other bytes: " + Convert.ToHexStringLower(again.AsSpan(0,
                Math.Min(again.Length, 200))),
        _ => null,
    };
}
