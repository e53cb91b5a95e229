using Coulisse.KillLine;

// Called by ./campaign kill [--count N] [--seed S]: says how it goes, and ends in one line of counts.
if (Wishes.Read([.. args.Skip(1)]) is not { } wishes)
{
    Console.Error.WriteLine(Wishes.Usage);
    return 1;
}
Console.WriteLine($"seed {wishes.Seed}");
var toll = await LineKillCampaign.RunAsync(wishes, Console.WriteLine);
Console.WriteLine(toll);
return toll.IsGood ? 0 : 1;
