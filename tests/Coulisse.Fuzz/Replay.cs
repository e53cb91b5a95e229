namespace Coulisse.Fuzz;

/// <summary>One input again, alone.</summary>
public static class Replay
{
    /// <summary>Whether all was well.</summary>
    public static bool Run(IEnumerable<FuzzTarget> targets, int seed, int at, Action<string> say)
    {
        var well = true;
        foreach (var target in targets)
        {
            var input = InputMaker.Make(target, seed, at);
            say($"{target.Name}, {input.Length} bytes: {Convert.ToHexStringLower(input)}");
            var fault = Judge.FaultOf(target, input, out var accepted);
            say(fault ?? (accepted ? "Taken, and nothing is wrong with it." : "Refused as it should be."));
            well &= fault is null;
        }
        return well;
    }
}
