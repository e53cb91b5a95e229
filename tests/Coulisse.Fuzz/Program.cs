using Coulisse.Fuzz;
using Coulisse.Fuzz.Targets;

// Called by ./campaign fuzz: says how it goes, and ends in one line of counts.
if (Wishes.Read([.. args.Skip(1)]) is not { } wishes)
{
    Console.Error.WriteLine(Wishes.Usage);
    return 1;
}
using var all = AllTargets.Make();
if (all.Named(wishes.Target) is not { Length: > 0 } targets)
{
    Console.Error.WriteLine($"No target is called {wishes.Target}. There are:\n{string.Join('\n', all.Names)}");
    return 1;
}
if (wishes.At is { } at)
    return Replay.Run(targets, wishes.Seed, at, Console.WriteLine) ? 0 : 1;
Console.WriteLine($"seed {wishes.Seed}");
var toll = new FuzzCampaign(wishes, targets, Console.WriteLine, Findings.Folder).Run();
Console.WriteLine(toll);
return toll.IsGood ? 0 : 1;
