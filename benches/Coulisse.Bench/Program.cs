using Coulisse.Bench;

if (args is not ["page", .. var rest])
{
    Console.Error.WriteLine("Usage: ./bench page [--quick]");
    return 1;
}
return await PageBench.RunAsync(isQuick: rest.Contains("--quick"));
