using Coulisse.World.Days;

// Called by ./campaign sim [--days N] [--seed S]: says how it goes, and ends in one line of counts.
if (Wishes.Read([.. args.Skip(1)]) is not { } wishes)
{
    Console.Error.WriteLine(Wishes.Usage);
    return 1;
}
Console.WriteLine($"seed {wishes.Seed}");
var played = 0;
var toll = Campaign.Run(wishes, day =>
{
    played++;
    if (day.Violation is not null)
        Console.WriteLine($"seed {day.Seed}: {day.Violation}\n  again: ./campaign sim --days 1 --seed {day.Seed}");
    if (wishes.Days == 1)
        Console.WriteLine(string.Join('\n', day.Chosen.Select(line => "  " + line)));
    else if (played % 50 == 0)
        Console.WriteLine($"{played} of {wishes.Days} days");
});
Console.WriteLine(toll);
return toll.IsGood ? 0 : 1;
