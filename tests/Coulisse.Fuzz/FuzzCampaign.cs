using System.Diagnostics;
using System.Globalization;

namespace Coulisse.Fuzz;

/// <summary>Gives damaged inputs to every target in turn, a portion at a time, until the count or the time.</summary>
/// <remarks>
/// An input follows from the seed, the target's name and the input's number alone, so each can be run again by
/// itself. A reading that does not come back at all is told by a watch beside it.
/// </remarks>
public sealed class FuzzCampaign(Wishes wishes, IReadOnlyList<FuzzTarget> targets, Action<string> say, string? folder)
{
    private const int PortionMilliseconds = 50;
    private static readonly TimeSpan HangsAfter = TimeSpan.FromSeconds(30);

    private readonly Findings findings = new(say, folder, wishes.Seed);
    private readonly int[] done = new int[targets.Count];
    private readonly Lock telling = new();
    private readonly TimeSpan[] spent = new TimeSpan[targets.Count];
    private long accepted;
    private int rounds;
    private (int Target, int Number, long Begun) now;

    public Toll Run()
    {
        var begun = Stopwatch.GetTimestamp();
        using var watch = new Timer(_ => Tell(), null, 1_000, 1_000);
        CheckSeeds();
        while (!IsOver(begun))
        {
            rounds++;
            for (var target = 0; target < targets.Count && !IsTimeUp(begun); target++)
                RunPortion(target, begun);
        }
        return new(done.Sum(count => (long)count), targets.Count, accepted, done.DefaultIfEmpty().Min(),
            findings.Count);
    }

    /// <summary>An undamaged input that is refused would let the whole target say nothing.</summary>
    private void CheckSeeds()
    {
        foreach (var target in targets)
        {
            if (!target.Seeds.Any(seed => WasTaken(target, seed)))
                findings.Add(target, 0, [], "None of its seeds is taken; the inputs would all be refused at once.");
        }
    }

    private static bool WasTaken(FuzzTarget target, byte[] seed)
    {
        Judge.FaultOf(target, seed, out var taken);
        return taken;
    }

    private void RunPortion(int target, long campaignBegun)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!IsDone(target) && !IsTimeUp(campaignBegun) && (done[target] < Toll.FewestMin
            || (spent[target] + Stopwatch.GetElapsedTime(begun)).TotalMilliseconds < rounds * PortionMilliseconds))
            RunOne(target);
        spent[target] += Stopwatch.GetElapsedTime(begun);
    }

    private void RunOne(int target)
    {
        var number = done[target];
        var input = InputMaker.Make(targets[target], wishes.Seed, number);
        lock (telling)
            now = (target, number, Stopwatch.GetTimestamp());
        if (Judge.FaultOf(targets[target], input, out var taken) is { } fault)
            findings.Add(targets[target], number, input, fault);
        accepted += taken ? 1 : 0;
        done[target]++;
    }

    private bool IsOver(long begun) => IsTimeUp(begun) || Enumerable.Range(0, targets.Count).All(IsDone);

    private bool IsDone(int target) =>
        targets[target].Seeds.Count == 0 || findings.IsFull(targets[target])
        || (wishes.Count > 0 && done[target] >= wishes.Count);

    private bool IsTimeUp(long begun) =>
        wishes.Seconds > 0 && Stopwatch.GetElapsedTime(begun).TotalSeconds >= wishes.Seconds;

    private void Tell()
    {
        (int Target, int Number, long Begun) seen;
        lock (telling)
            seen = now;
        say(string.Create(CultureInfo.InvariantCulture,
            $"{done.Sum(count => (long)count)} inputs, {accepted} taken, {findings.Count} findings"
            + $"; at {targets[seen.Target].Name}"));
        if (seen.Begun != 0 && Stopwatch.GetElapsedTime(seen.Begun) > HangsAfter)
        {
            findings.Add(targets[seen.Target], seen.Number,
                InputMaker.Make(targets[seen.Target], wishes.Seed, seen.Number), "The reading does not come back.");
            Environment.FailFast("A reading does not come back; the lines above say which.");
        }
    }
}
