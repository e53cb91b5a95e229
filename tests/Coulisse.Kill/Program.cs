using Coulisse.Kill;

// Called by ./campaign kill-page [--count N] [--seed S]: says how it goes, and ends in one line of counts.
if (Wishes.Read([.. args.Skip(1)]) is not { } wishes)
{
    Console.Error.WriteLine(Wishes.Usage);
    return 1;
}
Console.WriteLine($"seed {wishes.Seed}");
await using var campaign = await KillCampaign.BeginAsync(wishes, Console.WriteLine);
var toll = await campaign.RunAsync();
Console.WriteLine(toll);
return toll.IsGood ? 0 : 1;
